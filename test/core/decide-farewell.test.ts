import { expect, test } from 'vitest'
import type { Tap } from '../../src/core/notice.ts'
import type { NamedRoom } from '../../src/core/room.ts'
import { idle, on, room, taps } from './deciding.ts'

const named: NamedRoom = {
  id: 60,
  partner: 'Jolly Wren',
  isPresent: false,
  rated: undefined,
  wantsAgain: false,
  isRemembered: true,
}
const goodbye = {
  kind: 'farewell',
  partner: 'Jolly Wren',
  room: 60,
  rated: undefined,
  again: false,
  searching: false,
  isRemembered: true,
} as const

const told = (notice: object): unknown => ({
  kind: 'tell',
  to: 'sender',
  notice,
  inPlaceOf: on,
  once: undefined,
})
const outdated = [expect.objectContaining({ notice: { kind: 'old-button' } })]
const up: Tap = { kind: 'rate', room: 60, isUp: true }
const again: Tap = { kind: 'again', room: 60 }

test.each([
  [true, 'up'],
  [false, 'down'],
] as const)('a thumb (up: %s) is given once, and told to nobody else (7.1)', (isUp, rated) => {
  const tap: Tap = { kind: 'rate', room: 60, isUp }
  expect(taps({ ...idle, named }, tap)).toEqual([
    { kind: 'rate', room: 60, isUp },
    told({ ...goodbye, rated }),
  ])
  // Another thumb changes nothing of the first.
  for (const second of [true, false])
    expect(
      taps({ ...idle, named: { ...named, rated } }, { kind: 'rate', room: 60, isUp: second }),
    ).toEqual([told({ ...goodbye, rated })])
})

test('nobody is rated while the room goes on, or when it is forgotten (7.1)', () => {
  const present = { ...idle, room: { ...room, id: 60 }, named: { ...named, isPresent: true } }
  expect(taps(present, up)).toEqual(outdated)
  expect(taps(idle, up)).toEqual(outdated)
  expect(taps({ ...idle, named: { ...named, isRemembered: false } }, up)).toEqual(outdated)
})

test('to meet again is wished for once, also in another room, while waiting, and when all else is forgotten (7.2)', () => {
  const states = [
    [{ ...idle, named }, false],
    [{ ...idle, waitingSince: 1, named }, true],
    [{ ...idle, room, named }, true],
    // With the same person under another name, of which the answer says nothing.
    [{ ...idle, room, named: { ...named, isPresent: true } }, true],
  ] as const
  for (const [situation, searching] of states) {
    expect(taps(situation, again)).toEqual([
      { kind: 'want-again', room: 60 },
      told({ ...goodbye, again: true, searching }),
    ])
    const wanted = { ...situation, named: { ...named, wantsAgain: true } }
    expect(taps(wanted, again)).toEqual([told({ ...goodbye, again: true, searching })])
  }
  const past = { ...idle, named: { ...named, isRemembered: false } }
  expect(taps(past, again)).toEqual([
    { kind: 'want-again', room: 60 },
    told({ ...goodbye, again: true, isRemembered: false }),
  ])
})

test('what has been said before stays under the message (7.1, 7.2)', () => {
  const wanted = { ...idle, named: { ...named, wantsAgain: true } }
  expect(taps(wanted, up)).toContainEqual(told({ ...goodbye, rated: 'up', again: true }))
  const rated = { ...idle, named: { ...named, rated: 'down' as const } }
  expect(taps(rated, again)).toContainEqual(told({ ...goodbye, rated: 'down', again: true }))
})

test('to meet again is no wish for a room that goes on, or that they were not in (7.2)', () => {
  const present = { ...idle, room: { ...room, id: 60 }, named: { ...named, isPresent: true } }
  expect(taps(present, again)).toEqual(outdated)
  expect(taps(idle, again)).toEqual(outdated)
})

test('somebody who has been forgotten since is asked the first question, and wishes for nothing (1.1)', () => {
  const begun = {
    ...idle,
    named,
    user: idle.user && { ...idle.user, accepted: false },
  }
  for (const tap of [up, again])
    expect(taps(begun, tap)).toEqual([expect.objectContaining({ notice: { kind: 'welcome' } })])
})
