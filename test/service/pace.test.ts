import { expect, test } from 'vitest'
import { createPace } from '../../src/service/pace.ts'

test('what is spent is there again a second later, each at its time', () => {
  const pace = createPace(3)
  pace.spend(1, 1000)
  pace.spend(2, 1400)
  expect([1400, 1999, 2000, 2399, 2400].map((now) => pace.left(now))).toEqual([0, 0, 1, 1, 3])
})

test('one more may be told at once as long as something is left, and else when the first is there again', () => {
  const pace = createPace(2)
  expect(pace.readyAt(1000)).toBe(1000)
  pace.spend(1, 1000)
  expect(pace.readyAt(1200)).toBe(1200)
  pace.spend(1, 1300)
  expect(pace.readyAt(1500)).toBe(2000)
  expect(pace.readyAt(2000)).toBe(2000)
})

test('no second, whenever it begins, has more than its share', () => {
  const pace = createPace(10)
  const told: number[] = []
  for (let now = 0; now < 10_000; now += 70) {
    const count = Math.min(4, pace.left(now))
    pace.spend(count, now)
    told.push(...Array.from({ length: count }, () => now))
  }
  const inSecondFrom = (from: number): number =>
    told.filter((at) => at >= from && at < from + 1000).length
  expect(Math.max(...told.map(inSecondFrom))).toBe(10)
})

test('a clock that is set back holds up nothing', () => {
  const pace = createPace(1)
  pace.spend(1, 3_600_000)
  expect([pace.left(0), pace.readyAt(0)]).toEqual([1, 0])
})
