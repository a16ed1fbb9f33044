// Lets a made-up crowd wait for partners on a virtual clock, under each policy, and judges who waited how long and met whom.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { print } from '../bench/report.ts'
import { compare } from './compare.ts'
import { type Options, readOptions, usage } from './options.ts'
import { plotsOf } from './plots.ts'
import { policies } from './policies.ts'
import { populate } from './population.ts'
import { reportsOn } from './reports.ts'

async function run({ crowd, optimum, out }: Options): Promise<void> {
  const population = populate(crowd)
  process.stdout.write(
    `seed ${crowd.seed}: ${crowd.people} people within ${crowd.hours} hours, arrivals ${crowd.arrivals}\n`,
  )
  const comparison = await compare(population, policies, optimum)
  for (const report of reportsOn(comparison.runs, comparison.hindsight)) print(report)
  mkdirSync(out, { recursive: true })
  for (const { name, svg } of plotsOf(comparison)) writeFileSync(path.join(out, name), svg)
  process.stdout.write(`\nThe plots are in ${path.resolve(out)}\n`)
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') process.stdout.write(usage)
  else await run(options)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
