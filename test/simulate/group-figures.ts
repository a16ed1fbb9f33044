import { must } from '../../src/lib/must.ts'
import { quantile, sortedNumbers } from './quantile.ts'
import type { Outcome } from './simulate.ts'
import { seekingLabel, type SimulatedPerson } from './simulated-person.ts'

/** Below this, a quantile says little. */
export const smallGroup = 100

/** People of one gender who look for the same. */
export interface GroupFigures {
  readonly name: string
  readonly people: number
  readonly gaveUp: number
  /** Sorted waits of those who were paired. */
  readonly waitsMs: readonly number[]
  readonly pairedMedianMs: number | undefined
  readonly pairedP95Ms: number | undefined
  /** Of the time that everybody spent waiting, until paired or until giving up: who gives up does not flatter it. */
  readonly everybodyP95Ms: number
}

/** The largest group first, in the same order for every policy that had the same people. */
export function groupFigures(
  population: readonly SimulatedPerson[],
  outcome: Outcome,
): readonly GroupFigures[] {
  const groups = Map.groupBy(
    population.keys().map((index) => ({
      person: must(population[index], 'the index is of the population'),
      pairedAt: outcome.pairedAt[index],
    })),
    ({ person }) => `${person.gender} for ${seekingLabel(person.seeking)}`,
  )
  return [...groups]
    .map(([name, members]): GroupFigures => {
      const waitsMs = sortedNumbers(
        members.flatMap(({ person, pairedAt }) =>
          pairedAt === undefined ? [] : [pairedAt - person.arrivesAt],
        ),
      )
      const spentMs = sortedNumbers(
        members.map(({ person, pairedAt }) =>
          pairedAt === undefined ? person.patienceMs : pairedAt - person.arrivesAt,
        ),
      )
      return {
        name,
        people: members.length,
        gaveUp: members.length - waitsMs.length,
        waitsMs,
        pairedMedianMs: quantile(waitsMs, 0.5),
        pairedP95Ms: quantile(waitsMs, 0.95),
        everybodyP95Ms: must(quantile(spentMs, 0.95), 'a group has members'),
      }
    })
    .toSorted((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1))
}
