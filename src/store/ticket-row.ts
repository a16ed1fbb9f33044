import type { Language } from '../core/language.ts'
import type { Ticket } from '../core/matchmaking.ts'
import { wishesOf } from '../core/ticket-kind.ts'

export interface TicketRow {
  readonly user_id: number
  readonly kind: number
  readonly traits: string
  readonly since: number
  readonly widened: number
}

/** What a ticket says beside its kind, as it stands in its row. Written by `writeTraits` alone. */
type Traits = readonly [languages: readonly Language[], interests: readonly number[], number]

export const writeTraits = ({ languages, interests, standing }: Ticket): string =>
  JSON.stringify([languages, interests, standing] satisfies Traits)

export function asTicket({ user_id: user, kind, traits, since, widened }: TicketRow): Ticket {
  const [languages, interests, standing] = JSON.parse(traits) as Traits
  return { ...wishesOf(kind), user, since, languages, interests, standing, widened: widened === 1 }
}
