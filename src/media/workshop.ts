import { Worker } from 'node:worker_threads'
import type { Clock } from '../clock.ts'
import { errorCode } from '../lib/before-sending.ts'
import type { Log } from '../log.ts'
import { must } from '../lib/must.ts'
import type { Job, JobResult } from './job.ts'

const mostWorkers = 2
/** A job that takes longer is given up with its thread: nothing that is worth showing does. */
const jobWithinMs = 20_000
const idleMs = 120_000
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 }

/** A thread and what to do when it answers or fails. */
interface Bench {
  readonly worker: Worker
  answer: (result: JobResult) => void
  fail: (error: unknown) => void
  cancelIdle: () => void
}

interface Order {
  readonly job: Job
  readonly settle: (result: JobResult) => void
  readonly signal: AbortSignal
}

/** Threads that do what would hold everybody up on the main one. They start when there is work, and end when there was none for a while. */
export class Workshop implements AsyncDisposable {
  readonly #clock: Clock
  readonly #log: Log
  readonly #idle: Bench[] = []
  readonly #orders: Order[] = []
  readonly #benches = new Set<Bench>()

  constructor(clock: Clock, log: Log) {
    this.#clock = clock
    this.#log = log
  }

  /** Hands the bytes of the job over: the caller's array is empty from then on. Fails with the signal's reason and nothing else. */
  async do(job: Job, signal: AbortSignal): Promise<JobResult> {
    signal.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<JobResult>()
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort)
    this.#orders.push({ job, settle: resolve, signal })
    this.#assign()
    try {
      return await promise
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }

  #assign(): void {
    while (this.#orders.length > 0) {
      const bench = this.#idle.pop() ?? this.#hire()
      if (!bench) return
      bench.cancelIdle()
      const order = must(this.#orders.shift(), 'there is an order')
      if (order.signal.aborted) this.#rest(bench)
      else this.#work(bench, order)
    }
  }

  #hire(): Bench | undefined {
    if (this.#benches.size >= mostWorkers) return undefined
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits,
      // What libraries print may be of what somebody sent; and no token is theirs to know.
      stdout: true,
      stderr: true,
      env: {},
    })
    worker.stdout.resume()
    worker.stderr.resume()
    worker.unref()
    const bench: Bench = {
      worker,
      answer: () => undefined,
      fail: () => this.#dismiss(bench),
      cancelIdle: () => undefined,
    }
    worker.on('message', (result: JobResult) => bench.answer(result))
    worker.on('error', (error) => bench.fail(error))
    worker.on('exit', () => bench.fail(undefined))
    this.#benches.add(bench)
    return bench
  }

  #work(bench: Bench, { job, settle, signal }: Order): void {
    const finish = (result: JobResult): void => {
      cancel()
      signal.removeEventListener('abort', giveUp)
      bench.answer = () => undefined
      bench.fail = () => this.#dismiss(bench)
      settle(result)
    }
    const giveUp = (): void => {
      finish({ kind: 'refused', reason: { why: 'too-complex' } })
      this.#dismiss(bench)
      this.#assign()
    }
    bench.answer = (result) => {
      finish(result)
      this.#rest(bench)
      this.#assign()
    }
    bench.fail = (error) => {
      // The words of the error may be of the file.
      this.#log.warn({ code: errorCode(error) }, 'A media worker failed at a file and is replaced.')
      giveUp()
    }
    const cancel = this.#clock.after(jobWithinMs, () => {
      this.#log.warn({}, 'A media worker took too long over a file and is replaced.')
      giveUp()
    })
    signal.addEventListener('abort', giveUp)
    bench.worker.postMessage(job, [job.bytes.buffer])
  }

  #rest(bench: Bench): void {
    this.#idle.push(bench)
    bench.cancelIdle = this.#clock.after(idleMs, () => this.#dismiss(bench))
  }

  #dismiss(bench: Bench): void {
    bench.cancelIdle()
    bench.fail = () => undefined
    this.#benches.delete(bench)
    const at = this.#idle.indexOf(bench)
    if (at >= 0) this.#idle.splice(at, 1)
    void bench.worker.terminate()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = [...this.#benches].map(({ worker }) => worker.terminate())
    for (const bench of this.#benches) this.#dismiss(bench)
    await Promise.all(ended)
  }
}
