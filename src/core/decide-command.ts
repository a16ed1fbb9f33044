import type { Change } from './change.ts'
import type { Command } from './command.ts'
import { leave, moveOn, openQuestion, search, tell } from './moves.ts'
import type { Situation } from './situation.ts'
import { unreachable } from '../lib/must.ts'

export function decideCommand(situation: Situation, command: Command): readonly Change[] {
  switch (command) {
    case 'help':
    case 'rules':
    case 'privacy':
      return [tell({ kind: command })]
    case 'start':
    case 'find':
    case 'next':
    case 'stop':
    case 'settings': {
      const question = openQuestion(situation.user)
      return question ? [tell(question)] : known(situation, command)
    }
    default:
      return unreachable(command)
  }
}

type Errand = Exclude<Command, 'help' | 'rules' | 'privacy'>

/** Somebody who has answered all questions. */
function known(situation: Situation, command: Errand): readonly Change[] {
  if (command === 'settings') {
    const profile = situation.user?.profile ?? { gender: undefined, seeking: undefined }
    return [tell({ kind: 'settings', profile })]
  }
  if (situation.room) return inRoom(situation.room, command)
  if (situation.waitingSince !== undefined) return whileWaiting(command)
  return whileIdle(command)
}

function inRoom(
  room: NonNullable<Situation['room']>,
  command: Exclude<Errand, 'settings'>,
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
      return [...leave(room, 'left'), tell({ kind: 'you-left', partner, searching: false })]
    default:
      return unreachable(command)
  }
}

function whileWaiting(command: Exclude<Errand, 'settings'>): readonly Change[] {
  if (command === 'stop') return [{ kind: 'close-ticket' }, tell({ kind: 'search-cancelled' })]
  return [tell({ kind: 'still-waiting', said: false })]
}

function whileIdle(command: Exclude<Errand, 'settings'>): readonly Change[] {
  switch (command) {
    case 'start':
      return [tell({ kind: 'welcome-back' })]
    case 'find':
    case 'next':
      return search()
    case 'stop':
      return [tell({ kind: 'not-searching' })]
    default:
      return unreachable(command)
  }
}
