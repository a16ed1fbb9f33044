import { smallGroup } from './group-figures.ts'
import type { RunFigures } from './run-figures.ts'
import { evenTicks } from './even-ticks.ts'
import { bar, headHeight, margin, render, rule, text } from './svg.ts'

const width = 900
const nameWidth = 250
const labelWidth = 60
const thickness = 14
const gap = 12

/** The share that gave up, in all and of each group, each policy a bar. */
export function plotGiveUps(runs: readonly [RunFigures, ...RunFigures[]]): string {
  const [first] = runs
  const rows = [
    { name: 'everybody', people: first.people, shares: runs.map((run) => run.gaveUp / run.people) },
    ...first.groups.map(({ name, people }) => ({
      name: people < smallGroup ? `${name} *` : name,
      people,
      shares: runs.map((run) => {
        const group = run.groups.find((one) => one.name === name)
        return group ? group.gaveUp / group.people : 0
      }),
    })),
  ]
  const [last, ticks] = evenTicks(Math.max(0.05, ...rows.flatMap(({ shares }) => shares)))
  const x = (share: number): number =>
    margin + nameWidth + (share / last) * (width - 2 * margin - nameWidth - labelWidth)
  const rowHeight = runs.length * thickness + gap
  const bottom = headHeight + rows.length * rowHeight

  return render({
    title: 'Who gives up',
    subtitle: `Share of each group who left without having met anybody. * fewer than ${smallGroup} people.`,
    width,
    height: bottom + 56,
    legend: runs.map(({ policy }) => policy),
    body: [
      ...ticks.flatMap((share) => [
        rule(x(share), headHeight, x(share), bottom),
        text(x(share), bottom + 16, `${Math.round(share * 1000) / 10} %`, 'faint middle'),
      ]),
      text(x(last / 2), bottom + 38, 'share who gave up', 'faint middle'),
      ...rows.flatMap(({ name, people, shares }, index) => {
        const top = headHeight + index * rowHeight + gap / 2
        const middle = top + (rowHeight - gap) / 2 + 4
        return [
          text(margin + nameWidth - 64, middle, name, 'end'),
          text(margin + nameWidth - 10, middle, String(people), 'faint end'),
          ...shares.flatMap((share, series) => [
            bar(x(0), top + series * thickness, x(share) - x(0), thickness - 1, series),
            text(
              x(share) + 5,
              top + series * thickness + 11,
              `${(share * 100).toFixed(1)} %`,
              'faint',
            ),
          ]),
        ]
      }),
    ],
  })
}
