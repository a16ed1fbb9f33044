// Plays every so-many-th sequence of a seed and tells its parent what it has come to.

import { emptyTally, runSequences, type Run, type Tally } from './run.ts'

export interface Share {
  readonly seed: number
  readonly from: number
  readonly count: number
  /** Plays the numbers `from + index`, `from + index + workers`, and so on. */
  readonly index: number
  readonly workers: number
}

/** What a worker tells: how far it is, and in the end what came of it. */
export type Word =
  | { readonly kind: 'so-far'; readonly tally: Tally }
  | { readonly kind: 'done'; readonly run: Run }

const { seed, from, count, index, workers } = JSON.parse(process.argv[2] ?? '') as Share
const tell = (word: Word): void => void process.send?.(word)
const numbers = Array.from({ length: count }, (_, i) => from + i)
const mine = numbers.filter((_, i) => i % workers === index)
let soFar = emptyTally()
const run = await runSequences(seed, mine, (tally) => {
  soFar = { ...tally }
  tell({ kind: 'so-far', tally: soFar })
})
tell({ kind: 'done', run })
process.disconnect()
