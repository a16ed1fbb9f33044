import type { Random } from '../storm/random.ts'

export function shuffled<T>(random: Random, all: readonly T[]): readonly T[] {
  return all
    .map((each) => ({ each, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each)
}

export const sample = <T>(random: Random, all: readonly T[], count: number): readonly T[] =>
  shuffled(random, all).slice(0, count)

/** So few that what comes of a batch is soon done. */
const batchSize = 150

export const inBatches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / batchSize) }, (_, i) =>
    all.slice(i * batchSize, (i + 1) * batchSize),
  )
