// Where a person takes themselves to be, by what the bot shows them.

import type { SeenMessage } from '../../src/sandbox/person.ts'
import { readNotice } from './read-chat.ts'

export type Place = 'new' | 'question' | 'waiting' | 'room' | 'idle'

const places: Readonly<Record<string, Place>> = {
  paired: 'room',
  'in-room': 'room',
  waiting: 'waiting',
  'still-waiting': 'waiting',
  'still-waiting-said': 'waiting',
  'you-left': 'idle',
  'partner-left': 'idle',
  'partner-gone': 'idle',
  'room-is-over': 'idle',
  'nobody-listens': 'idle',
  'welcome-back': 'idle',
  'not-searching': 'idle',
}

export function placeOf(message: SeenMessage): Place | undefined {
  if (message.from !== 'bot' || message.kind !== 'text') return undefined
  const notice = readNotice(message)
  if (notice === undefined) return undefined
  const isQuestion = message.buttons
    .flat()
    .some(({ label }) => /^(?:I am 18|Rather not say|Anyone)/.test(label))
  return isQuestion ? 'question' : places[notice.notice]
}

/** A partner's leaving answers no command of one's own. */
export function isAnswerTo(command: string, message: SeenMessage): boolean {
  const place = placeOf(message)
  const notice = readNotice(message)?.notice
  if (place === undefined || notice === 'partner-left' || notice === 'partner-gone') return false
  if (command === 'find' || command === 'next') return place === 'waiting' || place === 'room'
  if (command === 'stop') return place === 'idle'
  // Nothing but this tells where one is now: what else is shown may be long overtaken.
  return place === 'question' || answersToStart.has(notice ?? '')
}

const answersToStart = new Set(['welcome-back', 'in-room', 'still-waiting'])
