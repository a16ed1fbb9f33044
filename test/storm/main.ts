// npm run storm -- [--seed 123] [--rounds 30] [--people 12], or to show that it can fail: [--bug NAME|all]

import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findBugs, findsNothing, hunt } from './hunt.ts'
import { reportOn } from './report.ts'
import { runStorm } from './storm.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    rounds: { type: 'string', default: '30' },
    people: { type: 'string', default: '12' },
    bug: { type: 'string' },
  },
})
const root = path.join(import.meta.dirname, '../..')
const seed = Number(values.seed)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

say(`seed ${seed}`)
const isGood = values.bug === undefined ? await storm() : await showThatItFails(values.bug)
process.exitCode = isGood ? 0 : 1

async function storm(): Promise<boolean> {
  const [rounds, people] = [Number(values.rounds), Number(values.people)]
  const result = await runStorm({ seed, rounds, people, root, report: say })
  const { isClean, lines } = reportOn(result, seed)
  for (const line of lines) say(line)
  if (isClean) return true
  const dump = path.join(tmpdir(), `passerby-storm-${seed}.json`)
  writeFileSync(dump, JSON.stringify(result, undefined, 1))
  say(`  What everybody saw is in ${dump}`)
  return false
}

async function showThatItFails(name: string): Promise<boolean> {
  if (!(await findsNothing(root, seed, say))) return false
  const missed: string[] = []
  for (const bug of findBugs(name)) {
    if (!(await hunt(bug, root, seed, say))) missed.push(bug.name)
  }
  say(missed.length === 0 ? 'Every seeded bug was caught.' : `Not caught: ${missed.join(', ')}.`)
  return missed.length === 0
}
