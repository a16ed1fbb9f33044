import { expect, test } from 'vitest'
import { duration } from '../../src/dashboard/duration.ts'

test.each([
  [-5, '0 ms'],
  [40, '40 ms'],
  [1240, '1.2 s'],
  [9999, '9.9 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [3_600_000 * 5.5, '5 h'],
  [86_400_000 * 3, '3 d'],
])('%d ms reads %s', (ms, text) => {
  expect(duration(ms)).toBe(text)
})
