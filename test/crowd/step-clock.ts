import type { Clock } from '../../src/clock.ts'

export interface StepClock extends Clock {
  /** Moves to the next moment at which something is due, or to `end` where nothing is until then, and runs what is due. */
  stepTo(end: number): void
}

/** A clock that stands still between steps, so that what falls due is done before anything later happens. */
export function createStepClock(start = Date.UTC(2026, 0, 5, 12)): StepClock {
  let now = start
  const timers = new Set<{ readonly at: number; readonly task: () => void }>()
  return {
    now: () => now,
    after(delayMs, task) {
      const timer = { at: now + Math.max(0, delayMs), task }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    stepTo(end) {
      now = Math.max(now, Math.min(end, ...[...timers].map(({ at }) => at)))
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer)
        timer.task()
      }
    },
  }
}
