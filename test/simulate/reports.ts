import type { Report } from '../bench/report.ts'
import { figure } from '../bench/table.ts'
import { aimsOf, type Hindsight } from './aims.ts'
import { type GroupFigures, smallGroup } from './group-figures.ts'
import type { RunFigures } from './run-figures.ts'

/** The tables and the aims; `runs` begins with the baseline, which is judged only if it is alone. */
export function reportsOn(
  runs: readonly [RunFigures, ...RunFigures[]],
  hindsight: Hindsight,
): readonly Report[] {
  const [baseline, ...others] = runs
  const judged = others.length === 0 ? runs : others
  return [
    groupReport(runs),
    {
      title: 'In all',
      rows: [
        ['', ...runs.map(({ policy }) => policy)],
        row('people', runs, ({ people }) => String(people)),
        row('rooms', runs, ({ rooms }) => String(rooms)),
        row('gave up', runs, ({ gaveUp, people }) => percent(gaveUp, people)),
        row('shared interests a room', runs, ({ sharedInterests }) => figure(sharedInterests)),
        row('rooms with a common language', runs, (run) => percent(run.commonLanguage, 1)),
        row('longest line', runs, ({ longestLine }) => String(longestLine)),
        row('pairs a second of real time', runs, (run) => figure(run.pairsPerSecond)),
      ],
      notes: ['The last figure is of this machine, the simulation itself included.'],
      aims: [],
    },
    {
      title: `The first ${hindsight.people} alone, beside the best that hindsight can do`,
      rows: [
        ['', ...hindsight.runs.map(({ policy }) => policy), 'optimum'],
        [
          'gave up',
          ...hindsight.runs.map(({ gaveUp }) => String(gaveUp)),
          String(hindsight.leastGiveUps),
        ],
        [
          'share',
          ...hindsight.runs.map(({ gaveUp, people }) => percent(gaveUp, people)),
          percent(hindsight.leastGiveUps, hindsight.people),
        ],
      ],
      notes: [],
      aims: judged.flatMap((run) => aimsOf(run, baseline, hindsight)),
    },
  ]
}

function groupReport(runs: readonly [RunFigures, ...RunFigures[]]): Report {
  const columns = ['median', 'p95', 'p95 all', 'gave up']
  const [first] = runs
  return {
    title: 'Waits in seconds, and who gave up, by gender and whom they look for',
    rows: [
      ['', '', ...runs.flatMap(({ policy }) => [...columns.slice(1).map(() => ''), policy])],
      ['group', 'people', ...runs.flatMap(() => columns)],
      ...first.groups.map(({ name, people }) => [
        people < smallGroup ? `${name} *` : name,
        String(people),
        ...runs.flatMap(({ groups }) => groupCells(groups.find((group) => group.name === name))),
      ]),
    ],
    notes: [
      'median and p95 are of those who were paired; p95 all is of the time that everybody spent waiting, paired or not.',
      `* fewer than ${smallGroup} people: shown, and counted in the aims, though its figures say little.`,
    ],
    aims: [],
  }
}

function groupCells(group: GroupFigures | undefined): readonly string[] {
  if (!group) return ['', '', '', '']
  return [
    seconds(group.pairedMedianMs),
    seconds(group.pairedP95Ms),
    seconds(group.everybodyP95Ms),
    percent(group.gaveUp, group.people),
  ]
}

const row = (
  name: string,
  runs: readonly RunFigures[],
  cell: (run: RunFigures) => string,
): readonly string[] => [name, ...runs.map(cell)]

const seconds = (ms: number | undefined): string =>
  ms === undefined ? '-' : (ms / 1000).toFixed(1)

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
