import type { Change } from './change.ts'
import { applyReaction } from './fit-reactions.ts'
import type { InboundEvent } from './inbound.ts'
import type { HeldBack, KnownMessage, Situation } from './situation.ts'
import { unreachable } from '../lib/must.ts'

type Afterthought = Extract<InboundEvent, { kind: 'edited' | 'deleted' | 'reacted' }>

/** What is done to messages that were said before. Only the messages of the present room can be reached, by their author or, for reactions, by both. */
export function decideAfterthought(
  { room, messages, held }: Situation,
  event: Afterthought,
): readonly Change[] {
  if (!room) return []
  const place = { room: room.id, to: room.partner.user }
  const own = messages.filter(({ isMine }) => isMine)
  switch (event.kind) {
    case 'edited': {
      const { content } = event
      // A place that moves would be a message every few seconds.
      if (content.kind === 'refused' || content.kind === 'place') return []
      return [
        // What waits for its author's yes goes as it reads when they say it.
        ...held.map((each): Change => ({ kind: 'hold-back', ...each, room: room.id, content })),
        ...own.map(({ message, part }): Change => ({
          kind: 'revise',
          ...place,
          message,
          part,
          content,
        })),
      ]
    }
    case 'deleted':
      return [...held.map(letGo), ...own.map((known) => retract(place, known))]
    case 'reacted':
      return messages.map(({ message, part, reactions, shown: before }) => ({
        kind: 'react',
        ...place,
        message,
        part,
        before,
        after: applyReaction(reactions, event.reaction),
      }))
    default:
      return unreachable(event)
  }
}

export const letGo = ({ id }: HeldBack): Change => ({ kind: 'let-go', id })

export function retract(
  place: { readonly room: number; readonly to: number },
  { message, part }: KnownMessage,
): Change {
  return { kind: 'retract', ...place, message, part }
}
