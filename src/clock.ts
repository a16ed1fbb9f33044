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

/** Resolves after `delayMs`, or as soon as the signal is aborted: the caller looks at the signal. */
export function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  const wake = (): void => {
    cancel()
    signal.removeEventListener('abort', wake)
    resolve()
  }
  const cancel = clock.after(delayMs, wake)
  signal.addEventListener('abort', wake)
  return promise
}
