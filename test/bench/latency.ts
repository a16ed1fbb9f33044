import type Sqlite from 'better-sqlite3'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../src/store/open-database.ts'
import { type Report, spreadCells, spreadHeader } from './report.ts'
import { saying } from './sayings.ts'
import { openEchoStation, openProductStation, type Station } from './station.ts'
import { median, spread } from './statistics.ts'
import { figure } from './table.ts'
import { Traffic } from './traffic.ts'

export interface LatencyOptions {
  readonly folder: string
  readonly samples: number
}

/** What the product may add to the echo beside two commits: for deciding, sealing and sending. */
const allowanceMs = 1
const commits = 2
const warmUps = 100
/** Long enough for everything that a message sets in motion to come to rest. */
const gapMs = { least: 20, more: 20 }

/** From an update handed out to the request that carries it, one message at a time. */
export async function benchLatency({ folder, samples }: LatencyOptions): Promise<Report> {
  await using product = await openProductStation(path.join(folder, 'latency'), 1)
  await using echo = await openEchoStation(1)
  using traffic = new Traffic()
  using commit = committing(path.join(folder, 'commits.db'))

  const productMs: number[] = []
  const echoMs: number[] = []
  const commitMs: number[] = []
  for (let number = -warmUps; number < samples; number += 1) {
    await idle()
    const byProduct = await exchange(product, traffic, Math.abs(number))
    await idle()
    const byEcho = await exchange(echo, traffic, Math.abs(number))
    await idle()
    const byDisk = commit.measureMs()
    if (number < 0) continue
    productMs.push(byProduct)
    echoMs.push(byEcho)
    commitMs.push(byDisk)
  }

  const added = median(productMs) - median(echoMs)
  const allowed = commits * median(commitMs) + allowanceMs
  const row = (name: string, values: readonly number[]): readonly string[] => [
    name,
    ...spreadCells(spread(values)),
  ]
  return {
    title: `Latency: from an update handed out to the request that carries it, ${samples} messages each, in turn, idle between`,
    rows: [
      ['ms', ...spreadHeader],
      row('Passerby', productMs),
      row('bare grammY echo bot', echoMs),
      row('a commit at synchronous FULL', commitMs),
    ],
    notes: [
      `Passerby adds ${figure(added)} ms to the echo bot; ${commits} commits and ${allowanceMs} ms are ${figure(allowed)} ms.`,
    ],
    aims: [
      {
        sentence: `median ${figure(median(productMs))} ms; the aim is the echo bot's + ${commits} commits + ${allowanceMs} ms = ${figure(median(echoMs) + allowed)} ms or less.`,
        isMet: added <= allowed,
      },
    ],
  }
}

async function exchange(station: Station, traffic: Traffic, number: number): Promise<number> {
  const handedOut = traffic.next(station.port, 'getUpdates', 'answered')
  const carried = traffic.next(station.port, 'sendMessage', 'asked')
  station.people[number % station.people.length]?.say(saying(number))
  const [from, to] = await Promise.all([handedOut, carried])
  return to - from
}

const idle = (): Promise<void> => pause(gapMs.least + Math.random() * gapMs.more)

/** A row of a message's size, written and committed on a file of its own with the product's settings. */
function committing(file: string): Disposable & { measureMs(): number } {
  const sqlite: Sqlite.Database = openDatabase(file)
  sqlite.exec('CREATE TABLE message (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT')
  const begin = sqlite.prepare('BEGIN IMMEDIATE')
  const insert = sqlite.prepare('INSERT INTO message (body) VALUES (?)')
  const end = sqlite.prepare('COMMIT')
  const body = Buffer.alloc(300, 1)
  return {
    measureMs() {
      const startedAt = performance.now()
      begin.run()
      insert.run(body)
      end.run()
      return performance.now() - startedAt
    },
    [Symbol.dispose]: () => void sqlite.close(),
  }
}
