import { must } from '../../src/lib/must.ts'
import { maximumMatching } from './maximum-matching.ts'
import { leavesAt, type SimulatedPerson, suit } from './simulated-person.ts'

/** How many could have been paired by who knew beforehand who would come and how long each would stay. Sorted by arrival. */
export function mostPaired(population: readonly SimulatedPerson[]): number {
  const mates = maximumMatching(possibleMeetings(population))
  return mates.reduce((paired, mate) => (mate < 0 ? paired : paired + 1), 0)
}

/** For each person, by index, whom they suit and are there with at some moment. */
function possibleMeetings(population: readonly SimulatedPerson[]): readonly (readonly number[])[] {
  const meetings: number[][] = population.map(() => [])
  let there: readonly number[] = []
  for (const [index, person] of population.entries()) {
    there = there.filter((other) => leavesAt(at(population, other)) >= person.arrivesAt)
    for (const other of there) {
      if (!suit(person, at(population, other))) continue
      at(meetings, index).push(other)
      at(meetings, other).push(index)
    }
    there = [...there, index]
  }
  return meetings
}

const at = <T>(list: readonly T[], index: number): T =>
  must(list[index], 'the index is of the list')
