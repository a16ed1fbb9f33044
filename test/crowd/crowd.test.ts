import path from 'node:path'
import { expect, onTestFailed, test } from 'vitest'
import { patched } from '../storm/mutant.ts'
import { bugs, findBugs } from './bugs.ts'
import { drawSequence } from './draw-sequence.ts'
import { hunt } from './hunt.ts'
import { runSequences, troublesOf } from './run.ts'
import type { Sequence } from './sequence.ts'
import { shorten } from './shorten.ts'

const root = path.join(import.meta.dirname, '../..')
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i)

test('however people come, change, part, block, are forgotten or too young, and whenever the process is cut off: every rule of pairing holds (1.3, 1.6, 2.1, 2.2, 2.3, 2.5)', async () => {
  const { tally, failure } = await runSequences(7, numbers(40))
  expect(failure).toBeUndefined()
  // Otherwise all of this has shown nothing.
  expect(tally.met).toBeGreaterThan(30)
  for (const kind of ['blocked', 'keptApart', 'minors', 'forgotten', 'withdrawn'] as const)
    expect(tally[kind], kind).toBeGreaterThan(1)
  for (const kind of ['widened', 'failures', 'cuts'] as const)
    expect(tally[kind], kind).toBeGreaterThan(0)
}, 60_000)

test('the same holds with chances that nobody has tried before', async () => {
  const seed = Math.floor(Math.random() * 1_000_000)
  onTestFailed(() => {
    process.stderr.write(`again with npm run crowd -- --seed ${seed}\n`)
  })
  const { failure } = await runSequences(seed, numbers(15))
  expect(failure).toBeUndefined()
}, 60_000)

test.each(findBugs('schedule-never-retries'))(
  'the seeded bug $name is caught',
  async (bug) => {
    const { by } = await hunt(bug, root, 7, 100)
    expect(by).toBeGreaterThan(0)
  },
  60_000,
)

test.each(bugs)('the seeded bug $name still fits the code', (bug) => {
  expect(patched(root, bug)).toContain(bug.replace)
})

test('a sequence is the same each time it is drawn', () => {
  expect(drawSequence(3, 14)).toEqual(drawSequence(3, 14))
  expect(drawSequence(3, 14)).not.toEqual(drawSequence(3, 15))
})

test('what fails is shortened to what it takes', async () => {
  const sequence = drawSequence(1, 2)
  const hasNext = ({ turns }: Sequence): boolean =>
    turns.some(({ moves }) => moves.some(({ deed }) => deed.kind === 'next'))
  expect(hasNext(sequence)).toBe(true)
  const { turns } = await shorten(sequence, (shorter) => Promise.resolve(hasNext(shorter)))
  expect(turns.map(({ moves }) => moves.map(({ deed }) => deed.kind))).toEqual([['next']])
})

test('a crowd on a database of its own has no trouble either', async () => {
  expect(await troublesOf(drawSequence(1, 0))).toEqual([])
})
