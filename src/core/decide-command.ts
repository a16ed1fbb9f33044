import type { Change } from './change.ts'
import type { Command } from './command.ts'
import { blockPartner, offerBlock } from './decide-block.ts'
import { offerToForget } from './decide-forget.ts'
import { letGo, retract } from './decide-afterthought.ts'
import { offerToShare } from './decide-share.ts'
import { giveTopic } from './decide-topic.ts'
import { stopWaiting } from './decide-waiting.ts'
import { leave, moveOn, openQuestion, search, settingsOf, tell, youLeft } from './moves.ts'
import type { Situation } from './situation.ts'
import { unreachable } from '../lib/must.ts'

export interface CommandFacts {
  /** The command was sent as a reply, to a message that may be among the situation's. */
  readonly isReply: boolean
  /** The sender's public name, if they have one. */
  readonly handle: string | undefined
}

export function decideCommand(
  situation: Situation,
  command: Command,
  facts: CommandFacts,
): readonly Change[] {
  switch (command) {
    case 'help':
    case 'rules':
    case 'privacy':
      return [tell({ kind: command })]
    case 'forgetme':
      return offerToForget(situation)
    case 'language':
      return [tell({ kind: 'ask-locale' })]
    case 'start':
    case 'find':
    case 'next':
    case 'stop':
    case 'block':
    case 'topic':
    case 'share':
    case 'settings':
    case 'delete': {
      const question = openQuestion(situation.user)
      return question ? [tell(question)] : known(situation, command, facts)
    }
    default:
      return unreachable(command)
  }
}

type Errand = Exclude<Command, 'help' | 'rules' | 'privacy' | 'forgetme' | 'language'>

/** Somebody who has answered all questions. */
function known(situation: Situation, command: Errand, facts: CommandFacts): readonly Change[] {
  if (command === 'settings') {
    return situation.user ? [tell(settingsOf(situation.user, situation.portrait))] : []
  }
  if (situation.room) return inRoom(situation.room, situation, command, facts)
  if (command === 'block') return offerBlock(situation)
  if (situation.waitingSince !== undefined) return whileWaiting(situation, command)
  return whileIdle(command)
}

function takeBack(
  room: NonNullable<Situation['room']>,
  { messages, held }: Situation,
  isReply: boolean,
): readonly Change[] {
  if (!isReply) return [tell({ kind: 'how-to-retract' })]
  const own = messages.filter(({ isMine }) => isMine)
  if (own.length + held.length === 0) return [tell({ kind: 'cannot-retract' })]
  const place = { room: room.id, to: room.partner.user }
  return [
    ...held.map(letGo),
    ...own.map((message) => retract(place, message)),
    tell({ kind: 'retracted' }),
  ]
}

function inRoom(
  room: NonNullable<Situation['room']>,
  situation: Situation,
  command: Exclude<Errand, 'settings'>,
  { isReply, handle }: CommandFacts,
): readonly Change[] {
  const partner = room.partner.pseudonym
  switch (command) {
    case 'start':
      return [tell({ kind: 'in-room', partner })]
    case 'find':
      return [tell({ kind: 'confirm-next', partner, room: room.id })]
    case 'next':
      return moveOn(room)
    case 'stop':
      return [...leave(room, 'left'), tell(youLeft(room, false))]
    case 'block':
      return blockPartner(room)
    case 'topic':
      return giveTopic(room)
    case 'share':
      return offerToShare(situation, handle, room.id)
    case 'delete':
      return takeBack(room, situation, isReply)
    default:
      return unreachable(command)
  }
}

function whileWaiting(
  situation: Situation,
  command: Exclude<Errand, 'settings' | 'block'>,
): readonly Change[] {
  if (command === 'stop') return stopWaiting(situation)
  return [tell({ kind: 'still-waiting', said: false })]
}

function whileIdle(command: Exclude<Errand, 'settings' | 'block'>): readonly Change[] {
  switch (command) {
    case 'start':
      return [tell({ kind: 'welcome-back' })]
    case 'find':
    case 'next':
      return search()
    case 'stop':
    case 'delete':
    case 'topic':
    case 'share':
      return [tell({ kind: 'not-searching' })]
    default:
      return unreachable(command)
  }
}
