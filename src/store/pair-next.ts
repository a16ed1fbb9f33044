import type { Ticket } from '../core/matchmaking.ts'
import { toNothing } from './outbox.ts'
import type { Parts } from './parts.ts'
import type { Store } from './store.ts'
import { type Effects, noEffects } from './write.ts'

/** Inside the caller's transaction: nobody can leave the line or enter a room between the choice and the pairing. */
export function pairNext(
  { line, blocks, rooms, outbox, ledger }: Parts,
  choose: Parameters<Store['pairNext']>[0],
  pair: Parameters<Store['pairNext']>[1],
  now: number,
): (Effects & { readonly paired: boolean }) | undefined {
  const ticket = line.nextUntried()
  if (!ticket) return undefined
  const mayMeet = (other: Ticket): boolean => !blocks.areApart(ticket.user, other.user)
  const partner = choose(ticket, line.candidates(ticket, mayMeet))
  if (!partner) {
    line.markTried(ticket.user)
    return { ...noEffects, paired: false }
  }
  const { room, pseudonyms, posts } = pair(ticket, partner)
  line.close(ticket.user)
  line.close(partner.user)
  const users = [ticket.user, partner.user] as const
  rooms.open(room, blocks.pairOf(...users), users, pseudonyms, now)
  // The room on a notice: when it is delivered, its reader has been told.
  const notice = { ...toNothing, room }
  for (const action of posts[0]) outbox.add(ticket.user, action, notice, now)
  for (const action of posts[1]) outbox.add(partner.user, action, notice, now)
  ledger.count('room', now)
  ledger.note({ kind: 'room-opened', platforms: [ticket.platform, partner.platform] }, now)
  return { ...noEffects, lanes: new Set([ticket.user, partner.user]), paired: true }
}
