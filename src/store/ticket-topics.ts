import type { Interest } from '../core/interest.ts'
import type { Language } from '../core/language.ts'
import type { Ticket } from '../core/matchmaking.ts'
import type { Keyring } from '../keyring.ts'

/** What somebody without interests has in common with others like them. */
const none: Interest = ''

export type TicketTopics = ReturnType<typeof createTicketTopics>

/** What people are found by in the line: keyed hashes, as numbers that JavaScript holds exactly. */
export function createTicketTopics(keyring: Keyring) {
  const known = new Map<string, number>()
  /** There are not many languages, and few words that are not curated are shared by many. */
  const mostKnown = 10_000
  const numberOf = (words: string): number => {
    const remembered = known.get(words)
    if (remembered !== undefined) return remembered
    const number = keyring.hash('topic', words).readUIntBE(0, 6)
    if (known.size >= mostKnown) known.clear()
    known.set(words, number)
    return number
  }
  const spoken = ({ languages }: Ticket): readonly number[] =>
    languages.map((language: Language) => numberOf(language))
  const shared = ({ languages, interests }: Ticket): readonly number[] =>
    languages.flatMap((language) =>
      interests.map((interest) => numberOf(`${language} ${interest}`)),
    )
  return {
    /** Interests as a ticket has them. */
    interestsOf: (interests: readonly Interest[]): readonly number[] =>
      (interests.length > 0 ? interests : [none]).map((interest) =>
        numberOf(`interest ${interest.toLowerCase()}`),
      ),
    /** Each language. */
    spoken,
    /** Each interest in each language. */
    shared,
    of: (ticket: Ticket): readonly number[] => [...spoken(ticket), ...shared(ticket)],
  }
}
