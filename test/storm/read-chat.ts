// A chat of the sandbox as the events that the checker judges.

import type { Notice } from '../../src/core/notice.ts'
import { noticeMark } from '../../src/core/notice-mark.ts'
import { freshlyWaiting } from '../../src/core/waiting.ts'
import type { SandboxPerson, SeenFile, SeenMessage } from '../../src/sandbox/person.ts'
import { say } from '../../src/text/say.ts'
import { type Command, type PersonHistory, type StormEvent } from '../support/history.ts'
import { bare } from './bare-text.ts'
import type { FileTag } from './file-tag.ts'
import { albumsIn, together, kindsOf, type Together } from './said-together.ts'

export interface KnownNotice {
  readonly notice: string
  readonly partner: string | undefined
}

/** What the person did that is no message of the chat, by the message that was the last one then. */
export interface Deed {
  readonly command: Command
  readonly after: string | undefined
}

const someone = 'SOMEONE'
const partner = someone
const known: readonly (readonly [string, Notice])[] = [
  [
    'paired',
    {
      kind: 'paired',
      card: {
        pseudonym: partner,
        bio: '',
        sharedInterests: [],
        sharedLanguages: ['en'],
        again: false,
      },
    },
  ],
  ['in-room', { kind: 'in-room', partner }],
  ['you-left', { kind: 'you-left', partner, room: 1, searching: false }],
  ['partner-left', { kind: 'partner-left', partner, room: 1 }],
  ['partner-gone', { kind: 'partner-gone', partner, room: 1 }],
  ['room-expired', { kind: 'room-expired', partner, room: 1 }],
  ['room-is-over', { kind: 'room-is-over', partner }],
  ['nobody-listens', { kind: 'nobody-listens' }],
  ['reply-to-ended', { kind: 'reply-to-ended' }],
  ['waiting', { kind: 'waiting', state: freshlyWaiting }],
  ['still-waiting', { kind: 'still-waiting', said: false }],
  ['still-waiting-said', { kind: 'still-waiting', said: true }],
  ['welcome-back', { kind: 'welcome-back' }],
  ['not-searching', { kind: 'not-searching' }],
  ['our-fault', { kind: 'our-fault' }],
  ['not-delivered-rejected', { kind: 'not-delivered', why: 'rejected' }],
  ['not-delivered-expired', { kind: 'not-delivered', why: 'expired' }],
  ['not-delivered-unknown', { kind: 'not-delivered', why: 'unknown' }],
]

const patterns = known.map(([name, notice]) => {
  const words = bare(say(notice, { operatorContact: '' }, 'en').text.text)
  const escaped = RegExp.escape(words).replace(someone, '(?<partner>.+)')
  return { name, pattern: new RegExp(`^${escaped}$`, 'u') }
})

const remembered = new WeakMap<SeenMessage, KnownNotice | undefined>()

/** `undefined` for what is no notice; a notice of no importance here is called `other`. */
export function readNotice(message: SeenMessage): KnownNotice | undefined {
  if (!remembered.has(message)) remembered.set(message, identify(message))
  return remembered.get(message)
}

function identify({ text }: SeenMessage): KnownNotice | undefined {
  const words = bare(text)
  if (!words.startsWith(noticeMark)) return undefined
  for (const { name, pattern } of patterns) {
    const match = pattern.exec(words)
    if (match) return { notice: name, partner: match.groups?.['partner'] }
  }
  return { notice: 'other', partner: undefined }
}

export function readChat(
  name: string,
  { platform, chat }: SandboxPerson,
  deeds: readonly Deed[],
  tagOf: (file: SeenFile) => FileTag | undefined,
): PersonHistory {
  const place = new Map(chat.map(({ id }, at) => [id, at]))
  const events: StormEvent[] = []
  let latestPairing = -1
  let hasMoved = false
  const note = (event: StormEvent): void => {
    events.push(event)
    if (event.kind === 'did') hasMoved = true
  }
  const doneAfter = (id: string | undefined): void => {
    for (const { command, after } of deeds) if (after === id) note({ kind: 'did', command })
  }
  doneAfter(undefined)
  for (const messages of albumsIn(chat)) {
    const shown = together(messages, tagOf)
    const event = read(shown, (id) => hasMoved || (place.get(id) ?? -1) < latestPairing)
    if (event) note(event)
    if (event?.kind === 'notice' && event.notice === 'paired') {
      latestPairing = place.get(event.id) ?? -1
      hasMoved = false
    }
    for (const { id } of messages) doneAfter(id)
  }
  return { name, platform, events }
}

function read(shown: Together, isOld: (id: string) => boolean): StormEvent | undefined {
  const { message, text, files, tags } = shown
  const { id, at, from, kind, replyTo } = message
  if (kind !== 'text' && files.length === 0) return undefined
  if (from === 'person') {
    const command = /^\/(next|stop|find)$/.exec(text)?.[1]
    if (command === 'next' || command === 'stop' || command === 'find')
      return { kind: 'did', command }
    if (!tags) return undefined
    const isOldReply = replyTo !== undefined && isOld(replyTo)
    return {
      kind: 'said',
      number: tags.number,
      pieces: tags.total,
      text: bare(text),
      isOldReply,
      files: { kinds: kindsOf(shown), count: files.length, at },
    }
  }
  const notice = readNotice(message)
  if (notice) return { kind: 'notice', id, at, ...notice }
  if (!tags) return { kind: 'strange', id, at, text: `${kindsOf(shown)}${text}`.slice(0, 80) }
  const { author, number, pieces } = tags
  return { kind: 'words', id, at, author, number, pieces, text: bare(text), kinds: kindsOf(shown) }
}
