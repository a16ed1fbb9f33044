// After a new gateway session: reads by REST what was said in each open chat meanwhile, because a gateway repeats nothing from before it.
// https://docs.discord.com/developers/events/gateway#resuming. Edits, deletions and reactions of older messages that happened meanwhile are
// not told: the history shows only what is now, and what was there before is known to nobody here.

import type { AdapterHost, OpenChat } from '../../src/adapter.ts'
import { pause, type Clock } from '../../src/clock.ts'
import { backOffMs } from '../../src/core/retry.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { Log } from '../../src/log.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { Api } from './api.ts'
import type { Cdn } from './cdn.ts'
import type { ChatOwners } from './chat-owners.ts'
import type { HeldChats } from './held-chats.ts'
import { pageSize, readPage } from './history.ts'
import { channelIdOf } from './ids.ts'
import { fromMessage } from './inbound.ts'
import type { Intake } from './intake.ts'
import { createSlots } from './slots.ts'

export interface CatchUpOptions {
  readonly api: Api
  readonly botId: string
  readonly cdn: Cdn
  readonly openChats: AdapterHost['openChats']
  readonly intake: Intake
  readonly held: HeldChats
  readonly owners: ChatOwners
  readonly clock: Clock
  readonly log: Log
  readonly halt: (problem: string) => void
}

const requestsAtOnce = 4

export class CatchUp {
  readonly #options: CatchUpOptions
  /** Around single requests: a chat that waits before it tries again takes nobody's place. */
  readonly #inSlot = createSlots(requestsAtOnce)
  #round = new AbortController()
  #isUnfinished = false

  constructor(options: CatchUpOptions) {
    this.#options = options
  }

  /** Whether a round was given up, or still goes on. */
  get isUnfinished(): boolean {
    return this.#isUnfinished
  }

  /** A round that is under way is given up: what it has not read, this one reads. */
  start(): void {
    this.stop()
    this.#round = new AbortController()
    this.#isUnfinished = true
    this.#options.held.holdAll()
    void this.#run(this.#round.signal)
  }

  stop(): void {
    this.#round.abort()
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { held, owners } = this.#options
    const chats = await this.#openChats(signal)
    if (signal.aborted) return
    owners.learnOpen(chats.map((chat) => chat.address))
    const missed = chats.filter((chat) => chat.after !== undefined)
    held.holdOnly(missed.map((chat) => chat.address))
    await Promise.all(missed.map((chat) => this.#read(chat, signal)))
    if (!signal.aborted) this.#isUnfinished = false
  }

  async #openChats(signal: AbortSignal): Promise<readonly OpenChat[]> {
    const { openChats, clock, log } = this.#options
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        return await openChats()
      } catch (error) {
        log.warn(
          { platform: 'discord', error, attempt },
          'The open chats are not known; asking again.',
        )
      }
      await pause(clock, backOffMs(attempt, 200, 5000), signal)
    }
    return []
  }

  async #read({ address, after }: OpenChat, signal: AbortSignal): Promise<void> {
    const { intake, held } = this.#options
    for (let last = after; last !== undefined;) {
      const page = await this.#page(channelIdOf(address), last, signal)
      if (signal.aborted) return
      const missed = (page ?? [])
        .filter((message) => isBefore(message.id, held.beginning(address)))
        .flatMap((message) => fromMessage(message, this.#options) ?? [])
      if (missed.length > 0) await intake.offer(missed)
      if (signal.aborted) return
      last = page?.length === pageSize ? page.at(-1)?.id : undefined
    }
    held.release(address)
  }

  /** Undefined where there is nothing to be read any more: the chat is gone, or the round is given up. */
  async #page(
    channelId: string,
    after: string,
    signal: AbortSignal,
  ): Promise<Awaited<ReturnType<typeof readPage>> | undefined> {
    const { api, clock, log, halt } = this.#options
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      try {
        return await this.#inSlot(() => readPage(api, channelId, after, signal))
      } catch (error) {
        if (signal.aborted) return undefined
        const failure =
          error instanceof DeliveryError ? error.failure : ({ kind: 'unknown' } as const)
        log.warn({ platform: 'discord', error, attempt }, 'Missed messages could not be read.')
        switch (failure.kind) {
          case 'recipient-gone':
          case 'rejected':
            return undefined
          case 'adapter-halted':
            this.stop()
            halt(
              'Discord accepts nothing from this bot any more. Look at its pages in the Developer Portal.',
            )
            return undefined
          case 'rate-limited':
            await pause(clock, failure.retryAfterMs, signal)
            break
          case 'not-sent':
          case 'unknown':
            await pause(clock, backOffMs(attempt, 500, 30_000), signal)
            break
          default:
            unreachable(failure)
        }
      }
    }
    return undefined
  }
}

/** What comes after the first thing told live is told live too, behind it: a /next among them must not be overtaken. */
const isBefore = (id: string, beginning: string | undefined): boolean =>
  beginning === undefined || BigInt(id) < BigInt(beginning)
