import { createMutant } from '../storm/mutant.ts'
import type { Bug } from './bugs.ts'
import { runInWorkers } from './run-workers.ts'

export interface Caught {
  readonly name: string
  /** By the how-manyth sequence; `undefined` when by none. */
  readonly by: number | undefined
  readonly troubles: readonly string[]
}

/** Whether so many sequences show the bug by what should show it. */
export async function hunt(bug: Bug, root: string, seed: number, most: number): Promise<Caught> {
  using mutant = createMutant(root, bug, ['test'])
  const options = { root: mutant.root, seed, from: 0, count: most, workers: 1 }
  const { failure } = await runInWorkers(options)
  const troubles = failure?.troubles ?? []
  const isCaught = troubles.some((trouble) => bug.says.test(trouble))
  return { name: bug.name, by: isCaught ? (failure?.number ?? 0) + 1 : undefined, troubles }
}
