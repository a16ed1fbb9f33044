/** The only way to the time. Tests hand in a clock that moves when told. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Calls `task` once after `delayMs`, unless cancelled by the returned function. Never keeps the process alive by itself. */
  after(delayMs: number, task: () => void): () => void
}

const longestDelayMs = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, task) {
    const timer = setTimeout(task, Math.min(Math.max(0, delayMs), longestDelayMs))
    timer.unref()
    return () => clearTimeout(timer)
  },
}
