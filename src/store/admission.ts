import type { Candidate, Ticket } from '../core/matchmaking.ts'
import type { UserId } from '../core/room.ts'
import type { Parts } from './parts.ts'
import type { PairingPlan } from './store.ts'

export interface Admission {
  /** The other as somebody whom the ticket may be given; `undefined` where it may not, or does not want them again yet. */
  ask(other: Ticket): Candidate | undefined
  hasAsked(other: Ticket): boolean
}

/** Whether two may meet is known by a keyed hash of both: it is computed once for each. */
export function createAdmission(
  { blocks, pastRooms }: Pick<Parts, 'blocks' | 'pastRooms'>,
  ticket: Ticket,
  { choose, now }: Pick<PairingPlan, 'choose' | 'now'>,
): Admission {
  const pairWith = blocks.pairsOf(ticket.user)
  const asked = new Map<UserId, Candidate | undefined>()
  const look = (other: Ticket): Candidate | undefined => {
    const pair = pairWith(other.user)
    if (blocks.isBlocked(pair)) return undefined
    const candidate = { ticket: other, metBefore: pastRooms.haveMet(pair, now) }
    // Behind somebody whom they have met and do not yet want to meet again, there may be another.
    return candidate.metBefore && !choose(ticket, [candidate], new Set(), now)
      ? undefined
      : candidate
  }
  return {
    ask(other) {
      if (!asked.has(other.user)) asked.set(other.user, look(other))
      return asked.get(other.user)
    },
    hasAsked: (other) => asked.has(other.user),
  }
}
