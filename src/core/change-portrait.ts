import { calledInterest } from './called-interest.ts'
import { type Interest, isCurated } from './interest.ts'
import { limits } from './limits.ts'

type Interests = readonly Interest[]

export const isFull = (interests: Interests): boolean => interests.length >= limits.mostInterests

/** With it, or without it if it was there. */
export const toggled = <T>(all: readonly T[], one: T): readonly T[] =>
  all.includes(one) ? all.filter((each) => each !== one) : [...all, one]

/** `undefined` where there is no room for one more. */
export function toggleInterest(interests: Interests, one: Interest): Interests | undefined {
  return !interests.includes(one) && isFull(interests) ? undefined : toggled(interests, one)
}

/** In somebody's own words, cleaned: what can be chosen is chosen, whatever its language, and nothing stands there twice. */
export function addInterest(interests: Interests, words: string): Interests | undefined {
  const meant = calledInterest(words) ?? words
  const lower = meant.toLowerCase()
  if (interests.some((each) => each.toLowerCase() === lower)) return interests
  if (isFull(interests)) return undefined
  return [...interests, meant]
}

/** A button that is older than the list takes nothing away that is not in somebody's own words. */
export function dropOwnInterest(interests: Interests, at: number): Interests {
  const dropped = interests[at]
  if (dropped === undefined || isCurated(dropped)) return interests
  return interests.filter((_, i) => i !== at)
}
