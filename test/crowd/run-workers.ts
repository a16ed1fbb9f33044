import { fork } from 'node:child_process'
import path from 'node:path'
import { addTo, emptyTally, type Run, type Tally } from './run.ts'
import type { Share, Word } from './worker.ts'

export interface WorkerOptions {
  /** The folder with the product and these tests. */
  readonly root: string
  readonly seed: number
  readonly from: number
  readonly count: number
  readonly workers: number
  readonly soFar?: (tally: Tally) => void
}

/** Plays sequences in processes of their own, until the first that finds something. */
export async function runInWorkers(options: WorkerOptions): Promise<Run> {
  const { root, seed, from, count, workers, soFar } = options
  const tallies = Array.from({ length: workers }, emptyTally)
  const sum = (): Tally => {
    const all = emptyTally()
    for (const tally of tallies) addTo(all, tally)
    return all
  }
  const children = tallies.map((_, index) => {
    const share: Share = { seed, from, count, index, workers }
    return fork(path.join(root, 'test/crowd/worker.ts'), [JSON.stringify(share)])
  })
  const runs = children.map(
    (child, index) =>
      new Promise<Run | undefined>((resolve, reject) => {
        child.on('message', (word: Word) => {
          tallies[index] = word.kind === 'done' ? word.run.tally : word.tally
          if (word.kind === 'so-far') soFar?.(sum())
          else resolve(word.run)
        })
        child.once('error', reject)
        child.once('exit', (code, signal) => {
          if (code === 0 || signal === 'SIGTERM') resolve(undefined)
          else reject(new Error(`a worker ended with ${code ?? signal}`))
        })
      }),
  )
  const first = await Promise.race(
    runs.map(async (run) => {
      const result = await run
      if (result?.failure) return result
      await Promise.all(runs)
      return result
    }),
  )
  for (const child of children) if (child.exitCode === null) child.kill()
  const failure = first?.failure ?? (await Promise.all(runs)).find((run) => run?.failure)?.failure
  return { tally: sum(), failure }
}
