import type { Clock } from '../../src/clock.ts'

/** Resolves after `delayMs`, or as soon as the signal is aborted. */
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
