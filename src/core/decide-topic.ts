import type { Change } from './change.ts'
import { limits } from './limits.ts'
import { tell } from './moves.ts'
import type { Notice } from './notice.ts'
import type { OpenRoom } from './room.ts'

/** /topic: the same question to both, one that this room has not had yet. Each room begins elsewhere in the list. */
export function giveTopic({ id, topics, partner }: OpenRoom): readonly Change[] {
  const topic: Notice = { kind: 'topic', number: ((id + topics) % limits.topics) + 1 }
  return [
    { kind: 'count-topic', room: id },
    tell(topic),
    { kind: 'tell', to: partner.user, notice: topic, inPlaceOf: undefined, once: undefined },
  ]
}
