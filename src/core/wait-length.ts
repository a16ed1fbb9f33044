// How long people waited is only counted by length: nobody's own wait can be read from that.

const second = 1000
const minute = 60 * second

/** Each length is all waits up to so long, and longer than the one before. */
const boundsMs = [
  10 * second,
  30 * second,
  minute,
  2 * minute,
  3 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  20 * minute,
  30 * minute,
  60 * minute,
] as const

/** What nothing can be said of: longer than all of them. */
const endless = boundsMs.length

export function waitLength(waitedMs: number): number {
  const length = boundsMs.findIndex((boundMs) => waitedMs <= boundMs)
  return length === -1 ? endless : length
}

export interface WaitCount {
  readonly length: number
  readonly people: number
}

/** What half of them waited at most; `undefined` for fewer than `fewest`, or where that is too long to tell. */
export function typicalWait(counts: readonly WaitCount[], fewest: number): number | undefined {
  const all = counts.reduce((sum, { people }) => sum + people, 0)
  if (all < fewest) return undefined
  let counted = 0
  for (const { length, people } of counts.toSorted((a, b) => a.length - b.length)) {
    counted += people
    if (counted * 2 >= all) return boundsMs[length]
  }
  return undefined
}
