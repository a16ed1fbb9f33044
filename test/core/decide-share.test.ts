import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import { asHandle } from '../../src/core/handle.ts'
import { limits } from '../../src/core/limits.ts'
import type { Tap } from '../../src/core/notice.ts'
import type { Situation } from '../../src/core/situation.ts'
import { asks, chatting, does, idle, kinds, on, room, taps } from './deciding.ts'

const offered = (mine: string | undefined, theirs: string | undefined): Situation => ({
  ...idle,
  room: {
    ...room,
    mine: { ...room.mine, offeredHandle: mine },
    partner: { ...room.partner, offeredHandle: theirs },
  },
})

const yes = (handle: string, of = 70): Tap => ({ kind: 'confirm-share', room: of, handle })

const told = (changes: readonly Change[]): readonly unknown[] =>
  changes.flatMap((change) =>
    change.kind === 'tell' ? [[change.to, change.notice, change.inPlaceOf]] : [],
  )

const question = {
  kind: 'confirm-share',
  partner: 'Amber Otter',
  handle: 'tia_real',
  platform: 'telegram',
  room: 70,
}
const waits = { kind: 'share-waits', partner: 'Amber Otter', room: 70 }
const offer = { kind: 'share-offered', partner: 'Quiet Heron', room: 70 }
const theirs = { kind: 'shared', partner: 'Amber Otter', handle: 'dan.real', platform: 'discord' }
const mine = { kind: 'shared', partner: 'Quiet Heron', handle: 'tia_real', platform: 'telegram' }

test('/share and the button ask first, and say what would be shown (3.13)', () => {
  for (const changes of [
    asks(chatting, 'share', 'tia_real'),
    taps(chatting, { kind: 'share', room: 70 }, 'tia_real'),
  ])
    expect([kinds(changes), told(changes)]).toEqual([['tell'], [['sender', question, undefined]]])
})

test('the first yes tells the partner of an offer without a name, the second shows both (3.13)', () => {
  const first = taps(chatting, yes('tia_real'), 'tia_real')
  expect(first[0]).toEqual({ kind: 'offer-handle', room: 70, handle: 'tia_real' })
  expect(told(first)).toEqual([
    ['sender', waits, on],
    [2, offer, undefined],
  ])
  const second = taps(offered(undefined, 'dan.real'), yes('tia_real'), 'tia_real')
  expect(second[0]).toEqual({ kind: 'offer-handle', room: 70, handle: 'tia_real' })
  expect(told(second)).toEqual([
    ['sender', theirs, on],
    [2, mine, undefined],
  ])
})

test('a second yes of the same person says how it stands and tells the partner nothing (3.13)', () => {
  for (const [situation, stands] of [
    [offered('tia_real', undefined), waits],
    [offered('tia_real', 'dan.real'), theirs],
  ] as const) {
    const repeated = taps(situation, yes('tia_real'), 'tia_real')
    expect([kinds(repeated), told(repeated)]).toEqual([['tell'], [['sender', stands, on]]])
    expect(told(asks(situation, 'share', 'tia_real'))).toEqual([['sender', stands, undefined]])
  }
})

test('what has been agreed to is shown, whatever they are called by then (3.13)', () => {
  const changed = taps(offered('tia_then', undefined), yes('tia_now'), 'tia_now')
  expect(kinds(changed)).toEqual(['tell'])
})

test.each([
  ['has another name by then', 'tia_then', 'tia_real'],
  ['forges the name of somebody else', 'somebody', 'tia_real'],
])('who %s is asked anew (3.13)', (_, agreed, present) => {
  for (const situation of [chatting, offered(undefined, 'dan.real')]) {
    const changes = taps(situation, yes(agreed), present)
    expect([kinds(changes), told(changes)]).toEqual([['tell'], [['sender', question, on]]])
  }
})

test.each([undefined, '', 'tia', 'tia real', '@tia_real', 'тиа_тиа', 'x'.repeat(33)])(
  'who has no name, such as %j, cannot share one (3.13)',
  (handle) => {
    expect(told(asks(chatting, 'share', handle))).toEqual([
      ['sender', { kind: 'no-handle' }, undefined],
    ])
    const changes = taps(chatting, yes('tia_real'), handle)
    expect([kinds(changes), told(changes)]).toEqual([
      ['tell'],
      [['sender', { kind: 'no-handle' }, on]],
    ])
  },
)

test('an offer is taken back as long as nobody has answered it, and the partner is not told (3.13)', () => {
  const changes = taps(offered('tia_real', undefined), { kind: 'unshare', room: 70 }, 'tia_real')
  expect(changes[0]).toEqual({ kind: 'withdraw-handle', room: 70 })
  const withdrawn = { kind: 'share-withdrawn', partner: 'Amber Otter' }
  expect(told(changes)).toEqual([['sender', withdrawn, on]])
})

test.each([
  [
    'nothing has been offered',
    undefined,
    undefined,
    { kind: 'share-declined', partner: 'Amber Otter' },
  ],
  [
    'only the partner has offered',
    undefined,
    'dan.real',
    { kind: 'share-declined', partner: 'Amber Otter' },
  ],
  ['the names have been swapped', 'tia_real', 'dan.real', theirs],
])('a no changes nothing where %s, and says so (3.13)', (_, mine, partners, stands) => {
  const changes = taps(offered(mine, partners), { kind: 'unshare', room: 70 }, 'tia_real')
  expect([kinds(changes), told(changes)]).toEqual([['tell'], [['sender', stands, on]]])
})

test('a button of another room shares nothing, and takes nothing back (3.13)', () => {
  const buttons = [
    { kind: 'share', room: 60 },
    { kind: 'unshare', room: 60 },
    yes('tia_real', 60),
  ] as const
  for (const tap of buttons)
    for (const situation of [
      idle,
      chatting,
      offered(undefined, 'dan.real'),
      offered('tia_real', undefined),
    ]) {
      const changes = taps(situation, tap, 'tia_real')
      expect([kinds(changes), changes[0]]).toMatchObject([
        ['tell'],
        { notice: { kind: 'old-button' } },
      ])
    }
})

test('a name is what its platform allows as one', () => {
  expect(asHandle('telegram', 'Tia_4')).toBe('Tia_4')
  expect(asHandle('telegram', 'tia.real')).toBeUndefined()
  expect(asHandle('discord', 'dan.real_1')).toBe('dan.real_1')
  for (const name of ['Dan', 'd', 'dan real', 'dan#1234', '<@1>'])
    expect(asHandle('discord', name)).toBeUndefined()
})

test('/topic asks both the same, and nothing twice before everything has been asked (3.14)', () => {
  fc.assert(
    fc.property(fc.nat(), (id) => {
      const asked = Array.from({ length: limits.topics }, (_, topics) => {
        const changes = does(
          { ...idle, room: { ...room, id, topics } },
          { kind: 'command', command: 'topic', replyTo: undefined },
          undefined,
        )
        expect(kinds(changes)).toEqual(['count-topic', 'tell', 'tell'])
        const [[to, first], [other, second]] = told(changes) as [
          [unknown, { number: number }],
          [unknown, unknown],
        ]
        expect([to, other, second]).toEqual(['sender', 2, first])
        return first.number
      })
      expect(asked.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: limits.topics }, (_, i) => i + 1),
      )
    }),
    { numRuns: 20 },
  )
})
