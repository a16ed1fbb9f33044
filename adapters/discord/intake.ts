// One ordered way to `host.receive`: what arrives while a batch is being committed becomes the next batch.

import { pause, type Clock } from '../../src/clock.ts'
import { backOffMs } from '../../src/core/retry.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import type { Log } from '../../src/log.ts'

interface Offer {
  readonly items: readonly Inbound[]
  readonly committed: () => void
}

export interface IntakeOptions {
  readonly receive: (batch: readonly Inbound[]) => Promise<void>
  readonly clock: Clock
  readonly log: Log
}

export class Intake {
  readonly #options: IntakeOptions
  readonly #closing = new AbortController()
  #waiting: Offer[] = []
  #running: Promise<void> | undefined

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /** Resolves when the items are committed; never rejects. What is offered after closing is dropped and stays unsettled. */
  offer(items: readonly Inbound[]): Promise<void> {
    return new Promise((committed) => {
      if (this.#closing.signal.aborted) return
      this.#waiting.push({ items, committed })
      this.#running ??= this.#run()
    })
  }

  /** Takes nothing more in, and lets what it has be committed; a database that fails now is not asked again. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#running
  }

  async #run(): Promise<void> {
    // Everything that arrives in one turn shares a commit.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0) {
      const offers = this.#waiting
      this.#waiting = []
      const isCommitted = await this.#receive(offers.flatMap((offer) => offer.items))
      if (!isCommitted) break
      for (const offer of offers) offer.committed()
    }
    this.#running = undefined
  }

  async #receive(batch: readonly Inbound[]): Promise<boolean> {
    const { receive, clock, log } = this.#options
    for (let attempt = 0; ; attempt += 1) {
      try {
        await receive(batch)
        return true
      } catch (error) {
        log.warn(
          { platform: 'discord', error, attempt },
          'Nothing was taken in; the same is offered again.',
        )
      }
      if (this.#closing.signal.aborted) return false
      await pause(clock, backOffMs(attempt, 200, 5000), this.#closing.signal)
    }
  }
}
