// What crowds have found once, at its shortest.

import { expect, test } from 'vitest'
import { troublesOf } from './run.ts'
import type { Deed, Person, Sequence, Turn } from './sequence.ts'

const somebody = (language: Person['language']): Person => ({ platform: 'telegram', language })

function turn(afterMs: number, ...moves: readonly (readonly [number, Deed])[]): Turn {
  return {
    afterMs,
    moves: moves.map(([who, deed]) => ({ who, deed, fails: false })),
    pairs: 'last',
    pairingFails: false,
    sweeps: false,
    cut: 'none',
  }
}

const joins = (seeking: 'anyone' | 'women'): Deed => ({ kind: 'join', gender: 'woman', seeking })

test('who waits and speaks another language with the service is found by it at once (1.6, 2.2)', async () => {
  const sequence: Sequence = {
    people: [somebody('en'), somebody('es')],
    isPrompt: true,
    turns: [
      turn(0, [0, joins('women')], [1, joins('women')]),
      turn(3500, [1, { kind: 'locale', locale: 'en' }]),
      turn(1500),
    ],
  }
  expect(await troublesOf(sequence)).toEqual([])
})

test('who takes anyone is not hidden behind somebody of the same wishes who has waited longer (2.2)', async () => {
  const people = [somebody('en'), somebody('en'), somebody('es')]
  const sequence: Sequence = {
    people,
    isPrompt: true,
    turns: [
      turn(0, [2, joins('women')], [0, joins('anyone')], [1, joins('anyone')]),
      turn(5000, [1, { kind: 'block' }]),
      turn(0, [0, { kind: 'find' }]),
      turn(10_000, [1, { kind: 'find' }]),
      // Behind the first, who has not waited long enough for somebody without a common language.
      turn(2000, [1, { kind: 'widen' }]),
      turn(3000),
      turn(1500),
    ],
  }
  expect(await troublesOf(sequence)).toEqual([])
})
