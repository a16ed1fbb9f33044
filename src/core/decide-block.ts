import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { leave, outdated, tell, youLeft } from './moves.ts'
import type { OpenRoom } from './room.ts'
import type { Situation } from './situation.ts'

/** /block in a room: it ends, and the two never meet again. */
export function blockPartner(room: OpenRoom): readonly Change[] {
  return [
    { kind: 'block', room: room.id },
    ...leave(room, 'blocked'),
    tell({ kind: 'blocked', partner: room.partner.pseudonym, searching: false }),
  ]
}

/** /block outside of rooms: of who was there a moment ago, after a yes. */
export function offerBlock({ endedRoom }: Situation): readonly Change[] {
  if (!endedRoom) return [tell({ kind: 'nobody-to-block' })]
  return [tell({ kind: 'confirm-block', partner: endedRoom.partner, room: endedRoom.id })]
}

/** A tap on "Block", under the end of a room or the question whether to leave it. */
export function askToBlock(situation: Situation): readonly Change[] {
  const { named } = situation
  if (!named) return [outdated(situation)]
  return [tell({ kind: 'confirm-block', partner: named.partner, room: named.id })]
}

/** The yes to that. Whoever is with the blocked one again by then leaves them. */
export function confirmBlock(situation: Situation, on: Ref | undefined): readonly Change[] {
  const { named, room, waitingSince } = situation
  if (!named) return [outdated(situation)]
  const left = named.isPresent ? room : undefined
  const searching = waitingSince !== undefined || (room !== undefined && left === undefined)
  return [
    { kind: 'block', room: named.id },
    ...(left ? leave(left, 'blocked') : []),
    tell({ kind: 'blocked', partner: named.partner, searching }, on),
    ...(left && left.id !== named.id ? [tell(youLeft(left, false))] : []),
  ]
}
