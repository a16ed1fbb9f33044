import { type GroupFigures, groupFigures } from './group-figures.ts'
import type { Outcome, Room } from './simulate.ts'
import type { SimulatedPerson } from './simulated-person.ts'

/** What a policy did for a population, as figures. */
export interface RunFigures {
  readonly policy: string
  readonly people: number
  readonly rooms: number
  readonly gaveUp: number
  readonly groups: readonly GroupFigures[]
  /** A room, on average; 0 where there is none. */
  readonly sharedInterests: number
  /** Of the rooms. */
  readonly commonLanguage: number
  readonly longestLine: number
  readonly pairsPerSecond: number
}

export function runFigures(population: readonly SimulatedPerson[], outcome: Outcome): RunFigures {
  const { rooms } = outcome
  const perRoom = (figure: (room: Room) => number): number =>
    rooms.reduce((sum, room) => sum + figure(room), 0) / Math.max(1, rooms.length)
  return {
    policy: outcome.policy,
    people: population.length,
    rooms: rooms.length,
    gaveUp: population.length - 2 * rooms.length,
    groups: groupFigures(population, outcome),
    sharedInterests: perRoom(({ a, b }) => inBoth(a.interests, b.interests)),
    commonLanguage: perRoom(({ a, b }) => (inBoth(a.languages, b.languages) > 0 ? 1 : 0)),
    longestLine: outcome.longestLine,
    pairsPerSecond: rooms.length / (outcome.tookMs / 1000),
  }
}

const inBoth = (a: readonly string[], b: readonly string[]): number =>
  a.filter((one) => b.includes(one)).length
