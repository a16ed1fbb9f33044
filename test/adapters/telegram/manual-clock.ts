import type { Clock } from '../../../src/clock.ts'

interface Timer {
  readonly at: number
  readonly task: () => void
}

/** Time that stands still until it is told to pass. */
export class ManualClock implements Clock {
  #now = Date.UTC(2026, 0, 1)
  readonly #timers = new Set<Timer>()
  #changed = Promise.withResolvers<void>()

  now(): number {
    return this.#now
  }

  after(delayMs: number, task: () => void): () => void {
    const timer = { at: this.#now + delayMs, task }
    this.#timers.add(timer)
    this.#changed.resolve()
    this.#changed = Promise.withResolvers()
    return () => this.#timers.delete(timer)
  }

  /** Resolves as soon as somebody waits for exactly so long. */
  async awaited(delayMs: number): Promise<void> {
    while (![...this.#timers].some((timer) => timer.at === this.#now + delayMs)) {
      await this.#changed.promise
    }
  }

  pass(ms: number): void {
    this.#now += ms
    for (const timer of [...this.#timers].toSorted((one, other) => one.at - other.at)) {
      if (timer.at <= this.#now && this.#timers.delete(timer)) timer.task()
    }
  }
}
