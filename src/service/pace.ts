const secondMs = 1000

/** So much a second and no more, whichever second one looks at. */
export interface Pace {
  /** How much is left. */
  left(now: number): number
  /** When there is something left: now, or as soon as what was spent first is there again. */
  readyAt(now: number): number
  spend(count: number, now: number): void
}

export function createPace(perSecond: number): Pace {
  /** When each was spent, the first of them first. */
  let spent: readonly number[] = []
  const spentBy = (now: number): readonly number[] => {
    // What seems to come later is from before a clock was set back.
    spent = spent.filter((at) => at > now - secondMs && at <= now)
    return spent
  }
  return {
    left: (now) => perSecond - spentBy(now).length,
    readyAt(now) {
      const recent = spentBy(now)
      const [first = now] = recent
      return recent.length < perSecond ? now : first + secondMs
    },
    spend(count, now) {
      spent = [...spentBy(now), ...Array.from({ length: count }, () => now)]
    },
  }
}
