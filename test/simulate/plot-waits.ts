import { type GroupFigures, smallGroup } from './group-figures.ts'
import { quantile } from './quantile.ts'
import type { RunFigures } from './run-figures.ts'
import { curve, headHeight, margin, render, rule, text } from './svg.ts'

const columns = 4
const panel = { width: 250, height: 190 }
/** Of a panel, around its curves. */
const inset = { left: 44, right: 14, top: 44, bottom: 26 }
const inner = {
  width: panel.width - inset.left - inset.right,
  height: panel.height - inset.top - inset.bottom,
}

const ticksMs: readonly (readonly [ms: number, label: string])[] = [
  [0, '0'],
  [10_000, '10 s'],
  [60_000, '1 min'],
  [180_000, '3'],
  [360_000, '6'],
  [600_000, '10'],
  [1_200_000, '20'],
  [2_400_000, '40'],
  [4_800_000, '80'],
  [14_400_000, '240'],
]

/** For each group the share of its people who have been paired by a time after their arrival, each policy a curve. */
export function plotWaits(runs: readonly [RunFigures, ...RunFigures[]]): string {
  const [first] = runs
  const large = first.groups.filter(({ people }) => people >= smallGroup)
  const groups = large.length === 0 ? first.groups : large
  const left = first.groups.length - groups.length
  const bottom = headHeight + Math.ceil(groups.length / columns) * panel.height
  const lastMs = scaleEnd(runs)
  const x = (ms: number): number => Math.sqrt(Math.min(ms, lastMs) / lastMs) * inner.width

  const body = groups.flatMap((group, index) => {
    const panelX = margin + (index % columns) * panel.width
    const panelY = headHeight + Math.floor(index / columns) * panel.height
    const same = runs.map((run) => run.groups.find(({ name }) => name === group.name))
    return drawPanel(group, same, lastMs, (ms) => panelX + inset.left + x(ms), panelY)
  })
  return render({
    title: 'How long people wait for a partner',
    subtitle:
      'Share of each group who have been paired, by minutes since arrival (square-root axis); what a curve lacks to 100 % gave up or waited longer.',
    width: 2 * margin + columns * panel.width,
    height: bottom + 2 * margin,
    legend: runs.map(({ policy }) => policy),
    body: left > 0 ? [...body, text(margin, bottom + margin, omission(left), 'faint')] : body,
  })
}

const omission = (groups: number): string =>
  `Left out, for having fewer than ${smallGroup} people: ${groups} ${groups === 1 ? 'group' : 'groups'}.`

function drawPanel(
  { name, people }: GroupFigures,
  groups: readonly (GroupFigures | undefined)[],
  lastMs: number,
  x: (ms: number) => number,
  panelY: number,
): readonly string[] {
  const bottom = panelY + inset.top + inner.height
  const y = (share: number): number => bottom - share * inner.height
  return [
    text(x(0), panelY + 16, name, 'panel'),
    text(x(0), panelY + 32, `${people} people`, 'faint'),
    ...[0, 0.5, 1].flatMap((share) => [
      rule(x(0), y(share), x(lastMs), y(share)),
      text(x(0) - 6, y(share) + 4, `${share * 100} %`, 'faint end'),
    ]),
    ...ticksMs
      .filter(([ms]) => ms <= lastMs)
      .flatMap(([ms, label]) => [
        rule(x(ms), bottom, x(ms), bottom + 4),
        text(x(ms), bottom + 17, label, 'faint middle'),
      ]),
    ...groups.flatMap((group, series) =>
      group ? [curve(cumulative(group, lastMs, x, y), series)] : [],
    ),
  ]
}

/** Thinned to what can be seen. */
function cumulative(
  { waitsMs, people }: GroupFigures,
  lastMs: number,
  x: (ms: number) => number,
  y: (share: number) => number,
): readonly (readonly [number, number])[] {
  const shown = waitsMs.filter((ms) => ms <= lastMs)
  const step = Math.max(1, Math.floor(shown.length / 200))
  const points = shown.flatMap((ms, index): readonly (readonly [number, number])[] =>
    index % step === 0 || index === shown.length - 1 ? [[x(ms), y((index + 1) / people)]] : [],
  )
  return [[x(0), y(0)], ...points, [x(lastMs), y(shown.length / people)]]
}

/** The first tick beyond nearly all waits. */
function scaleEnd(runs: readonly RunFigures[]): number {
  const late = runs.flatMap(({ groups }) =>
    groups.map(({ waitsMs, people }) => (people < smallGroup ? 0 : (quantile(waitsMs, 0.99) ?? 0))),
  )
  const most = Math.max(60_000, ...late)
  return ticksMs.find(([ms]) => ms >= most)?.[0] ?? most
}
