import type { Candidate, Ticket } from '../core/matchmaking.ts'
import { scarceAmong } from '../core/scarcity.ts'
import type { UserId } from '../core/room.ts'
import { enterRoom } from './enter-room.ts'
import { meetAgain } from './meet-again.ts'
import type { Parts } from './parts.ts'
import type { PairDue, PairingPlan } from './store.ts'
import { noEffects } from './write.ts'

/**
 * Tries those who would meet again and then the tickets that are due, at most `plan.most` of each. Inside the caller's transaction: nobody can leave the line or enter a room between
 * the choice and the pairing.
 */
export function pairDue(parts: Parts, plan: PairingPlan): PairDue {
  const lanes = new Set<UserId>(meetAgain(parts, plan))
  let tried = 0
  for (; tried < plan.most; tried += 1) {
    const ticket = parts.line.nextDue(plan.now)
    if (!ticket) break
    const partner = partnerFor(parts, ticket, plan)
    if (partner) {
      enterRoom(parts, plan, [ticket.user, partner.ticket.user], false)
      lanes.add(ticket.user).add(partner.ticket.user)
    } else {
      parts.line.markTried(ticket, plan.now)
    }
  }
  return {
    ...noEffects,
    lanes,
    more: tried === plan.most || parts.againWishes.isAnyDue(),
    nextDueAt: parts.line.nextDueAt(),
  }
}

function partnerFor(
  { line, blocks, pastRooms }: Parts,
  ticket: Ticket,
  { choose, now }: PairingPlan,
): Candidate | undefined {
  const waiting = line.waitingOfEach()
  const admit = (other: Ticket): Candidate | undefined => {
    const pair = blocks.pairOf(ticket.user, other.user)
    if (blocks.isBlocked(pair)) return undefined
    const candidate = { ticket: other, metBefore: pastRooms.haveMet(pair, now) }
    // Behind somebody whom they have met and do not yet want to meet again, there may be another.
    return candidate.metBefore && !choose(ticket, [candidate], new Set(), now)
      ? undefined
      : candidate
  }
  return choose(ticket, line.candidates(ticket, waiting, admit), scarceAmong(waiting), now)
}
