import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { needsConsent } from './consent.ts'
import type { Content } from './content.ts'
import { limits } from './limits.ts'
import { openQuestion, tell } from './moves.ts'
import type { Notice } from './notice.ts'
import type { OpenRoom } from './room.ts'
import type { Situation } from './situation.ts'

export function decideMessage(
  situation: Situation,
  content: Content,
  original: Ref,
): readonly Change[] {
  if (situation.room) return sayInRoom(situation.room, situation, content, original)
  return [tellOnce(unheard(situation), content)]
}

/** Nobody listens: says so, and how to find somebody. Nothing of the content is kept. */
function unheard({ user, waitingSince, endedRoom }: Situation): Notice {
  const question = openQuestion(user)
  if (question) return question
  if (waitingSince !== undefined) return { kind: 'still-waiting', said: true }
  if (endedRoom) return { kind: 'room-is-over', partner: endedRoom.partner }
  return { kind: 'nobody-listens' }
}

function sayInRoom(
  room: OpenRoom,
  { reply, newId }: Situation,
  content: Content,
  original: Ref,
): readonly Change[] {
  if (content.kind === 'refused') {
    return [tellOnce({ kind: 'refused', what: content.what }, content)]
  }
  // A reply meant for an earlier partner must not reach this one. What is forgotten is judged by its age alone: before the user was told
  // of this room, they can only have answered what was said in another.
  const precedesRoom =
    reply.kind === 'forgotten' &&
    (room.toldAt === undefined || reply.at + limits.platformTimeGrainMs <= room.toldAt)
  if (precedesRoom) return [tellOnce({ kind: 'reply-to-ended' }, content)]
  const replyTo = reply.kind === 'known' ? reply.partnerRef : undefined
  const about = needsConsent(content)
  if (about !== undefined) {
    return [
      { kind: 'hold-back', id: newId, room: room.id, content, original, replyTo },
      tell({ kind: 'ask-consent', about, id: newId }),
    ]
  }
  const place = { room: room.id, to: room.partner.user, original, replyTo }
  const gathered = gatherable(content)
  if (gathered) return [{ kind: 'gather', ...place, ...gathered }]
  return [{ kind: 'relay', ...place, content, mayNameSender: false }]
}

/** A message that is one of an album. */
function gatherable(
  content: Content,
): Pick<Extract<Change, { kind: 'gather' }>, 'album' | 'media' | 'caption'> | undefined {
  if (content.kind !== 'media' || content.album === undefined) return undefined
  const [media] = content.files
  return media && { album: content.album, media, caption: content.caption }
}

/** The items of an album are answered once. */
export function tellOnce(notice: Notice, content: Content): Change {
  return { kind: 'tell', to: 'sender', notice, inPlaceOf: undefined, once: albumOf(content) }
}

function albumOf(content: Content): string | undefined {
  if (content.kind === 'refused') return content.group
  return content.kind === 'media' ? content.album : undefined
}
