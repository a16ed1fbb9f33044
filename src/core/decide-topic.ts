import type { Change } from './change.ts'
import { limits } from './limits.ts'
import { tell, tellPartner } from './moves.ts'
import type { Notice } from './notice.ts'
import type { OpenRoom } from './room.ts'

/** /topic: the same question to both, one that this room has not had yet. Each room begins elsewhere in the list. */
export function giveTopic(room: OpenRoom): readonly Change[] {
  const number = ((room.id + room.topics) % limits.topics) + 1
  const topic: Notice = { kind: 'topic', number }
  return [{ kind: 'count-topic', room: room.id }, tell(topic), tellPartner(room, topic)]
}
