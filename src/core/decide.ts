import type { Change } from './change.ts'
import type { Content } from './content.ts'
import { decideAfterthought } from './decide-afterthought.ts'
import { decideCommand } from './decide-command.ts'
import { decideMessage, tellOnce } from './decide-message.ts'
import { answerPrompt } from './decide-settings.ts'
import { decideTap } from './decide-tap.ts'
import type { Inbound, Sender } from './inbound.ts'
import { finishAlbums, leave, outdated, tell } from './moves.ts'
import type { PromptKind } from './settings.ts'
import type { Situation } from './situation.ts'
import { readTap } from './tap.ts'
import { unreachable } from '../lib/must.ts'

/** What an inbound means, rule by rule as SPEC.md numbers them. Pure: the same situation and inbound give the same changes. */
export function decide(situation: Situation, inbound: Inbound): readonly Change[] {
  const { event } = inbound
  const { room } = situation
  switch (event.kind) {
    case 'typing':
      if (!room || room.partner.settings.mutesTyping) return []
      return [{ kind: 'show-typing', to: room.partner.user }]
    case 'edited':
    case 'deleted':
    case 'reacted':
      return decideAfterthought(situation, event)
    case 'blocked':
      return situation.user ? withdraw(situation) : []
    case 'unblocked':
      return []
    case 'message':
    case 'command':
    case 'answered':
    case 'tap': {
      if (situation.minor) return [tell({ kind: asksPrivacy(event) ? 'privacy' : 'under-age' })]
      const changes = answer(situation, event, inbound.sender)
      const isFarewell = changes.some(({ kind }) => kind === 'forget-user')
      if (!situation.user && changes.length > 0 && !isFarewell)
        return [{ kind: 'create-user' }, ...changes]
      // Whatever they do, they are there: nobody need ask them.
      const kept: readonly Change[] = situation.wasSilent === true ? [{ kind: 'keep-ticket' }] : []
      const left = leavesQuestion(situation, event)
      return [...kept, ...left, ...albumsBefore(situation, event, changes), ...changes]
    }
    default:
      return unreachable(event)
  }
}

/** Who taps or asks for something is not at the question any more: what they type then is meant for somebody. */
const leavesQuestion = ({ isBeingAsked }: Situation, { kind }: Said): readonly Change[] =>
  isBeingAsked === true && (kind === 'tap' || kind === 'command') ? [{ kind: 'drop-prompt' }] : []

/** The sender's albums are whole when something else follows. Whoever ends the room has finished them already. */
function albumsBefore(
  { room }: Situation,
  event: Said,
  changes: readonly Change[],
): readonly Change[] {
  if (!room || changes.some(({ kind }) => kind === 'close-room')) return []
  const content = event.kind === 'message' ? event.content : undefined
  const album = content?.kind === 'media' ? content.album : undefined
  const others = room.gathering.filter((gathering) => gathering.album !== album)
  return finishAlbums({ ...room, gathering: others }, room.mine.user)
}

type Said = Extract<Inbound['event'], { kind: 'message' | 'command' | 'tap' | 'answered' }>

function answer(situation: Situation, event: Said, sender: Sender): readonly Change[] {
  switch (event.kind) {
    case 'message':
      return situation.asked
        ? decideReply(situation, situation.asked, event.content)
        : decideMessage(situation, event.content, event.ref)
    case 'command':
      return decideCommand(situation, event.command, {
        isReply: event.replyTo !== undefined,
        handle: sender.handle,
      })
    case 'tap':
      return decideTap(situation, event.data, event.on, sender.handle)
    case 'answered':
      return decideAnswer(situation, event)
    default:
      return unreachable(event)
  }
}

/** A question to be answered in words is answered: whatever it is, it is not meant for the partner. */
function decideReply(situation: Situation, asked: PromptKind, content: Content): readonly Change[] {
  const changes: readonly Change[] =
    content.kind === 'text'
      ? answerPrompt(situation, asked, content.text.text, undefined)
      : [tellOnce({ kind: 'words-refused', what: asked }, content)]
  const isRefused = changes.some(
    (change) => change.kind === 'tell' && change.notice.kind === 'words-refused',
  )
  // "Try other words" is the question once more: it is where they will reply.
  return isRefused
    ? changes.map((change) => (change.kind === 'tell' ? { ...change, mark: asked } : change))
    : [{ kind: 'drop-prompt' }, ...changes]
}

/** A dialog has been filled in, however long ago it was opened. */
function decideAnswer(
  situation: Situation,
  { data, text, on }: Extract<Said, { kind: 'answered' }>,
): readonly Change[] {
  const tap = readTap(data)
  if (tap?.kind !== 'prompt') return [outdated(situation)]
  return answerPrompt(situation, tap.what, text, on)
}

/** What is kept of people may be asked by anybody, also by those of whom only a refusal is kept. */
const asksPrivacy = (event: Said): boolean =>
  event.kind === 'command' && event.command === 'privacy'

/** The user cannot be reached any more: everything that counts on them ends. */
export function withdraw(situation: Situation): readonly Change[] {
  return [
    ...(situation.room ? leave(situation.room, 'gone') : []),
    { kind: 'close-ticket' },
    { kind: 'drop-lane' },
  ]
}
