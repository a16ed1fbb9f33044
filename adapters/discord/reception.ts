// Everything that comes from Discord: connects, holds, catches up, acknowledges and takes in, in each chat's order.

import {
  InteractionResponseType,
  InteractionType,
  type APIInteraction,
  type APIInteractionResponse,
} from 'discord.js'

import { StartError, type AdapterHost, type AdapterState } from '../../src/adapter.ts'
import { pause, type Clock } from '../../src/clock.ts'
import type { CommandDescription } from '../../src/core/command.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import { type Locale, localeOf } from '../../src/core/locale.ts'
import type { Prompt } from '../../src/core/prompt.ts'
import type { Log } from '../../src/log.ts'
import type { Api } from './api.ts'
import { CatchUp } from './catch-up.ts'
import type { Cdn } from './cdn.ts'
import { ChatOwners } from './chat-owners.ts'
import { dialog } from './dialog.ts'
import { Gateway, type GatewayListener } from './gateway.ts'
import { HeldChats } from './held-chats.ts'
import {
  fromDeletion,
  fromEdit,
  fromInteraction,
  fromMessage,
  fromReaction,
  fromTyping,
} from './inbound.ts'
import { Intake } from './intake.ts'
import { acknowledge, acknowledgement, tidyUp } from './interactions.ts'
import { syncCommands } from './menu.ts'

export interface ReceptionOptions {
  readonly token: string
  readonly apiRoot: string
  readonly requestTimeoutMs: number
  readonly requestsPerSecond: number
  readonly identifyIntervalMs: number
  readonly clock: Clock
  readonly log: Log
  readonly commands: readonly CommandDescription[]
  readonly promptOf: (data: string, locale: Locale | undefined) => Prompt | undefined
  readonly host: AdapterHost
  readonly api: Api
  readonly botId: string
  readonly cdn: Cdn
  /** Whether we have taken the message back ourselves. */
  readonly isRetracted: (messageId: string) => boolean
}

/** How long goodbyes may take. */
const partingMs = 2000

export class Reception implements AsyncDisposable {
  readonly #options: ReceptionOptions
  readonly #intake: Intake
  readonly #held: HeldChats
  readonly #owners = new ChatOwners()
  readonly #catchUp: CatchUp
  readonly #gateway: Gateway
  readonly #ending = new AbortController()
  /** Slash commands that are shown as being worked on, by their seen-key. */
  readonly #thinking = new Map<string, () => void>()
  readonly #errands = new Set<Promise<void>>()
  #state: AdapterState = 'starting'
  #isStopped = false
  readonly #started = Promise.withResolvers<void>()
  #hasStarted = false

  constructor(options: ReceptionOptions) {
    const { host, clock, log, api, botId, cdn } = options
    this.#options = options
    this.#intake = new Intake({ receive: (batch) => host.receive(batch), clock, log })
    this.#held = new HeldChats((inbound) => void this.#takeIn(inbound))
    this.#catchUp = new CatchUp({
      api,
      botId,
      cdn,
      openChats: () => host.openChats(),
      intake: this.#intake,
      held: this.#held,
      owners: this.#owners,
      clock,
      log,
      halt: (problem) => this.#report('halted', problem),
    })
    this.#gateway = new Gateway(options, this.#listener())
  }

  start(): Promise<void> {
    void this.#gateway.connect()
    return this.#started.promise
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true
    this.#catchUp.stop()
    await this.#intake.close()
    const { clock } = this.#options
    await Promise.race([
      Promise.allSettled(this.#errands),
      pause(clock, partingMs, this.#ending.signal),
    ])
    await Promise.race([this.#gateway.end(), pause(clock, partingMs, this.#ending.signal)])
    this.#ending.abort()
    this.#settle()
  }

  #listener(): GatewayListener {
    const { botId, isRetracted } = this.#options
    const hear = (inbound: Inbound | undefined): void => {
      if (inbound === undefined || this.#isStopped) return
      this.#owners.learn(inbound.sender.address)
      this.#held.hear(inbound)
    }
    return {
      ready: (applicationId) => {
        if (this.#isStopped) return
        this.#report('connected')
        this.#held.beginSession()
        this.#catchUp.start()
        this.#settle()
        this.#runErrand(this.#syncCommands(applicationId))
      },
      resumed: () => {
        if (this.#isStopped) return
        this.#report('connected')
        if (this.#catchUp.isUnfinished) this.#catchUp.start()
        else this.#held.holdOnly([])
      },
      lost: () => {
        if (this.#isStopped) return
        this.#catchUp.stop()
        // Whether a new session or the old one follows decides what comes first in each chat.
        this.#held.holdAll()
        this.#report('reconnecting')
        this.#settle()
      },
      refused: (problem) => {
        if (this.#hasStarted) this.#report('halted', problem)
        else this.#started.reject(new StartError(problem))
      },
      message: (message) => hear(fromMessage(message, this.#options)),
      changed: (message) => hear(fromEdit(message, this.#options)),
      deleted: ({ ids, channel_id: channelId, guild_id: guildId }) => {
        const others = guildId === undefined ? ids.filter((id) => !isRetracted(id)) : []
        for (const id of others)
          this.#owners.ask(channelId, (owner) => hear(fromDeletion(id, owner)))
      },
      reacted: (kind, reaction) => hear(fromReaction(kind, reaction, botId)),
      typing: (typing) => hear(fromTyping(typing, botId)),
      interaction: (interaction) => {
        if (this.#isStopped) return
        const inbound = fromInteraction(interaction)
        const opening = this.#dialogFor(inbound)
        this.#answer(interaction, inbound, opening)
        // Who is shown a dialog has said nothing yet.
        if (opening === undefined) hear(inbound)
      },
    }
  }

  async #takeIn(inbound: Inbound): Promise<void> {
    await this.#intake.offer([inbound])
    const { seenKey } = inbound
    if (seenKey === undefined) return
    this.#thinking.get(seenKey)?.()
    this.#thinking.delete(seenKey)
  }

  /** The dialog that a tap opens, if it is on a button that asks something. */
  #dialogFor(inbound: Inbound | undefined): APIInteractionResponse | undefined {
    if (inbound?.event.kind !== 'tap') return undefined
    const { data } = inbound.event
    const prompt = this.#options.promptOf(data, localeOf(inbound.sender.language))
    return prompt && { type: InteractionResponseType.Modal, data: dialog(data, prompt) }
  }

  /** At once and beside everything else, even where the chat is held: Discord waits 3 seconds. */
  #answer(
    interaction: APIInteraction,
    inbound: Inbound | undefined,
    opening: APIInteractionResponse | undefined,
  ): void {
    const answer = opening ?? acknowledgement(interaction.type)
    if (answer === undefined) return
    const { api, clock, log } = this.#options
    const { signal } = this.#ending
    const answered = acknowledge(api, interaction, answer, signal).catch((error: unknown) => {
      // An old one, or one that was answered already.
      log.debug({ platform: 'discord', error }, 'An interaction could not be acknowledged.')
    })
    this.#runErrand(answered)
    if (interaction.type !== InteractionType.ApplicationCommand) return
    const tidy = (): void =>
      this.#runErrand(answered.then(() => tidyUp(api, interaction, { clock, log, signal })))
    if (inbound?.seenKey === undefined) tidy()
    else this.#thinking.set(inbound.seenKey, tidy)
  }

  async #syncCommands(applicationId: string): Promise<void> {
    const { api, commands, log } = this.#options
    try {
      await syncCommands(api, applicationId, commands, this.#ending.signal)
    } catch (error) {
      if (!this.#isStopped)
        log.warn({ platform: 'discord', error }, 'The slash commands could not be registered.')
    }
  }

  #runErrand(errand: Promise<void>): void {
    this.#errands.add(errand)
    void errand.finally(() => this.#errands.delete(errand))
  }

  #settle(): void {
    this.#hasStarted = true
    this.#started.resolve()
  }

  #report(state: AdapterState, problem?: string): void {
    if (this.#isStopped || this.#state === state || this.#state === 'halted') return
    this.#state = state
    if (problem === undefined) this.#options.host.report(state)
    else this.#options.host.report(state, problem)
  }
}
