import type { Hindsight } from './aims.ts'
import { mostPaired } from './optimum.ts'
import type { PolicyKind } from './policy.ts'
import { type RunFigures, runFigures } from './run-figures.ts'
import { type Outcome, simulate } from './simulate.ts'
import type { SimulatedPerson } from './simulated-person.ts'

export interface Comparison {
  /** The baseline's first. */
  readonly runs: readonly [RunFigures, ...RunFigures[]]
  readonly outcomes: readonly Outcome[]
  readonly hindsight: Hindsight
}

/** Lets the same people come before each policy; the first `optimum` of them once more, alone. */
export async function compare(
  population: readonly SimulatedPerson[],
  [baseline, ...others]: readonly [PolicyKind, ...PolicyKind[]],
  optimum: number,
): Promise<Comparison> {
  const first = population.slice(0, optimum)
  const outcomes: Outcome[] = []
  const firstRuns: RunFigures[] = []
  const run = async (policy: PolicyKind): Promise<RunFigures> => {
    const outcome = await simulate(population, policy)
    outcomes.push(outcome)
    firstRuns.push(runFigures(first, await simulate(first, policy)))
    return runFigures(population, outcome)
  }
  const runs: [RunFigures, ...RunFigures[]] = [await run(baseline)]
  for (const policy of others) runs.push(await run(policy))
  return {
    runs,
    outcomes,
    hindsight: {
      people: first.length,
      leastGiveUps: first.length - mostPaired(first),
      runs: firstRuns,
    },
  }
}
