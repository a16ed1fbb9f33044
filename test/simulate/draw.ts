import { must } from '../../src/lib/must.ts'
import type { Random } from '../storm/random.ts'

/** What may be drawn, and how often against the others. */
export type Weighted<T> = readonly (readonly [choice: T, weight: number])[]

export function draw<T>(random: Random, choices: Weighted<T>): T {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
  let left = random.next() * total
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  return must(choices.at(-1), 'there is something to draw')[0]
}

/** The first choice twice as often as the second, three times as often as the third, at an exponent of 1. */
export function zipf<T>(choices: readonly T[], exponent: number): Weighted<T> {
  return choices.map((choice, rank) => [choice, 1 / (rank + 1) ** exponent])
}

/** By Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

export function logNormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(random))
}

/** Up to `count` different ones. */
export function drawSome<T>(random: Random, count: number, choices: Weighted<T>): readonly T[] {
  const drawn: T[] = []
  let left = choices.filter(([, weight]) => weight > 0)
  while (drawn.length < count && left.length > 0) {
    const choice = draw(random, left)
    drawn.push(choice)
    left = left.filter(([other]) => other !== choice)
  }
  return drawn
}
