// What the two of a pair are made to have in common at first, and for how long that is insisted on.

/** Each is a wish and no rule: it gives way to waiting. */
export const softWishes = ['shared-interest', 'common-language', 'new-partner'] as const
export type SoftWish = (typeof softWishes)[number]

export interface Insistence {
  /** So long somebody insists on it, counted from the beginning of their search. */
  readonly forMs: number
  /** Whose patience it takes: that of the one who has waited longer is enough, or both must have waited so long. */
  readonly of: 'either' | 'both'
}

export const schedule: Readonly<Record<SoftWish, Insistence>> = {
  // Nice to have: whoever has waited a moment spares the next one the wait.
  'shared-interest': { forMs: 3000, of: 'either' },
  // Nobody is given somebody they cannot talk with because that one is tired of waiting.
  'common-language': { forMs: 15_000, of: 'both' },
  // Where few are about, somebody known is better than nobody.
  'new-partner': { forMs: 10_000, of: 'either' },
}

/** What somebody who has waited for so long does not insist on any more. */
export const widenedAfter = (waitedMs: number): readonly SoftWish[] =>
  softWishes.filter((wish) => schedule[wish].forMs <= waitedMs)

/** When the next wish gives way, as a length of wait; `undefined` when all have. */
export function nextWideningMs(waitedMs: number): number | undefined {
  const later = softWishes.map((wish) => schedule[wish].forMs).filter((forMs) => forMs > waitedMs)
  return later.length > 0 ? Math.min(...later) : undefined
}
