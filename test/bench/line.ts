// Joining, pairing, changing and leaving while more and more people wait whom nobody suits.

import { copyFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Keyring } from '../../src/keyring.ts'
import { databaseOn } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { createPeople } from '../../src/store/people.ts'
import { createRandom } from '../storm/random.ts'
import { collectGarbage } from './collect-garbage.ts'
import { type FilledLine, senderOf } from './fill-line.ts'
import { measureFsyncRate } from './fsync-rate.ts'
import { keptLine } from './kept-line.ts'
import { lineOperations, type Operation } from './line-operations.ts'
import { reportLine, type Measured, type SizeFacts } from './line-report.ts'
import { type LineStage, openLineStage, type Sample } from './line-stage.ts'
import { pairMany } from './pair-many.ts'
import type { Report } from './report.ts'

export interface LineOptions {
  readonly folder: string
  readonly sizes: readonly number[]
  readonly samples: number
  readonly pairs: number
  /** Where filled lines are kept for another run. */
  readonly keptIn: string | undefined
}

const rounds = 10
/** Of each operation at each size: code that has run less often is slower than it is in a process that runs all day. */
const warmUps = 50
const fsyncMeasureMs = 500
/** Of those that are measured, the largest up to this one is paired from. */
const pairedFrom = 100_000

export async function benchLine(options: LineOptions): Promise<Report> {
  const { folder, sizes, samples, pairs } = options
  const line = await keptLine(options.keptIn ?? path.join(folder, 'filled'), sizes, pairs)
  const { keyring } = line
  const fileOf = (size: number): string => path.join(folder, `line-${size}.db`)
  const operations = lineOperations(line, createRandom(1).next)
  const facts: SizeFacts[] = []
  const stages: LineStage[] = []
  const perRound = Math.ceil(samples / rounds)
  for (const size of sizes) {
    copyFileSync(line.fileOf(size), fileOf(size))
    collectGarbage()
    const start = performance.now()
    const stage = openLineStage(fileOf(size), keyring, line, size)
    const openMs = performance.now() - start
    // Warms up, and grows to what it needs.
    await measureInTurn([stage], operations, 1, warmUps)
    collectGarbage()
    const { rss, heapUsed } = process.memoryUsage()
    facts.push({ size, openMs, fileBytes: statSync(fileOf(size)).size, rss, heapUsed })
    stages.push(stage)
  }
  const fsyncRate = measureFsyncRate(path.join(folder, 'fsync'), fsyncMeasureMs)
  const measured = await measureInTurn(stages, operations, rounds, perRound)
  for (const stage of stages) stage[Symbol.dispose]()

  const crowd = sizes.filter((size) => size <= pairedFrom).at(-1) ?? Math.min(...sizes)
  collectGarbage()
  const many = await pairMany(fileOf(crowd), keyring, sendersOf(fileOf(crowd), keyring, line))
  return reportLine({ folder, fillMs: line.fillMs, fsyncRate, facts, measured, crowd, many })
}

/** In turn, so that whatever else the machine does falls on all sizes alike. */
async function measureInTurn(
  stages: readonly LineStage[],
  operations: readonly Operation[],
  times: number,
  perRound: number,
): Promise<readonly Measured[]> {
  const measured = operations.flatMap((operation) =>
    stages.map((stage) => ({ operation, stage, samples: [] as Sample[] })),
  )
  for (let round = 0; round < times; round += 1) {
    collectGarbage()
    for (const { operation, stage, samples } of measured) {
      for (let number = 0; number < perRound; number += 1)
        samples.push(await operation.run(stage, round * perRound + number))
    }
  }
  return measured.map(({ operation: { name }, stage: { waiting }, samples }) => ({
    name,
    size: waiting.size,
    samples,
  }))
}

function sendersOf(file: string, keyring: Keyring, line: FilledLine) {
  const sqlite = openDatabase(file)
  const people = createPeople(databaseOn(sqlite, keyring, () => 0))
  const senders = line.women.map((user) => senderOf(people.lane(user).platform, user))
  sqlite.close()
  return senders
}
