import { type Bug, bugs, type Violation } from './bugs.ts'
import { createMutant } from './mutant.ts'
import { reportOn } from './report.ts'
import { runStorm } from './storm.ts'

/** A short storm may miss a window of a few milliseconds; so many have to. */
const mostStorms = 4
const size = { rounds: 9, people: 12, patienceMs: 30_000, isAlwaysAtWork: true } as const

export function findBugs(name: string): readonly Bug[] {
  const found = bugs.filter((bug) => name === 'all' || bug.name === name)
  if (found.length > 0) return found
  throw new Error(`No such bug. There are: ${bugs.map((bug) => bug.name).join(', ')}.`)
}

/** The same storm on the product as it is must find nothing, or what it finds in a bug proves nothing. */
export async function findsNothing(
  root: string,
  seed: number,
  report: (line: string) => void,
): Promise<boolean> {
  const result = await runStorm({ ...size, seed, root, isAlwaysRestless: true, report: () => {} })
  const { isClean, lines } = reportOn(result, seed)
  report(`without a bug: ${isClean ? 'nothing found' : lines.join('\n')}`)
  return isClean
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
    // What has not arrived yet is not lost.
    const isFair = (kind: Violation): boolean => kind !== 'lost' || trouble.length === 0
    const isCaught = bug.caughtBy.some(
      (kind) => isFair(kind) && verdict.violations[kind].length > 0,
    )
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
