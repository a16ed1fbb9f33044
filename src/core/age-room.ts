import type { Change } from './change.ts'
import { finishAlbums, tell, tellPartner } from './moves.ts'
import type { Situation } from './situation.ts'

/** For each of the two in a room that has been silent for a while. */
export function nudge({ room }: Situation): readonly Change[] {
  return room ? [tell({ kind: 'room-quiet', partner: room.partner.pseudonym })] : []
}

/** For one of the two in a room in which nothing was said for a day: both are told. */
export function expire({ room }: Situation): readonly Change[] {
  if (!room) return []
  const { mine, partner } = room
  return [
    ...finishAlbums(room),
    { kind: 'close-room', room: room.id, reason: 'expired' },
    tell({ kind: 'room-expired', partner: partner.pseudonym, room: room.id }),
    tellPartner(room, { kind: 'room-expired', partner: mine.pseudonym, room: room.id }),
  ]
}
