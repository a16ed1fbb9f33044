import { evenTicks } from './even-ticks.ts'
import type { Outcome } from './simulate.ts'
import { curve, headHeight, margin, render, rule, text } from './svg.ts'

const width = 1000
const height = 420
const left = margin + 60
const right = width - margin
const bottom = height - 60
const hourMs = 3_600_000
const minuteMs = 60_000

/** How many wait over the hours, each policy a curve. */
export function plotLine(outcomes: readonly Outcome[]): string {
  const points = outcomes.flatMap(({ line }) => line)
  const unitMs = Math.max(...points.map(({ at }) => at)) >= 2 * hourMs ? hourMs : minuteMs
  const lastUnits = Math.max(...points.map(({ at }) => at / unitMs))
  const [, times] = evenTicks(lastUnits)
  const [most, counts] = evenTicks(Math.max(5, ...points.map(({ waiting }) => waiting)))
  const x = (units: number): number => left + (units / lastUnits) * (right - left)
  const y = (waiting: number): number => bottom - (waiting / most) * (bottom - headHeight - 10)
  const [one, next] = outcomes[0]?.line ?? []
  const stretchSeconds = Math.round(((next?.at ?? 0) - (one?.at ?? 0)) / 1000)
  return render({
    title: 'How long the line is',
    subtitle: `How many wait for a partner, on average over ${stretchSeconds} seconds.`,
    width,
    height,
    legend: outcomes.map(({ policy }) => policy),
    body: [
      ...counts.flatMap((count) => [
        rule(left, y(count), right, y(count)),
        text(left - 8, y(count) + 4, String(count), 'faint end'),
      ]),
      ...times
        .filter((time) => time <= lastUnits)
        .flatMap((time) => [
          rule(x(time), bottom, x(time), bottom + 5),
          text(x(time), bottom + 19, String(time), 'faint middle'),
        ]),
      text(
        (left + right) / 2,
        bottom + 42,
        unitMs === hourMs ? 'hours' : 'minutes',
        'faint middle',
      ),
      `<g transform="rotate(-90 ${margin + 8} ${(headHeight + bottom) / 2})">${text(margin + 8, (headHeight + bottom) / 2, 'people waiting', 'faint middle')}</g>`,
      ...outcomes.map(({ line }, series) =>
        curve(
          line.map(({ at, waiting }) => [x(at / unitMs), y(waiting)]),
          series,
        ),
      ),
    ],
  })
}
