import type { Interest } from './interest.ts'
import type { Language } from './language.ts'

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
