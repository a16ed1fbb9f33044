import type { Aim } from '../bench/report.ts'
import { figure } from '../bench/table.ts'
import { type GroupFigures, smallGroup } from './group-figures.ts'
import type { RunFigures } from './run-figures.ts'

/** The first people to come, alone: what policies did for them and what could have been done. */
export interface Hindsight {
  readonly people: number
  readonly leastGiveUps: number
  readonly runs: readonly RunFigures[]
}

/** Of the optimum's give-ups. */
const moreGiveUps = 1.1
const timesTheInterests = 2

/** What a policy is to reach beside the baseline. */
export function aimsOf(
  run: RunFigures,
  baseline: RunFigures,
  hindsight: Hindsight,
): readonly Aim[] {
  return [
    waitAim(run, baseline, 'those paired', ({ pairedP95Ms }) => pairedP95Ms ?? 0),
    waitAim(run, baseline, 'everybody, paired or not', ({ everybodyP95Ms }) => everybodyP95Ms),
    giveUpAim(run, hindsight),
    interestAim(run, baseline),
  ]
}

function waitAim(
  run: RunFigures,
  baseline: RunFigures,
  whose: string,
  p95: (group: GroupFigures) => number,
): Aim {
  const before = new Map(baseline.groups.map((group) => [group.name, p95(group)]))
  const slower = run.groups.filter((group) => p95(group) > (before.get(group.name) ?? 0))
  const names = slower.map(
    (group) =>
      `${group.name}${group.people < smallGroup ? '*' : ''} ${seconds(p95(group))} s against ${seconds(before.get(group.name) ?? 0)} s`,
  )
  const found =
    slower.length === 0
      ? `is so in all ${run.groups.length}`
      : `is not so in ${slower.length} of ${run.groups.length}: ${names.join(', ')}`
  return {
    sentence: `${run.policy}: the p95 wait of ${whose} is to be at most that of ${baseline.policy} in every group; it ${found}.`,
    isMet: slower.length === 0,
  }
}

function giveUpAim(run: RunFigures, { people, leastGiveUps, runs }: Hindsight): Aim {
  const gaveUp = runs.find(({ policy }) => policy === run.policy)?.gaveUp ?? people
  const most = leastGiveUps * moreGiveUps
  return {
    sentence: `${run.policy}: of the first ${people}, ${gaveUp} gave up; at most ${Math.floor(most)} are to, which is the optimum's ${leastGiveUps} and a tenth.`,
    isMet: gaveUp <= most,
  }
}

function interestAim(run: RunFigures, baseline: RunFigures): Aim {
  const least = baseline.sharedInterests * timesTheInterests
  return {
    sentence: `${run.policy}: ${figure(run.sharedInterests)} shared interests a room; ${figure(least)} are to be, twice those of ${baseline.policy}.`,
    isMet: run.sharedInterests >= least,
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1)
