import type { Clock } from '../../src/clock.ts'

export interface ManualClock extends Clock {
  /** Moves time and runs what falls due on the way, in its order. */
  advance(byMs: number): void
  /** Moves to the next moment at which something is due, or to `end` where nothing is until then, and runs what is due. */
  stepTo(end: number): void
}

/** A clock that stands still until it is told to move. */
export function createManualClock(start = Date.UTC(2026, 0, 5, 12)): ManualClock {
  let now = start
  const timers = new Set<{ readonly at: number; readonly task: () => void }>()
  return {
    now: () => now,
    after(delayMs, task) {
      const timer = { at: now + Math.max(0, delayMs), task }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(byMs) {
      const end = now + byMs
      for (;;) {
        const due = [...timers]
          .filter((timer) => timer.at <= end)
          .toSorted((a, b) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due)
        now = Math.max(now, due.at)
        due.task()
      }
      now = end
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
