import { expect, test } from 'vitest'
import { must, unreachable } from '../../src/lib/must.ts'

/** What comes from outside and slips through the compiler. */
const outsider = (value: unknown): never => unreachable(value as never)

test('what is there is handed out, and what is missing names the invariant', () => {
  expect(must(0, 'a number')).toBe(0)
  expect(() => must(undefined, 'a room has two seats')).toThrow(
    'Broken invariant: a room has two seats',
  )
})

test('an unexpected case names its kind and never what it holds', () => {
  expect(() => outsider({ kind: 'edited', text: 'hello stranger', id: 4711 })).toThrow(
    /^Unexpected case: edited$/,
  )
  for (const value of [
    'hello stranger',
    4711,
    { text: 'hello stranger' },
    { kind: 'hello stranger' },
    { kind: { text: 'stranger' } },
    null,
    undefined,
  ])
    expect(() => outsider(value)).toThrow(/^Unexpected case: (?!.*(stranger|4711))/)
})
