// npm run storm -- [--seed 123] [--rounds 30] [--people 12] [--bug NAME|all]

import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { reportOn } from './report.ts'
import { runStorm } from './storm.ts'
import path from 'node:path'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    rounds: { type: 'string' },
    people: { type: 'string' },
    bug: { type: 'string' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const root = path.join(import.meta.dirname, '../..')
const result = await runStorm({
  seed,
  rounds: Number(values.rounds ?? 30),
  people: Number(values.people ?? 12),
  root,
  report: say,
})
const { isClean, lines } = reportOn(result, seed)
for (const line of lines) say(line)
if (!isClean) {
  const dump = path.join(tmpdir(), `passerby-storm-${seed}.json`)
  writeFileSync(dump, JSON.stringify(result, undefined, 1))
  say(`  What everybody saw is in ${dump}`)
}
process.exitCode = isClean ? 0 : 1
