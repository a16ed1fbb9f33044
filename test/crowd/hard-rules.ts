import type { Language } from '../../src/core/language.ts'
import type { Platform } from '../../src/core/platform.ts'
import type { Gender, Seeking } from '../../src/core/profile.ts'
import { schedule } from '../../src/core/schedule.ts'
import type { PlatformWish } from '../../src/core/settings.ts'

// The rules of who may meet whom and when, written a second time: nothing here asks the matchmaking itself. The schedule is the one table.

export interface Wishes {
  readonly gender: Gender
  readonly seeking: Seeking
  readonly platform: Platform
  readonly platformWish: PlatformWish
  /** Anyone is fine. */
  readonly widened: boolean
}

export interface Waiting extends Wishes {
  readonly name: string
  readonly since: number
  readonly languages: readonly Language[]
  readonly interests: readonly string[]
}

/** Who would rather not say is found by those who look for anyone alone. */
const plural: Readonly<Record<Gender, string>> = {
  woman: 'women',
  man: 'men',
  other: 'others',
  unsaid: 'nobody in particular',
}

const wants = (one: Wishes, other: Wishes): boolean => {
  if (one.widened) return true
  const isSought = one.seeking === 'anyone' || one.seeking.split('+').includes(plural[other.gender])
  const isThere = { any: true, same: one.platform === other.platform }
  return isSought && (one.platformWish === 'other' ? !isThere.same : isThere[one.platformWish])
}

export const mayMeet = (one: Wishes, other: Wishes): boolean =>
  wants(one, other) && wants(other, one)

/** From when on nothing that the two lack is insisted on any more; -Infinity where one who takes anyone waives it at once. */
export function readyAt(one: Waiting, other: Waiting, haveMet: boolean): number {
  const lacks = {
    'common-language': !one.languages.some((language) => other.languages.includes(language)),
    'shared-interest': !shareInterest(one.interests, other.interests),
    'new-partner': haveMet,
  }
  const times = (['common-language', 'shared-interest', 'new-partner'] as const)
    .filter((wish) => lacks[wish])
    .map((wish) => {
      const { forMs, of } = schedule[wish]
      const [first, second] = [one, other].map(({ since, widened }) =>
        widened ? -Infinity : since + forMs,
      )
      const both = [first ?? 0, second ?? 0]
      return of === 'either' ? Math.min(...both) : Math.max(...both)
    })
  return Math.max(one.since, other.since, ...times)
}

/** Having none is something in common, too. */
function shareInterest(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return one.length === other.length
  return one.some((interest) => other.includes(interest))
}
