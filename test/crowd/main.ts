// npm run crowd -- [--sequences 100000] [--seed 1] [--from 0] [--workers 2], or to show that it can fail: [--bug NAME|all]

import { availableParallelism } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { drawSequence } from './draw-sequence.ts'
import { findBugs } from './bugs.ts'
import { hunt } from './hunt.ts'
import { type Failure, type Tally, troublesOf } from './run.ts'
import { runInWorkers } from './run-workers.ts'
import { shorten } from './shorten.ts'
import { tellSequence } from './tell-sequence.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    sequences: { type: 'string' },
    from: { type: 'string', default: '0' },
    workers: { type: 'string', default: String(Math.max(1, availableParallelism())) },
    bug: { type: 'string' },
  },
})
const root = path.join(import.meta.dirname, '../..')
const seed = Number(values.seed)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const began = performance.now()
const rateOf = ({ sequences }: Tally): string =>
  `${(sequences / ((performance.now() - began) / 1000)).toFixed(1)} a second`

say(`seed ${seed}`)
const isGood = values.bug === undefined ? await crowds() : await showThatItFails(values.bug)
process.exitCode = isGood ? 0 : 1

async function crowds(): Promise<boolean> {
  let nextWord = 0
  const { tally, failure } = await runInWorkers({
    root,
    seed,
    from: Number(values.from),
    count: Number(values.sequences ?? 10_000),
    workers: Number(values.workers),
    soFar(soFar) {
      if (performance.now() < nextWord) return
      nextWord = performance.now() + 10_000
      say(`  ${soFar.sequences} sequences, ${rateOf(soFar)}, ${soFar.met} rooms`)
    },
  })
  const counts = Object.entries(tally).map(([name, count]) => `${name} ${count}`)
  say(`${failure ? 'BROKEN' : 'CLEAN'}: ${counts.join(', ')}; ${rateOf(tally)}`)
  if (failure) await explain(failure)
  return !failure
}

async function explain({ number, troubles }: Failure): Promise<void> {
  say(`Sequence ${number}, again with --seed ${seed} --from ${number} --sequences 1:`)
  for (const trouble of troubles) say(`  ${trouble}`)
  const sequence = drawSequence(seed, number)
  const fails = async (shorter: typeof sequence): Promise<boolean> =>
    (await troublesOf(shorter)).length > 0
  const isRepeatable = await fails(sequence)
  say(isRepeatable ? 'Shortened:' : 'On a database of its own it finds nothing:')
  const told = isRepeatable ? await shorten(sequence, fails) : sequence
  for (const line of tellSequence(told)) say(`  ${line}`)
  for (const trouble of await troublesOf(told)) say(`  => ${trouble}`)
}

async function showThatItFails(name: string): Promise<boolean> {
  const missed: string[] = []
  for (const bug of findBugs(name)) {
    const most = Number(values.sequences ?? 2000)
    const { by, troubles } = await hunt(bug, root, seed, most)
    const found = troubles[0] ?? 'nothing found'
    say(`${bug.name}: ${by === undefined ? `NOT caught by ${most}` : `caught by ${by}`}: ${found}`)
    if (by === undefined) missed.push(bug.name)
  }
  say(missed.length === 0 ? 'Every seeded bug was caught.' : `Not caught: ${missed.join(', ')}.`)
  return missed.length === 0
}
