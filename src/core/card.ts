import type { Interest } from './interest.ts'
import { type Language, spokenBy } from './language.ts'
import type { Portrait } from './settings.ts'
import type { User } from './situation.ts'

/** What one of two who have just met is told of the other: what the other shows, and what they were matched on. */
export interface Card {
  readonly pseudonym: string
  /** Empty where there is none. */
  readonly bio: string
  readonly sharedInterests: readonly Interest[]
  readonly sharedLanguages: readonly Language[]
  /** Both have asked to meet again. */
  readonly again: boolean
}

/** One of two who have just met. */
export interface Side {
  readonly user: User
  readonly portrait: Portrait
}

/** What `to` is told of `of`, whom they know by this pseudonym. */
export function cardFor(to: Side, of: Side, pseudonym: string, again: boolean): Card {
  const mine = spokenBy(to.portrait, to.user.locale)
  const theirs = spokenBy(of.portrait, of.user.locale)
  const words = new Set(to.portrait.interests.map((interest) => interest.toLowerCase()))
  return {
    pseudonym,
    bio: of.portrait.bio,
    sharedInterests: of.portrait.interests.filter((interest) => words.has(interest.toLowerCase())),
    sharedLanguages: theirs.filter((language) => mine.includes(language)),
    again,
  }
}
