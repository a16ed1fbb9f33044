import type { UserId } from '../core/room.ts'
import { type WaitingState, waitingStateOf } from '../core/waiting.ts'
import type { Parts } from './parts.ts'

/** How the waiting of a user stands, as it is told. */
export function loadWaitingState(
  { line, portraits, waitCounts }: Parts,
  user: UserId,
  now: number,
): WaitingState | undefined {
  const ticket = line.ticketOf(user)
  if (!ticket) return undefined
  const waiting = [...line.waitingOfEach().values()].reduce((sum, count) => sum + count, 0)
  return waitingStateOf({
    waitedMs: Math.max(0, now - ticket.since),
    seeking: ticket.seeking,
    platformWish: ticket.platformWish,
    hasInterests: portraits.of(user).interests.length > 0,
    isAnyoneFine: ticket.widened,
    looking: waiting - 1,
    typicalMs: waitCounts.typical(ticket, now),
  })
}
