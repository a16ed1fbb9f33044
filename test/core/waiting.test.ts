import { expect, test } from 'vitest'
import { ref } from '../../src/core/address.ts'
import { askWhetherThere, bringUpToDate, endSearch } from '../../src/core/age-search.ts'
import { decide } from '../../src/core/decide.ts'
import type { Tap } from '../../src/core/notice.ts'
import type { Situation } from '../../src/core/situation.ts'
import { typicalWait, waitLength } from '../../src/core/wait-length.ts'
import { freshlyWaiting, nextRefreshAt, waitingStateOf } from '../../src/core/waiting.ts'
import { command, tap, text } from '../support/service.ts'
import { idleSituation } from '../support/situations.ts'

const second = 1000
const minute = 60 * second

const place = ref('the waiting message')
const waiting: Situation = {
  ...idleSituation,
  waitingSince: idleSituation.now - minute,
  waiting: { ...freshlyWaiting, waitedMs: minute, looking: 3, canWiden: true },
  waitingNotice: place,
}

const search = {
  waitedMs: 0,
  seeking: 'anyone',
  platformWish: 'any',
  hasInterests: false,
  isAnyoneFine: false,
  looking: 0,
  typicalMs: undefined,
} as const

const taps = (situation: Situation, what: Tap, on = place): ReturnType<typeof decide> =>
  decide(situation, tap('a', what, 'telegram', on))

test('the waiting message is due after 10 and 30 seconds, after a minute, and then every minute (8.1)', () => {
  const due = [0, 9, 10, 29, 30, 59, 60, 61, 119, 120, 600].map(
    (waited) => nextRefreshAt(5000, 5000 + waited * second) - 5000,
  )
  expect(due.map((ms) => ms / second)).toEqual([10, 10, 30, 30, 60, 60, 120, 120, 120, 180, 660])
})

test('what is told of a wait is rounded down to minutes', () => {
  expect(waitingStateOf({ ...search, waitedMs: 179_999 }).waitedMs).toBe(2 * minute)
})

test('an estimate is told only to those who have not waited longer already (8.2)', () => {
  const told = [minute, 2 * minute - 1, 2 * minute, 3 * minute].map(
    (waitedMs) => waitingStateOf({ ...search, waitedMs, typicalMs: 2 * minute }).estimateMs,
  )
  expect(told).toEqual([2 * minute, 2 * minute, undefined, undefined])
})

test('that interests are not insisted on is told only to those who have some', () => {
  const told = [true, false].map(
    (hasInterests) => waitingStateOf({ ...search, waitedMs: 30 * second, hasInterests }).widened,
  )
  expect(told).toEqual([
    ['shared-interest', 'common-language', 'new-partner'],
    ['common-language', 'new-partner'],
  ])
})

test('"anyone is fine" is offered as long as there is something to give up (8.3)', () => {
  const late = { ...search, waitedMs: 5 * minute }
  const offered = [
    search,
    late,
    { ...late, seeking: 'women' },
    { ...late, platformWish: 'same' },
    { ...search, isAnyoneFine: true },
  ] as const
  expect(offered.map((each) => waitingStateOf(each).canWiden)).toEqual([
    true,
    false,
    true,
    true,
    false,
  ])
})

test('half of those who were counted waited no longer than the estimate, and few give none (8.2)', () => {
  const counts = [9 * second, 50 * second, 90 * second, 4 * minute].map((waitedMs, at) => ({
    length: waitLength(waitedMs),
    people: at + 1,
  }))
  expect(typicalWait(counts, 10)).toBe(2 * minute)
  expect(typicalWait(counts.toReversed(), 10)).toBe(2 * minute)
  expect(typicalWait(counts, 11)).toBeUndefined()
  expect(typicalWait([], 0)).toBeUndefined()
  expect(typicalWait([{ length: waitLength(61 * minute), people: 20 }], 10)).toBeUndefined()
})

test('a tap on "anyone is fine" widens this search, once, and the waiting message says so (8.3)', () => {
  const state = { ...waiting.waiting, widened: [], isAnyoneFine: true, canWiden: false }
  const told = { notice: { kind: 'waiting', state }, inPlaceOf: place, mark: 'waiting' }
  const [widens, tells] = taps(waiting, { kind: 'widen' }, ref('an older one'))
  expect(widens).toEqual({ kind: 'widen-ticket' })
  expect(tells).toMatchObject(told)
  const again = { ...waiting, waiting: { ...freshlyWaiting, isAnyoneFine: true } }
  expect(taps(again, { kind: 'widen' }).map(({ kind }) => kind)).toEqual(['tell'])
})

test('a tap on "anyone is fine" without a search is outdated', () => {
  expect(taps(idleSituation, { kind: 'widen' })).toMatchObject([{ notice: { kind: 'old-button' } }])
})

test('"go on looking" without a search begins one (8.4)', () => {
  const begun = [{ kind: 'open-ticket' }, { notice: { kind: 'waiting' }, mark: 'waiting' }]
  expect(taps(idleSituation, { kind: 'keep-waiting' })).toMatchObject(begun)
})

test.each(['widen', 'keep-waiting'] as const)(
  'whoever may not search is asked the open question by a tap on %s',
  (kind) => {
    const asked = (user: Situation['user']) => taps({ ...idleSituation, user }, { kind }).at(-1)
    expect(asked(undefined)).toMatchObject({ notice: { kind: 'welcome' } })
    const { user } = idleSituation
    const profile = { gender: 'woman', seeking: undefined } as const
    expect(asked(user && { ...user, profile })).toMatchObject({ notice: { kind: 'ask-seeking' } })
  },
)

test('"go on looking" keeps the search, in place of the question (8.4)', () => {
  const question = ref('the question')
  expect(taps(waiting, { kind: 'keep-waiting' }, question)).toMatchObject([
    { kind: 'keep-ticket' },
    { notice: { kind: 'still-waiting', said: false }, inPlaceOf: question },
  ])
})

test('whatever they do after a while of silence says that they are there (8.4)', () => {
  const silent = { ...waiting, wasSilent: true }
  for (const deed of [text('a', 'hello?'), command('a', 'help'), tap('a', { kind: 'widen' })]) {
    expect(decide(silent, deed)[0]).toEqual({ kind: 'keep-ticket' })
    expect(decide(waiting, deed)[0]).not.toEqual({ kind: 'keep-ticket' })
  }
  const typing = { ...text('a', ''), event: { kind: 'typing' } } as const
  expect(decide(silent, typing)).toEqual([])
})

test('who stops has no message left that says the search goes on (8.1)', () => {
  const over = { notice: { kind: 'search-cancelled' } }
  // What is said where they look is not said twice.
  const unasked = { notice: { kind: 'search-over' }, inPlaceOf: place, mark: 'in-place' }
  expect(decide(waiting, command('a', 'stop'))).toMatchObject([
    { kind: 'close-ticket' },
    unasked,
    { ...over, inPlaceOf: undefined },
  ])
  const elsewhere = ref('another message')
  expect(taps(waiting, { kind: 'cancel' }, elsewhere)).toMatchObject([
    { kind: 'close-ticket' },
    unasked,
    { ...over, inPlaceOf: elsewhere },
  ])
  expect(taps(waiting, { kind: 'cancel' })).toMatchObject([
    { kind: 'close-ticket' },
    { ...over, inPlaceOf: place },
  ])
})

test.each(['forgetme', 'minor', 'blocked'] as const)(
  'who goes by %s gets nothing edited any more (8.1)',
  (how) => {
    const deeds = {
      forgetme: tap('a', { kind: 'confirm-forget' }),
      minor: tap('a', { kind: 'age', adult: false }),
      blocked: { ...command('a', 'stop'), event: { kind: 'blocked' } },
    } as const
    const changes = decide(waiting, deeds[how])
    expect(changes).toContainEqual({ kind: 'close-ticket' })
    expect(changes.filter((change) => change.kind === 'tell' && change.inPlaceOf)).toEqual([])
  },
)

test('nothing is told to who does not wait any more', () => {
  for (const moves of [bringUpToDate, askWhetherThere, endSearch])
    expect(moves(idleSituation)).toEqual([])
  expect(bringUpToDate({ ...waiting, waitingNotice: undefined })).toEqual([])
  expect(endSearch({ ...waiting, waitingNotice: undefined })).toMatchObject([
    { kind: 'close-ticket' },
    { notice: { kind: 'search-lapsed' } },
  ])
})
