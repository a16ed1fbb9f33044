import type { Sample } from './line-stage.ts'
import type { ManyPaired } from './pair-many.ts'
import { type Aim, type Report, spreadCells, spreadHeader } from './report.ts'
import { median, spread } from './statistics.ts'
import { figure } from './table.ts'

export interface SizeFacts {
  readonly size: number
  readonly openMs: number
  readonly fileBytes: number
  /** Of the whole process, with the smaller lines open as well. */
  readonly rss: number
  readonly heapUsed: number
}

/** What one operation took at one size. */
export interface Measured {
  readonly name: string
  readonly size: number
  readonly samples: readonly Sample[]
}

export interface LineFindings {
  readonly folder: string
  readonly fillMs: number | undefined
  readonly fsyncRate: number
  readonly facts: readonly SizeFacts[]
  readonly measured: readonly Measured[]
  readonly crowd: number
  readonly many: ManyPaired
}

const mostGrowth = 2
const mostMs = 1
const megabyte = 2 ** 20

const insideOf = ({ samples }: Measured): readonly number[] => samples.map((one) => one.insideMs)
const committedOf = ({ samples }: Measured): readonly number[] =>
  samples.map((one) => one.committedMs)

export function reportLine(found: LineFindings): Report {
  const { facts, measured, many, crowd } = found
  const names = [...new Set(measured.map(({ name }) => name))]
  const sections = [
    ['inside the units', insideOf],
    ['with their commits at synchronous FULL', committedOf],
  ] as const
  const perSecond = (many.pairs * 1000) / many.pairingMs
  return {
    title: `Line: what people do while others wait whom nearly nobody suits, files in ${found.folder}`,
    rows: [
      ...sections.flatMap(([title, valuesOf]) => [
        [`ms ${title}`, 'waiting', ...spreadHeader, 'a second'],
        ...measured.map((one) => rowOf(one, valuesOf(one))),
        [],
      ]),
      ['work', 'waiting', 'statements', 'hashes', 'opened seals', 'fastest, ms'],
      ...measured.map((one) => workOf(one)),
      [],
      ['the database', 'waiting', 'file, MB', 'opened in, s', 'process, MB', 'heap, MB'],
      ...facts.map(({ size, openMs, fileBytes, rss, heapUsed }) => [
        '',
        String(size),
        ...[fileBytes / megabyte, openMs / 1000, rss / megabyte, heapUsed / megabyte].map(figure),
      ]),
    ],
    notes: [
      `The fastest of all, inside the units, comes nearest to what it costs where nobody else wants the processor.`,
      `Joining and changing are two units with a commit each: the wish, and the pairing that follows it. Deciding and wording are not in them.`,
      `${figure(found.fsyncRate)} fsyncs/s on this disk.`,
      ...(found.fillMs === undefined
        ? []
        : [
            `Filling took ${figure(found.fillMs / 1000)} s, and the process still holds its memory; with --line-kept a second run shows what it takes without.`,
          ]),
      `${many.pairs} people joined a line of ${crowd} at once (${figure(many.joiningMs)} ms) and were paired with those who waited in ${figure(many.pairingMs)} ms ` +
        `and ${many.commits} commits: ${figure(perSecond)} pairs/s at synchronous FULL, ${figure((many.pairs * 1000) / many.cpuMs)} in a second of processor time.`,
    ],
    aims: names.flatMap((name) => aimsOf(measured.filter((one) => one.name === name))),
  }
}

function rowOf({ name, size }: Measured, values: readonly number[]): readonly string[] {
  const rate = (values.length * 1000) / values.reduce((sum, value) => sum + value, 0)
  return [name, String(size), ...spreadCells(spread(values)), figure(rate)]
}

function workOf({ name, size, samples }: Measured): readonly string[] {
  const counts = (['statements', 'hashes', 'opens'] as const).map((what) =>
    median(samples.map((one) => one[what])),
  )
  const fastest = Math.min(...samples.map((one) => one.insideMs))
  return [name, String(size), ...counts.map(String), figure(fastest)]
}

/** Of one operation, its sizes in ascending order. */
function aimsOf(measured: readonly Measured[]): readonly Aim[] {
  const least = measured[0]
  const most = measured.at(-1)
  if (!least || !most) return []
  const inside = median(insideOf(most))
  const growth = inside / median(insideOf(least))
  const committed = median(committedOf(most))
  const committedGrowth = committed / median(committedOf(least))
  return [
    {
      sentence: `${most.name}: ${figure(growth)} times as long inside its units with ${most.size} as with ${least.size}, ${figure(committedGrowth)} times with its commits; the aim is ${mostGrowth} or less inside.`,
      isMet: growth <= mostGrowth,
    },
    {
      sentence: `${most.name}: median ${figure(inside)} ms inside its units with ${most.size}, ${figure(committed)} ms with its commits; the aim is less than ${mostMs} ms inside.`,
      isMet: inside < mostMs,
    },
  ]
}
