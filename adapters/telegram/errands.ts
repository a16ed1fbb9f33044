import type { Clock } from '../../src/clock.ts'
import type { Log } from '../../src/log.ts'
import type { Call } from './bot-api.ts'
import { describe } from './errors.ts'

const lastMs = 2000

/** Requests that nobody waits for and whose failure changes nothing: acknowledging taps, typing, leaving groups, the menu. */
export class Errands implements AsyncDisposable {
  readonly #call: Call
  readonly #clock: Clock
  readonly #log: Log
  readonly #end = new AbortController()
  readonly #running = new Set<Promise<boolean>>()

  constructor(call: Call, clock: Clock, log: Log) {
    this.#call = call
    this.#clock = clock
    this.#log = log
  }

  /** Never rejects; resolves to whether it was done. */
  run(name: string, errand: (call: Call) => Promise<unknown>): Promise<boolean> {
    if (this.#end.signal.aborted) return Promise.resolve(false)
    const call: Call = (request, limits) =>
      this.#call(request, { ...limits, signal: this.#end.signal })
    const done = errand(call).then(
      () => true,
      (error: unknown) => {
        this.#log.debug(
          { errand: name, problem: describe(error) },
          'A request that may fail has failed.',
        )
        return false
      },
    )
    this.#running.add(done)
    void done.then(() => this.#running.delete(done))
    return done
  }

  /** Gives what is under way a moment more. */
  async [Symbol.asyncDispose](): Promise<void> {
    const cancel = this.#clock.after(lastMs, () => this.#end.abort())
    await Promise.all(this.#running)
    cancel()
    this.#end.abort()
  }
}
