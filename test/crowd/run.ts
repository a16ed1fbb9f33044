import { type Kept, nothingKept } from './checker.ts'
import { drawSequence } from './draw-sequence.ts'
import { play } from './play.ts'
import type { Sequence } from './sequence.ts'
import { createStage } from './stage.ts'

/** So many crowds share a database: starting one takes longer than playing a crowd, and what it remembers of others must not matter. */
const crowdsOnStage = 100

export interface Tally extends Kept {
  sequences: number
  deeds: number
  widened: number
  failures: number
  cuts: number
}

export interface Failure {
  readonly seed: number
  readonly number: number
  readonly troubles: readonly string[]
}

export interface Run {
  readonly tally: Tally
  /** The first one: nothing is played after it. */
  readonly failure: Failure | undefined
}

export const emptyTally = (): Tally => ({
  sequences: 0,
  deeds: 0,
  ...nothingKept(),
  widened: 0,
  failures: 0,
  cuts: 0,
})

export function addTo(sum: Tally, more: Partial<Tally>): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += more[key] ?? 0
}

/** Plays the sequences of these numbers. */
export async function runSequences(
  seed: number,
  numbers: Iterable<number>,
  done: (tally: Tally) => void = () => {},
): Promise<Run> {
  const tally = emptyTally()
  const rest = [...numbers]
  while (rest.length > 0) {
    const stage = await createStage()
    try {
      for (const number of rest.splice(0, crowdsOnStage)) {
        const { troubles, kept, deeds } = await play(stage, drawSequence(seed, number))
        addTo(tally, { ...kept, sequences: 1, deeds })
        if (troubles.length > 0) return { tally, failure: { seed, number, troubles } }
      }
    } finally {
      const { cuts, witness } = stage
      addTo(tally, { cuts, failures: witness.failures, widened: witness.widenings })
      await stage.close()
    }
    done(tally)
  }
  return { tally, failure: undefined }
}

/** What comes of it on a database of its own. */
export async function troublesOf(sequence: Sequence): Promise<readonly string[]> {
  const stage = await createStage()
  try {
    const { troubles } = await play(stage, sequence)
    return troubles
  } finally {
    await stage.close()
  }
}
