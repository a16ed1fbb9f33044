// Our own getUpdates loop: a batch is confirmed only after it is committed, which grammY's loops do not promise.

import { setImmediate as nextTurn } from 'node:timers/promises'

import type { RawApi } from 'grammy'
import type { Update } from 'grammy/types'

import { StartError, type AdapterHost, type AdapterState } from '../../src/adapter.ts'
import { pause, type Clock } from '../../src/clock.ts'
import { backOffMs } from '../../src/core/retry.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import type { Log } from '../../src/log.ts'
import type { Call, Signal } from './bot-api.ts'
import { describe, isForeign, retryAfterMs, toRefusal } from './errors.ts'
import { allowedUpdates } from './inbound.ts'

/** A poll that is not answered so long after its own timeout is dead, whatever the connection says. */
const stallMarginMs = 10_000
const lastPollMs = 2000
const dayMs = 24 * 3600 * 1000

const firstDelayMs = 200
const longestDelayMs = 5000

export interface PollingOptions {
  readonly call: Call
  readonly clock: Clock
  readonly log: Log
  readonly host: AdapterHost
  readonly pollTimeoutS: number
  /** Called once for each batch, as it arrives. */
  readonly read: (updates: readonly Update[]) => readonly Inbound[]
  /** Called whenever updates begin to flow, again after each trouble. */
  readonly onConnected: () => void
}

export class Polling implements AsyncDisposable {
  readonly #options: PollingOptions
  readonly #stop = new AbortController()
  readonly #opened = Promise.withResolvers<void>()
  #isOpen = false
  #state: AdapterState | undefined
  #running: Promise<void> = Promise.resolve()
  /** One past the latest committed update. */
  #offset: number | undefined
  #isConfirmed = true
  #heardAt = 0

  constructor(options: PollingOptions) {
    this.#options = options
  }

  /** Resolves when updates flow or Telegram cannot be reached; rejects with a StartError when it refuses. */
  async start(): Promise<void> {
    this.#report('starting')
    this.#running = this.#run()
    await this.#opened.promise
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort()
    await this.#running
    await this.#confirm()
  }

  async #run(): Promise<void> {
    try {
      await this.#patiently(() => this.#ask((api, signal) => api.getMe(signal)))
      // A webhook keeps getUpdates from working; what waits behind it comes by polling:
      // https://core.telegram.org/bots/api#deletewebhook
      await this.#patiently(() => this.#ask((api, signal) => api.deleteWebhook({}, signal)))
      while (!this.#stop.signal.aborted) await this.#take(await this.#poll())
    } catch (error) {
      if (!this.#stop.signal.aborted) this.#fail(error)
    } finally {
      this.#open()
    }
  }

  async #poll(): Promise<Update[]> {
    const updates = await this.#patiently(() => {
      // The first poll, and the first after trouble, answers at once: only then do we know that updates flow.
      const timeout = this.#state === 'connected' ? this.#options.pollTimeoutS : 0
      const wanted = { ...this.#place(), timeout, allowed_updates: allowedUpdates }
      return this.#ask(
        (api, signal) => api.getUpdates(wanted, signal),
        timeout * 1000 + stallMarginMs,
      )
    })
    this.#isConfirmed = true
    if (this.#state !== 'connected') this.#options.onConnected()
    this.#report('connected')
    this.#open()
    return updates
  }

  /**
   * After a week without updates the next id is random and may be lower, and an offset would confirm it unseen
   * (https://core.telegram.org/bots/api#update). Nothing waits longer than a day, so that by then the offset has done its work.
   */
  #place(): { readonly offset?: number } {
    const isFresh = this.#options.clock.now() - this.#heardAt < dayMs
    return this.#offset !== undefined && isFresh ? { offset: this.#offset } : {}
  }

  async #take(updates: readonly Update[]): Promise<void> {
    const last = updates.at(-1)
    if (last === undefined || this.#stop.signal.aborted) return
    const batch = this.#options.read(updates)
    if (batch.length > 0 && !(await this.#commit(batch))) return
    this.#offset = last.update_id + 1
    this.#heardAt = this.#options.clock.now()
    this.#isConfirmed = false
  }

  /** Offers the batch until it is committed; `false` when we stop before that: Telegram will tell it again. */
  async #commit(batch: readonly Inbound[]): Promise<boolean> {
    const { host, clock, log } = this.#options
    for (let failures = 0; ; failures += 1) {
      try {
        await host.receive(batch)
        // What was just taken in goes out first: to ask for more takes as long as a delivery does.
        await nextTurn()
        return true
      } catch (error) {
        log.error(
          { error, items: batch.length, failures },
          'Updates could not be committed; they are offered again.',
        )
        await pause(clock, backOffMs(failures, firstDelayMs, longestDelayMs), this.#stop.signal)
        if (this.#stop.signal.aborted) return false
      }
    }
  }

  #ask<T>(request: (api: RawApi, signal: Signal) => Promise<T>, timeoutMs?: number): Promise<T> {
    return this.#options.call(request, {
      signal: this.#stop.signal,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
  }

  /** Repeats a harmless request until it is answered; throws a StartError when Telegram refuses, and anything when we stop. */
  async #patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const { clock, log } = this.#options
    for (let failures = 0; ; failures += 1) {
      try {
        return await attempt()
      } catch (error) {
        if (this.#stop.signal.aborted) throw error
        const refusal = toRefusal(error)
        if (refusal !== undefined) throw new StartError(refusal)
        if (!this.#isOpen && isForeign(error)) {
          throw new StartError(
            'What answers at TELEGRAM_API_ROOT is not the Bot API. Correct the address, or leave it out.',
          )
        }
        const problem = describe(error)
        log.warn({ problem, failures }, 'Telegram does not answer; it is asked again.')
        this.#report('reconnecting', `Telegram does not answer: ${problem}.`)
        this.#open()
        await pause(
          clock,
          retryAfterMs(error) ?? backOffMs(failures, firstDelayMs, longestDelayMs),
          this.#stop.signal,
        )
      }
    }
  }

  #fail(error: unknown): void {
    this.#isConfirmed = true
    if (!(error instanceof StartError)) {
      this.#options.log.error({ error }, 'The loop that takes updates broke.')
    }
    const refusal =
      error instanceof StartError
        ? error
        : new StartError('Taking updates from Telegram broke on an error of ours. Start again.')
    if (this.#isOpen) this.#report('halted', refusal.message)
    else this.#opened.reject(refusal)
  }

  #open(): void {
    this.#isOpen = true
    this.#opened.resolve()
  }

  #report(state: AdapterState, problem?: string): void {
    if (state === this.#state) return
    this.#state = state
    this.#options.host.report(state, problem)
  }

  /** Best effort: what is not confirmed now comes once more at the next start, and is recognised. */
  async #confirm(): Promise<void> {
    if (this.#isConfirmed || this.#offset === undefined) return
    const last = { offset: this.#offset, limit: 1, timeout: 0, allowed_updates: allowedUpdates }
    try {
      await this.#options.call((api, signal) => api.getUpdates(last, signal), {
        timeoutMs: lastPollMs,
      })
    } catch (error) {
      this.#options.log.debug(
        { problem: describe(error) },
        'The last updates could not be confirmed.',
      )
    }
  }
}
