import { limits } from '../core/limits.ts'
import type { RoomId, UserId } from '../core/room.ts'
import type { Parts } from './parts.ts'
import type { Write } from './write.ts'

/** A thumb of the user for who was with them, unless that one has been forgotten. It counts once for these two in a day. */
export function rate(
  { rooms, people, pastRooms }: Parts,
  user: UserId,
  { room, isUp }: Extract<Write, { kind: 'rate' }>,
  now: number,
): void {
  if (!rooms.rate(room, user, isUp ? 'up' : 'down')) return
  const partner = rooms.partnerOf(room, user)
  if (partner !== undefined && pastRooms.countThumb(room, user, now - limits.pastRoomMs))
    people.addThumb(partner, isUp)
}

/** The user would meet who was in that room again. */
export function wantAgain(
  { pastRooms, againWishes }: Parts,
  user: UserId,
  room: RoomId,
  now: number,
): void {
  const past = pastRooms.find(room, user, now - limits.pastRoomMs)
  if (past) againWishes.want(room, past.seat, user)
}
