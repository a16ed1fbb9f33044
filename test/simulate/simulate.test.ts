import { expect, test } from 'vitest'
import type { Report } from '../bench/report.ts'
import { batching } from './batching.ts'
import { compare } from './compare.ts'
import { oldestFirst } from './oldest-first.ts'
import { mostPaired } from './optimum.ts'
import { readOptions } from './options.ts'
import { plotsOf } from './plots.ts'
import type { Pairs, PolicyKind } from './policy.ts'
import { populate } from './population.ts'
import { reportsOn } from './reports.ts'
import { type RunFigures, runFigures } from './run-figures.ts'
import { type Outcome, type Room, simulate } from './simulate.ts'
import { leavesAt, type SimulatedPerson, suit } from './simulated-person.ts'

function crowd(...args: readonly string[]): readonly SimulatedPerson[] {
  const options = readOptions(['--people', '1500', '--hours', '2', ...args])
  return options === 'help' ? [] : populate(options.crowd)
}

/** What a seed repeats: all but the wall clock. */
const repeatable = ({ tookMs: _, ...outcome }: Outcome): Omit<Outcome, 'tookMs'> => outcome

const somebody: SimulatedPerson = {
  id: 0,
  arrivesAt: 0,
  patienceMs: 60_000,
  gender: 'woman',
  seeking: 'anyone',
  platform: 'telegram',
  partnerPlatform: 'any',
  languages: ['en'],
  interests: [],
}

/** A policy that answers `pairs` to whoever comes second. */
const pairing = (pairs: Pairs): PolicyKind => ({
  name: 'careless',
  open: () => ({
    join: ({ id }) => (id === 1 ? pairs : []),
    leave() {},
    tick: () => [],
    nextDueAt: () => undefined,
    async [Symbol.asyncDispose]() {},
  }),
})

test.each([oldestFirst, batching])('the same seed gives $name the same figures', async (policy) => {
  const [once, again] = [await simulate(crowd(), policy), await simulate(crowd(), policy)]
  expect(repeatable(again)).toEqual(repeatable(once))
  const other = await simulate(crowd('--seed', '2'), policy)
  expect(repeatable(other)).not.toEqual(repeatable(once))
})

test.each(['flat', 'day', 'bursts'])(
  'nobody is paired twice, against a hard rule or while away, when arrivals are %s',
  async (arrivals) => {
    const people = crowd('--arrivals', arrivals)
    for (const policy of [oldestFirst, batching]) {
      const { rooms } = await simulate(people, policy)
      const paired = rooms.flatMap(({ a, b }) => [a.id, b.id])
      expect(rooms.length).toBeGreaterThan(people.length / 4)
      expect(new Set(paired).size).toBe(paired.length)
      expect(rooms.filter((room) => !isAllowed(room))).toEqual([])
    }
  },
)

const verdicts = (reports: readonly Report[]): readonly boolean[] =>
  reports.flatMap(({ aims }) => aims.map(({ isMet }) => isMet))

const isAllowed = ({ a, b, openedAt }: Room): boolean =>
  suit(a, b) && [a, b].every((one) => one.arrivesAt <= openedAt && openedAt <= leavesAt(one))

test.each<[string, Partial<SimulatedPerson>, boolean]>([
  ['a woman and who looks for women', { seeking: ['women'] }, true],
  ['a woman and who looks for men or others', { seeking: ['men', 'others'] }, false],
  ['people of two platforms', { platform: 'discord' }, true],
  [
    'who wants their own platform and who is not on it',
    { platform: 'discord', partnerPlatform: 'same' },
    false,
  ],
  ['who wants the other platform and who is not on it', { partnerPlatform: 'other' }, false],
  ['who does not say and who looks for anyone', { gender: 'unsaid' }, true],
])('%s: whether they suit each other', (_, traits, isSuited) => {
  const other = { ...somebody, ...traits }
  expect(suit(somebody, other)).toBe(isSuited)
  expect(suit(other, somebody)).toBe(isSuited)
})

test('who does not say what they are is found by those alone who look for anyone', () => {
  const unsaid = { ...somebody, gender: 'unsaid' } as const
  expect(suit({ ...somebody, seeking: ['women', 'men', 'others'] }, unsaid)).toBe(false)
})

test('who waited longest is paired first, up to the last moment of their patience', async () => {
  const men = { seeking: ['men'] } as const
  const people: readonly SimulatedPerson[] = [
    { ...somebody, ...men, patienceMs: 1_000 },
    { ...somebody, ...men, id: 1, arrivesAt: 500, patienceMs: 1_500 },
    { ...somebody, ...men, id: 2, platform: 'discord', arrivesAt: 600 },
    { ...somebody, gender: 'man', id: 3, arrivesAt: 2_000 },
  ]
  const { rooms, pairedAt } = await simulate(people, oldestFirst)
  expect(rooms.map(({ a, b }) => [a.id, b.id])).toEqual([[1, 3]])
  expect(pairedAt).toEqual([undefined, 2_000, undefined, 2_000])
})

test.each<[string, Pairs, Partial<SimulatedPerson>]>([
  ['who do not suit each other', [[0, 1]], { seeking: ['men'] }],
  ['somebody with themselves', [[1, 1]], {}],
  [
    'somebody twice',
    [
      [0, 1],
      [1, 0],
    ],
    {},
  ],
  ['who has not come yet', [[1, 2]], {}],
])('a policy that pairs %s is stopped', async (_, pairs, traits) => {
  const people = [0, 1, 2].map((id) => ({ ...somebody, ...traits, id, arrivesAt: id }))
  await expect(simulate(people, pairing(pairs))).rejects.toThrow('may not pair')
})

test('hindsight keeps somebody for who comes later, but only while both are there', async () => {
  const [woman, man] = [somebody, { ...somebody, gender: 'man' } as const]
  const crowdBefore = (thirdAt: number): readonly SimulatedPerson[] => [
    woman,
    { ...man, id: 1, arrivesAt: 1_000 },
    { ...woman, id: 2, arrivesAt: thirdAt, seeking: ['women'] },
    { ...man, id: 3, arrivesAt: 61_000, seeking: ['men'] },
  ]
  const { rooms } = await simulate(crowdBefore(60_000), oldestFirst)
  expect(rooms).toHaveLength(1)
  expect(mostPaired(crowdBefore(60_000))).toBe(4)
  expect(mostPaired(crowdBefore(60_001))).toBe(2)
})

test('no policy pairs more than hindsight does', async () => {
  const people = crowd('--people', '600', '--hours', '1')
  const { hindsight } = await compare(people, [oldestFirst, batching], 400)
  expect(hindsight.people).toBe(400)
  for (const { gaveUp } of hindsight.runs)
    expect(gaveUp).toBeGreaterThanOrEqual(hindsight.leastGiveUps)
  expect(hindsight.leastGiveUps).toBeGreaterThan(0)
})

test('a policy that is slower, loses more and brings no better company misses every aim', async () => {
  const { runs, hindsight } = await compare(crowd(), [oldestFirst, batching], 300)
  expect(verdicts(reportsOn(runs, hindsight))).toEqual([false, false, false, false])
})

test('a policy that is as fast, loses nobody and doubles the shared interests meets every aim', async () => {
  const { runs, hindsight } = await compare(crowd(), [oldestFirst], 300)
  const [baseline] = runs
  const ideal = {
    ...baseline,
    policy: 'ideal',
    sharedInterests: 2 * baseline.sharedInterests,
  }
  const lucky = { ...ideal, gaveUp: hindsight.leastGiveUps }
  const reports = reportsOn([baseline, ideal], { ...hindsight, runs: [...hindsight.runs, lucky] })
  expect(verdicts(reports)).toEqual([true, true, true, true])
})

test('a small group that waits longer misses the aim, and is marked', () => {
  const people = [0, 1].map((id) => ({ ...somebody, id }))
  const after = (waitMs: number): RunFigures =>
    runFigures(people, {
      policy: `after ${waitMs}`,
      rooms: [],
      pairedAt: [waitMs, waitMs],
      line: [],
      longestLine: 0,
      tookMs: 1,
    })
  const hindsight = { people: 2, leastGiveUps: 0, runs: [] }
  const aimed = reportsOn([after(1_000), after(2_000)], hindsight).flatMap(({ aims }) => aims)
  expect(aimed[0]).toMatchObject({
    isMet: false,
    sentence: expect.stringContaining('woman for anyone* 2.0 s against 1.0 s'),
  })
})

test('who gives up counts in the time that everybody waited', () => {
  const people = [0, 1].map((id) => ({ ...somebody, id }))
  const outcome = {
    policy: '',
    rooms: [],
    pairedAt: [5_000, undefined],
    line: [],
    longestLine: 0,
    tookMs: 1,
  }
  expect(runFigures(people, outcome).groups).toMatchObject([
    { gaveUp: 1, pairedP95Ms: 5_000, everybodyP95Ms: 60_000 },
  ])
})

test('every plot is drawn, with a curve or bar for each policy and no number that is none', async () => {
  const plots = plotsOf(await compare(crowd(), [oldestFirst, batching], 100))
  expect(plots.map(({ name }) => name)).toEqual(['waits.svg', 'give-ups.svg', 'line.svg'])
  for (const { svg } of plots) {
    expect(svg).toMatch(/class="(curve|bar) s1"/)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  }
})

test.each([
  ['--women', '1.2'],
  ['--people', 'many'],
  ['--arrivals', 'tidal'],
  ['--languages', 'en'],
])('%s %s is refused by its name', (option, value) => {
  expect(() => readOptions([option, value])).toThrow(option)
})

test('shares that pass the whole are refused', () => {
  expect(() => readOptions(['--women', '0.8', '--others', '0.3'])).toThrow('--women, --others')
})
