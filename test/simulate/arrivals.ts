import { must, unreachable } from '../../src/lib/must.ts'
import type { Random } from '../storm/random.ts'

export const arrivalPatterns = ['flat', 'day', 'bursts'] as const
export type ArrivalPattern = (typeof arrivalPatterns)[number]

const hourMs = 3_600_000
/** The busiest hour of the day, and how far above and below the mean the curve goes. */
const peakHour = 21
const swing = 0.8
/** How many come in bursts, one an hour, and how fast a burst fades. */
const burstShare = 0.4
const fadeMs = 3 * 60_000

/** The moments at which people come, in order, in whole milliseconds from 0 on. */
export function arrivals(
  random: Random,
  count: number,
  hours: number,
  pattern: ArrivalPattern,
): readonly number[] {
  const one = arrival(random, hours * hourMs, pattern)
  return Array.from({ length: count }, () => Math.floor(one())).toSorted((a, b) => a - b)
}

function arrival(random: Random, lengthMs: number, pattern: ArrivalPattern): () => number {
  const anyTime = (): number => random.next() * lengthMs
  switch (pattern) {
    case 'flat':
      return anyTime
    case 'day':
      return () => {
        for (;;) {
          const at = anyTime()
          if (random.chance(popularity(at) / (1 + swing))) return at
        }
      }
    case 'bursts': {
      const bursts = Array.from({ length: Math.ceil(lengthMs / hourMs) }, anyTime)
      return () => {
        if (!random.chance(burstShare)) return anyTime()
        const startsAt = must(random.pick(bursts), 'there is a burst')
        return Math.min(lengthMs, startsAt - fadeMs * Math.log(1 - random.next()))
      }
    }
    default:
      return unreachable(pattern)
  }
}

const popularity = (at: number): number =>
  1 + swing * Math.cos(((at / hourMs - peakHour) / 24) * 2 * Math.PI)
