import path from 'node:path'
import type { FileRoute } from './file-route.ts'
import { type FileRound, type FileRun, runFiles } from './file-run.ts'
import { longVideo } from './long-video.ts'
import { noisyPhoto } from './noisy-photo.ts'
import { type Report, spreadCells, spreadHeader } from './report.ts'
import { median, type Spread, spread } from './statistics.ts'
import { figure } from './table.ts'

export interface FilesOptions {
  readonly folder: string
  readonly atOnce: number
  readonly repetitions: number
}

const mebibyte = 1024 * 1024
const megabyte = 1_000_000
const mostBudget = 64 * mebibyte

/** Files from one platform to the other, alone and many at once, and what those who only write to each other notice of it. */
export async function benchFiles({ folder, atOnce, repetitions }: FilesOptions): Promise<Report> {
  const photo = await noisyPhoto()
  const video = await longVideo()
  const routes: readonly FileRoute[] = [
    { name: 'photo to Discord', kind: 'photo', file: photo, from: 'telegram', to: 'discord' },
    { name: 'photo to Telegram', kind: 'photo', file: photo, from: 'discord', to: 'telegram' },
    { name: 'video to Telegram', kind: 'video', file: video, from: 'discord', to: 'telegram' },
  ]
  const runs: FileRun[] = []
  for (const [number, route] of routes.entries())
    for (const count of new Set([1, atOnce])) {
      const own = path.join(folder, `files-${number}-${count}`)
      runs.push(await runFiles({ folder: own, route, atOnce: count, repetitions }))
    }
  return reportOf(runs, repetitions)
}

function reportOf(runs: readonly FileRun[], repetitions: number): Report {
  const budget = Math.max(...runs.map(({ budgetBytes }) => budgetBytes))
  const idle = (side: Side): string =>
    figure(median(runs.map(({ idleBytes }) => idleBytes[side])) / mebibyte)
  return {
    title: `Files: alone and many at once, ${repetitions} rounds, Passerby and the bare loop in a process each`,
    rows: [
      [
        '',
        'ms',
        'slowest',
        '× bare',
        'CPU ms',
        'peak MiB',
        'highest',
        'kept',
        'budget',
        'MB in',
        'MB out',
      ],
      ...runs.flatMap((run) => [rowOf(run, 'product'), rowOf(run, 'bare')]),
      [],
      ['texts of others meanwhile, ms', ...spreadHeader, 'texts'],
      textRow(
        'no files',
        runs.flatMap(({ quietTextDelaysMs }) => quietTextDelaysMs),
      ),
      ...runs.flatMap((run) => [textsOf(run, 'product'), textsOf(run, 'bare')]),
    ],
    notes: [
      'ms: from the sending of a file to the moment its recipient sees it, median of all; × bare: ratio of the two; CPU ms: processor time for each file.',
      `peak: memory above what the idle process has (Passerby ${idle('product')} MiB, bare loop ${idle('bare')} MiB), median of the rounds; kept: of that a second after the last file.`,
      'Texts are relayed by Passerby in every row: beside the bare loop they wait for nothing but the made-up platforms and the processor.',
    ],
    aims: [
      {
        sentence: `the media works gave away ${figure(budget / mebibyte)} MiB of memory at most; the aim is ${mostBudget / mebibyte} or less.`,
        isMet: budget <= mostBudget,
      },
    ],
  }
}

type Side = 'product' | 'bare'
const names = { product: 'Passerby', bare: 'bare loop' } as const

const titleOf = ({ route, atOnce }: FileRun, side: Side): string =>
  `${route.name}, ${atOnce === 1 ? 'alone' : `${atOnce} at once`}: ${names[side]}`

const delaysOf = (rounds: readonly FileRound[]): Spread =>
  spread(rounds.flatMap(({ delaysMs }) => delaysMs))

function rowOf(run: FileRun, side: Side): readonly string[] {
  const rounds = run[side]
  const delays = delaysOf(rounds)
  const times = delaysOf(run.product).p50 / delaysOf(run.bare).p50
  const peaks = rounds.map(({ peakBytes }) => peakBytes / mebibyte)
  const arrived = median(rounds.map(({ arrivedBytes }) => arrivedBytes))
  const isProduct = side === 'product'
  return [
    titleOf(run, side),
    figure(delays.p50),
    figure(delays.max),
    isProduct ? figure(times) : '',
    figure(median(rounds.map(({ cpuMs }) => cpuMs))),
    figure(median(peaks)),
    figure(Math.max(...peaks)),
    isProduct ? figure(run.keptBytes / mebibyte) : '',
    isProduct ? figure(run.budgetBytes / mebibyte) : '',
    figure(run.route.file.bytes.byteLength / megabyte),
    figure(arrived / megabyte),
  ]
}

const textsOf = (run: FileRun, side: Side): readonly string[] =>
  textRow(
    titleOf(run, side),
    run[side].flatMap(({ textDelaysMs }) => textDelaysMs),
  )

const textRow = (name: string, delaysMs: readonly number[]): readonly string[] => [
  name,
  ...spreadCells(spread(delaysMs)),
  String(delaysMs.length),
]
