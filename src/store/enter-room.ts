import { cardFor, type Side } from '../core/card.ts'
import type { UserId } from '../core/room.ts'
import { must } from '../lib/must.ts'
import { toNothing } from './outbox.ts'
import type { Parts } from './parts.ts'
import type { PairingPlan } from './store.ts'

/** The two leave the line, if they are in it, and get a room; both are told. The caller has seen that neither is in a room or blocked. */
export function enterRoom(
  parts: Parts,
  plan: PairingPlan,
  [one, other]: readonly [UserId, UserId],
  again: boolean,
): void {
  const { people, portraits, rooms, pastRooms, blocks, ledger, line, waitCounts, waitingMessages } =
    parts
  const side = (id: UserId): Side => ({
    user: must(people.get(id), 'only users are paired'),
    portrait: portraits.of(id),
  })
  const a = side(one)
  const b = side(other)
  for (const id of [one, other]) {
    const ticket = line.ticketOf(id)
    if (!ticket) continue
    // Who meets somebody again has not been found by their wishes.
    if (!again) waitCounts.count(ticket, plan.now)
    waitingMessages.paired(id, plan.now)
    line.close(id)
  }
  const { room, pseudonyms } = plan.draw()
  const pair = blocks.pairOf(one, other)
  rooms.open(room, pair, [one, other], pseudonyms, plan.now)
  pastRooms.open(room, pair, [one, other], pseudonyms, plan.now)
  const tell = (to: Side, of: Side, pseudonym: string): void => {
    const card = cardFor(to, of, pseudonym, again)
    // The room on a notice: when it is delivered, its reader has been told.
    for (const action of plan.announce(card, to.user))
      parts.outbox.add(to.user.id, action, { ...toNothing, room }, plan.now)
  }
  tell(a, b, pseudonyms[1])
  tell(b, a, pseudonyms[0])
  ledger.count('room', plan.now)
  ledger.note({ kind: 'room-opened', platforms: [a.user.platform, b.user.platform] }, plan.now)
}
