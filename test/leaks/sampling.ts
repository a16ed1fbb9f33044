import type { Random } from '../storm/random.ts'

export function shuffled<T>(random: Random, all: readonly T[]): readonly T[] {
  return all
    .map((each) => ({ each, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each)
}

export const sample = <T>(random: Random, all: readonly T[], count: number): readonly T[] =>
  shuffled(random, all).slice(0, count)

/** That part of them; all of them in their order, where it is the whole. */
export const part = <T>(random: Random, all: readonly T[], share: number): readonly T[] =>
  share === 1 ? all : sample(random, all, Math.ceil(all.length * share))

/** Mixtures are made by chance that is known, and in a whole search by chance of the day as well. */
export const drawsFor = (share: number, random: Random, fresh: Random): readonly Random[] =>
  share === 1 ? [random, fresh] : [random]

/** So few that what comes of a batch is soon done. */
const batchSize = 150

export const inBatches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / batchSize) }, (_, i) =>
    all.slice(i * batchSize, (i + 1) * batchSize),
  )
