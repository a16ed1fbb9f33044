import { expect, it } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import type { Situation } from '../../src/core/situation.ts'
import { someUser } from '../support/situations.ts'
import { idle, taps } from './deciding.ts'
import { told } from './settings-scene.ts'

const justBegun: Situation = {
  ...idle,
  waitingSince: idle.now - limits.doubleTapMs + 1,
  user: { ...someUser, profile: { gender: 'woman', seeking: 'women' } },
}

it('a second tap on the answer that began the search does nothing (1.4)', () => {
  expect(taps(justBegun, { kind: 'seeking', seeking: 'women' })).toEqual([])
  const later = { ...justBegun, now: idle.now + 1 }
  expect(told(taps(later, { kind: 'seeking', seeking: 'women' }))).toMatchObject([
    { kind: 'settings' },
  ])
})

it('the same answer to who they are, on its screen, leads back, also when the search has just begun', () => {
  expect(told(taps(justBegun, { kind: 'gender', gender: 'woman' }))).toMatchObject([
    { kind: 'settings', inPlace: true },
  ])
})
