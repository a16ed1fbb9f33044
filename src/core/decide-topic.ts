import type { Change } from './change.ts'
import { tell } from './moves.ts'
import type { OpenRoom } from './room.ts'

/** /topic: the same question to both, one that this room has not had yet. */
export function giveTopic(room: OpenRoom): readonly Change[] {
  return [tell({ kind: 'in-room', partner: room.partner.pseudonym })]
}
