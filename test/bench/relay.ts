import { rmSync } from 'node:fs'
import path from 'node:path'
import { collectGarbage } from './collect-garbage.ts'
import { measureFsyncRate } from './fsync-rate.ts'
import { type Report, spreadCells, spreadHeader } from './report.ts'
import { type ProductRun, relayThroughProduct } from './relay-product.ts'
import { relayRaw, type RawRun, type Share } from './relay-raw.ts'
import { buildScene, conversation } from './relay-scene.ts'
import { median, spread } from './statistics.ts'
import { figure } from './table.ts'

export interface RelayOptions {
  readonly folder: string
  readonly rooms: number
  readonly messages: number
  readonly batch: number
  readonly repetitions: number
}

const leastRatio = 0.5
const leastPerSecond = 4000
const fsyncMeasureMs = 300

interface Round {
  readonly product: ProductRun
  readonly raw: RawRun
  readonly fsyncRate: number
}

/** Messages per second from `receive` to the recorded receipt, at synchronous FULL. */
export async function benchRelay(options: RelayOptions): Promise<Report> {
  const { folder, rooms, messages, batch, repetitions } = options
  const scene = await buildScene(folder, rooms)

  const round = async (number: number, share: Share | undefined): Promise<Round> => {
    const said = conversation(scene, messages)
    const inOwnFile = async <T>(name: string, run: (file: string) => T): Promise<Awaited<T>> => {
      const file = scene.fresh(`${name}-${number}`)
      collectGarbage()
      const result = await run(file)
      rmSync(path.dirname(file), { recursive: true })
      return result
    }
    const byProduct = () =>
      inOwnFile('product', (file) => relayThroughProduct(scene, file, said, batch))
    const byHand = (of: Share) => inOwnFile('raw', (file) => relayRaw(scene, file, said, of))
    const fsyncRate = measureFsyncRate(path.join(folder, 'fsync'), fsyncMeasureMs)
    // The baseline imitates the latest run of the product that it knows of; the order changes from round to round.
    if (share !== undefined && number % 2 === 1) {
      const raw = await byHand(share)
      return { product: await byProduct(), raw, fsyncRate }
    }
    const product = await byProduct()
    return { product, raw: await byHand(shareOf(product, messages)), fsyncRate }
  }

  const warmUp = await round(0, undefined)
  const rounds: Round[] = []
  for (let number = 1; number <= repetitions; number += 1) {
    rounds.push(await round(number, shareOf((rounds.at(-1) ?? warmUp).product, messages)))
  }
  return reportOf(options, rounds)
}

function shareOf({ commits, crypto }: ProductRun, messages: number): Share {
  return {
    commits: commits / messages,
    hashes: crypto.hashes / messages,
    seals: crypto.seals / messages,
  }
}

function reportOf({ rooms, messages, batch }: RelayOptions, rounds: readonly Round[]): Report {
  const rate = ({ durationMs }: { readonly durationMs: number }): number =>
    (messages * 1000) / durationMs
  const product = rounds.map((round) => rate(round.product))
  const raw = rounds.map((round) => rate(round.raw))
  const ratio = median(rounds.map((round) => rate(round.product) / rate(round.raw)))
  const perSecond = median(product)
  const fsyncs = rounds.map((round) => round.fsyncRate)
  const share = (count: (round: Round) => number): string =>
    figure(median(rounds.map((round) => count(round) / messages)))
  const delays = spread(rounds.flatMap((round) => round.product.delaysMs))
  const row = (name: string, values: readonly number[]): readonly string[] => [
    name,
    ...[median(values), Math.min(...values), Math.max(...values)].map(figure),
  ]

  return {
    title: `Relay: ${messages} messages in ${rooms} rooms, ${batch} at a time, synchronous FULL, ${rounds.length} rounds`,
    rows: [
      ['', 'median', 'lowest', 'highest'],
      row('Passerby, messages/s', product),
      row('raw SQLite loop, messages/s', raw),
      row('disk, fsyncs/s', fsyncs),
      [],
      ['', ...spreadHeader],
      ['received to recorded, ms (all offered at once)', ...spreadCells(delays)],
    ],
    notes: [
      `Of each message: ${share((round) => round.product.commits)} commits (raw loop ${share((round) => round.raw.commits)}), ` +
        `${share((round) => round.product.crypto.hashes)} hashes, ${share((round) => round.product.crypto.seals)} seals; ` +
        `the raw loop does as many, but reads nothing and opens none of ${share((round) => round.product.crypto.opens)} seals.`,
      `Commits/s of Passerby: ${figure(median(rounds.map((round) => (round.product.commits * 1000) / round.product.durationMs)))}.`,
    ],
    aims: [
      {
        sentence: `${figure(ratio)} of the raw loop's rate (median of the rounds' ratios); the aim is ${leastRatio} or more.`,
        isMet: ratio >= leastRatio,
      },
      {
        sentence: `${figure(perSecond)} messages/s; the aim is ${leastPerSecond} or more.`,
        isMet: perSecond >= leastPerSecond,
      },
    ],
  }
}
