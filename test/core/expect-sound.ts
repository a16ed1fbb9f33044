import { expect } from 'vitest'
import { splitsPair } from '../../src/core/rich-text.ts'
import type { Range, RichText } from '../../src/core/rich-text.ts'

const contains = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
const apart = (a: Range, b: Range): boolean => a.end <= b.start || b.end <= a.start

/** What RichText promises of its ranges, checked pair by pair. */
export function expectSound({ text, ranges }: RichText): void {
  ranges.forEach((range, index) => {
    expect(range.start).toBeLessThan(range.end)
    expect(range.start).toBeGreaterThanOrEqual(0)
    expect(range.end).toBeLessThanOrEqual(text.length)
    expect(splitsPair(text, range.start) || splitsPair(text, range.end)).toBe(false)
    const before = ranges[index - 1]
    if (before !== undefined) {
      expect(
        before.start < range.start || (before.start === range.start && before.end >= range.end),
      ).toBe(true)
    }
    for (const later of ranges.slice(index + 1)) expectNesting(range, later)
  })
}

function expectNesting(a: Range, b: Range): void {
  if (apart(a, b)) return
  expect(contains(a, b) || contains(b, a)).toBe(true)
  const kinds = [a.format.kind, b.format.kind]
  expect(new Set(kinds).size).toBe(2)
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const kind = one.format.kind
    if (kind === 'code' || kind === 'pre') {
      expect(['quote', 'link']).toContain(other.format.kind)
      expect(contains(other, one)).toBe(true)
    }
    if (kind === 'quote') expect(contains(one, other)).toBe(true)
  }
}
