import { type Bug, bugs, type Violation } from './bugs.ts'
import { createMutant } from './mutant.ts'
import { runStorm } from './storm.ts'

/** A short storm may miss a window of a few milliseconds; so many have to. */
const mostStorms = 4
const size = { rounds: 9, people: 12, patienceMs: 2500, isAlwaysAtWork: true } as const

export function findBugs(name: string): readonly Bug[] {
  const found = bugs.filter((bug) => name === 'all' || bug.name === name)
  if (found.length > 0) return found
  throw new Error(`No such bug. There are: ${bugs.map((bug) => bug.name).join(', ')}.`)
}

/** Whether the storm catches the bug by what should catch it. */
export async function hunt(
  bug: Bug,
  root: string,
  firstSeed: number,
  report: (line: string) => void,
): Promise<boolean> {
  using mutant = createMutant(root, bug)
  for (let seed = firstSeed; seed < firstSeed + mostStorms; seed += 1) {
    const { verdict, trouble } = await runStorm({
      ...size,
      seed,
      root: mutant.root,
      isAlwaysRestless: bug.isRestless,
      report: () => {},
    })
    const caught = Object.entries(verdict.violations).filter(([, list]) => list.length > 0)
    const kinds = caught.map(([kind, list]) => `${kind} ${list.length}`).join(', ') || 'nothing'
    const isCaught = caught.some(([kind]) => bug.caughtBy.some((expected) => expected === kind))
    const also = trouble.length > 0 ? `; ${trouble.join(' ').slice(0, 300)}` : ''
    report(
      `${bug.name}: ${isCaught ? 'caught' : 'NOT caught'} with seed ${seed}: ${kinds}${also}; ${exampleOf(bug, verdict.violations)}`,
    )
    if (isCaught) return true
  }
  return false
}

function exampleOf(bug: Bug, violations: Readonly<Record<Violation, readonly string[]>>): string {
  return bug.caughtBy.flatMap((kind) => violations[kind])[0] ?? 'no example'
}
