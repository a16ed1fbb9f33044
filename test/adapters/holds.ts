import fc from 'fast-check'

/** The same cases on every run, and as many that nobody has seen yet: a failure prints their seed. */
export function holds<Given>(property: fc.IProperty<Given>, numRuns = 1000): void {
  fc.assert(property, { seed: 4711, numRuns })
  fc.assert(property, { numRuns })
}
