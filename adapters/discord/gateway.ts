// Stays connected to Discord's gateway: tries again when it cannot be reached, and hands on the dispatches of DMs as they come.

import {
  Events,
  GatewayDispatchEvents,
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
  type GatewayMessageUpdateDispatchData,
  type GatewayReadyDispatchData,
  type GatewayTypingStartDispatchData,
} from 'discord.js'

import { pause, type Clock } from '../../src/clock.ts'
import { backOffMs } from '../../src/core/retry.ts'
import type { Log } from '../../src/log.ts'
import { restOptions, type ApiOptions } from './api.ts'
import { describe } from './errors.ts'
import { GatewaySession } from './gateway-session.ts'
import { refusalOfClose, refusalOfLogin } from './refusal.ts'

export interface GatewayListener {
  /** A new session: it repeats nothing of what was before it. */
  ready(applicationId: string): void
  /** The same session goes on, and everything that was missed has been dispatched. */
  resumed(): void
  lost(): void
  /** Discord will not have us; nothing follows. */
  refused(problem: string): void
  message(message: GatewayMessageCreateDispatchData): void
  changed(message: Partial<GatewayMessageUpdateDispatchData>): void
  deleted(deletion: GatewayMessageDeleteBulkDispatchData): void
  reacted(kind: 'added' | 'removed', reaction: GatewayMessageReactionRemoveDispatchData): void
  interaction(interaction: APIInteraction): void
  typing(typing: GatewayTypingStartDispatchData): void
}

export interface GatewayOptions extends ApiOptions {
  readonly token: string
  readonly identifyIntervalMs: number
  readonly clock: Clock
  readonly log: Log
}

export class Gateway {
  readonly #options: GatewayOptions
  readonly #listener: GatewayListener
  readonly #ending = new AbortController()
  #session: GatewaySession | undefined
  #identifiedAt = -Infinity

  constructor(options: GatewayOptions, listener: GatewayListener) {
    this.#options = options
    this.#listener = listener
  }

  /** Resolves when it is connected for the first time, refused, or ended. */
  async connect(): Promise<void> {
    const { token, clock, log } = this.#options
    for (let attempt = 0; !this.#ending.signal.aborted; attempt += 1) {
      const session = this.#open()
      try {
        await session.client.login(token)
        return
      } catch (error) {
        if (session.hasEnded) return
        await session.end()
        const problem = refusalOfLogin(error)
        if (problem !== undefined) return this.#listener.refused(problem)
        log.warn(
          { platform: 'discord', attempt, problem: describe(error) },
          'Discord cannot be reached; trying again.',
        )
        this.#listener.lost()
        await pause(clock, backOffMs(attempt, 1000, 60_000), this.#ending.signal)
      }
    }
  }

  async end(): Promise<void> {
    this.#ending.abort()
    await this.#session?.end()
  }

  #open(): GatewaySession {
    const { log } = this.#options
    const session = new GatewaySession({
      rest: restOptions(this.#options),
      mayIdentify: (signal) => this.#mayIdentify(signal),
    })
    this.#session = session
    const { client } = session
    const heard =
      <T>(tell: (data: T) => void) =>
      (data: T): void => {
        if (session.hasEnded) return
        try {
          tell(data)
        } catch (error) {
          log.error({ platform: 'discord', error }, 'What Discord told could not be understood.')
        }
      }
    const { ws } = client
    const listener = this.#listener
    // Raw dispatches: discord.js drops what happens in DM channels that it does not know since its start.
    ws.on(
      GatewayDispatchEvents.Ready,
      heard((ready: GatewayReadyDispatchData) => listener.ready(ready.application.id)),
    )
    ws.on(
      GatewayDispatchEvents.Resumed,
      heard(() => listener.resumed()),
    )
    ws.on(
      GatewayDispatchEvents.MessageCreate,
      heard((message: GatewayMessageCreateDispatchData) => listener.message(message)),
    )
    ws.on(
      GatewayDispatchEvents.MessageUpdate,
      heard((message: GatewayMessageUpdateDispatchData) => listener.changed(message)),
    )
    ws.on(
      GatewayDispatchEvents.MessageDelete,
      heard(({ id, ...place }: GatewayMessageDeleteDispatchData) =>
        listener.deleted({ ids: [id], ...place }),
      ),
    )
    ws.on(
      GatewayDispatchEvents.MessageDeleteBulk,
      heard((deletion: GatewayMessageDeleteBulkDispatchData) => listener.deleted(deletion)),
    )
    ws.on(
      GatewayDispatchEvents.MessageReactionAdd,
      heard((reaction: GatewayMessageReactionAddDispatchData) =>
        listener.reacted('added', reaction),
      ),
    )
    ws.on(
      GatewayDispatchEvents.MessageReactionRemove,
      heard((reaction: GatewayMessageReactionRemoveDispatchData) =>
        listener.reacted('removed', reaction),
      ),
    )
    ws.on(
      GatewayDispatchEvents.InteractionCreate,
      heard((interaction: APIInteraction) => listener.interaction(interaction)),
    )
    ws.on(
      GatewayDispatchEvents.TypingStart,
      heard((typing: GatewayTypingStartDispatchData) => listener.typing(typing)),
    )
    client.on(
      Events.ShardReconnecting,
      heard(() => listener.lost()),
    )
    client.on(Events.ShardError, (error) =>
      log.warn(
        { platform: 'discord', problem: describe(error) },
        'The connection to Discord has trouble.',
      ),
    )
    client.on(
      Events.ShardDisconnect,
      heard(({ code }: { readonly code: number }) => {
        void session.end()
        listener.refused(refusalOfClose(code))
      }),
    )
    return session
  }

  /** Discord lets a bot identify once in 5 seconds: https://docs.discord.com/developers/events/gateway#rate-limiting */
  async #mayIdentify(signal: AbortSignal): Promise<void> {
    const { clock, identifyIntervalMs } = this.#options
    const waitMs = this.#identifiedAt + identifyIntervalMs - clock.now()
    if (waitMs > 0) await pause(clock, waitMs, signal)
    signal.throwIfAborted()
    this.#identifiedAt = clock.now()
  }
}
