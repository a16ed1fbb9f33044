import { expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import type { OpenRoom } from '../../src/core/room.ts'
import { someUser } from '../support/situations.ts'
import { asks, chatting, idle, kinds, room, taps } from './deciding.ts'

const user = someUser
const album = (author: number): OpenRoom['gathering'][number] => ({
  message: author,
  author,
  to: 3 - author,
  album: String(author),
  items: [],
  replyTo: undefined,
})
const unrated = { rated: undefined, wantsAgain: false, isRemembered: true } as const
const told = (changes: readonly Change[]): readonly unknown[] =>
  changes.flatMap((change) => (change.kind === 'tell' ? [[change.to, change.notice]] : []))

const left = { kind: 'partner-left', partner: 'Quiet Heron', room: 70 }
const blocked = { kind: 'blocked', partner: 'Amber Otter', searching: false }

test('/block ends the room, and tells the partner what they hear when somebody leaves (3.11)', () => {
  const changes = asks(chatting, 'block')
  expect(changes).toContainEqual({ kind: 'block', room: 70 })
  expect(changes).toContainEqual({ kind: 'close-room', room: 70, reason: 'blocked' })
  expect(told(changes)).toEqual([
    [2, left],
    ['sender', blocked],
  ])
  expect(told(asks(chatting, 'stop'))).toContainEqual([2, left])
})

test('the albums of who blocks still go, those of who is blocked do not (3.11)', () => {
  const gathering = [album(1), album(2)]
  const changes = asks({ ...idle, room: { ...room, gathering } }, 'block')
  expect(changes.filter(({ kind }) => kind === 'relay-album')).toEqual([
    { kind: 'relay-album', room: 70, gathering: album(1) },
  ])
  const stopped = asks({ ...idle, room: { ...room, gathering } }, 'stop')
  expect(stopped.filter(({ kind }) => kind === 'relay-album')).toHaveLength(2)
})

test('/block just after the end asks whether to block who was there; later there is nobody', () => {
  const endedRoom = { id: 70, endedAt: 90_000, partner: 'Amber Otter' }
  const question = { kind: 'confirm-block', partner: 'Amber Otter', room: 70 }
  for (const waitingSince of [undefined, 95_000]) {
    const changes = asks({ ...idle, endedRoom, waitingSince }, 'block')
    expect([kinds(changes), told(changes)]).toEqual([['tell'], [['sender', question]]])
    const nobody = asks({ ...idle, waitingSince }, 'block')
    expect(told(nobody)).toEqual([['sender', { kind: 'nobody-to-block' }]])
  }
})

test('"Block" asks first, and changes nothing by itself (3.12)', () => {
  const named = { ...unrated, id: 70, partner: 'Amber Otter', isPresent: true }
  for (const situation of [chatting, idle]) {
    const changes = taps({ ...situation, named }, { kind: 'block', room: 70 })
    expect([kinds(changes), told(changes)]).toEqual([
      ['tell'],
      [['sender', { kind: 'confirm-block', partner: 'Amber Otter', room: 70 }]],
    ])
  }
})

test.each(['block', 'confirm-block'] as const)(
  'a tap on %s for a room that is not remembered is an old button',
  (kind) => {
    for (const situation of [idle, chatting])
      expect(told(taps(situation, { kind, room: 70 }))).toEqual([
        ['sender', { kind: 'old-button' }],
      ])
    // Somebody new is asked the first question, whatever they tap.
    const stranger = taps({ ...idle, user: undefined }, { kind, room: 70 })
    expect(told(stranger)).toEqual([['sender', { kind: 'welcome' }]])
  },
)

test('the yes of a room that has ended blocks, and ends nothing else (3.12)', () => {
  const named = { ...unrated, id: 60, partner: 'Jolly Wren', isPresent: false }
  const meanwhile = taps({ ...chatting, named }, { kind: 'confirm-block', room: 60 })
  expect(kinds(meanwhile)).toEqual(['block', 'tell'])
  expect(told(meanwhile)).toEqual([
    ['sender', { kind: 'blocked', partner: 'Jolly Wren', searching: true }],
  ])
  const waiting = { ...idle, waitingSince: 1, named }
  expect(kinds(taps(waiting, { kind: 'confirm-block', room: 60 }))).toEqual(['block', 'tell'])
})

test('the yes ends the room that the two are in by then, whatever their names are in it (3.12)', () => {
  const named = { ...unrated, id: 60, partner: 'Jolly Wren', isPresent: true }
  const changes = taps({ ...chatting, named }, { kind: 'confirm-block', room: 60 })
  expect(kinds(changes)).toEqual(['block', 'close-room', 'tell', 'tell', 'tell'])
  expect(told(changes)).toEqual([
    [2, left],
    ['sender', { kind: 'blocked', partner: 'Jolly Wren', searching: false }],
    ['sender', { kind: 'you-left', partner: 'Amber Otter', room: 70, searching: false }],
  ])
})

test('/forgetme asks first, also somebody who has not answered every question (1.7)', () => {
  const begun = { ...user, accepted: false, profile: { gender: undefined, seeking: undefined } }
  for (const situation of [idle, chatting, { ...idle, user: begun }])
    expect(told(asks(situation, 'forgetme'))).toEqual([['sender', { kind: 'confirm-forget' }]])
})

test('the yes leaves as /stop does, says a last word, and only then forgets (1.7)', () => {
  const changes = taps(chatting, { kind: 'confirm-forget' })
  expect(kinds(changes)).toEqual(['close-room', 'tell', 'close-ticket', 'tell', 'forget-user'])
  expect(told(changes)).toEqual([
    [2, left],
    ['sender', { kind: 'forgotten' }],
  ])
})

test('somebody unknown is not made known by asking to be forgotten, nor by a second yes (1.7)', () => {
  const stranger = { ...idle, user: undefined }
  for (const changes of [asks(stranger, 'forgetme'), taps(stranger, { kind: 'confirm-forget' })]) {
    expect(kinds(changes)).not.toContain('create-user')
    expect(told(changes)).toEqual([['sender', { kind: 'forgotten' }]])
  }
})

test('who said to be under 18 stays refused, whatever they ask to be forgotten', () => {
  const minor = { ...idle, user: undefined, minor: true }
  for (const changes of [asks(minor, 'forgetme'), taps(minor, { kind: 'confirm-forget' })])
    expect(changes).toEqual([expect.objectContaining({ notice: { kind: 'under-age' } })])
})
