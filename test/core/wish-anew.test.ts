import { describe, expect, it } from 'vitest'
import { ref } from '../../src/core/address.ts'
import type { Tap } from '../../src/core/notice.ts'
import { widenedAfter } from '../../src/core/schedule.ts'
import type { Situation } from '../../src/core/situation.ts'
import { freshlyWaiting } from '../../src/core/waiting.ts'
import { someUser } from '../support/situations.ts'
import { idle, kinds, taps } from './deciding.ts'
import { of, waiting } from './settings-scene.ts'

describe('"anyone is fine" ends with another wish (8.3)', () => {
  const place = ref('waiting message')
  /** A woman who looks for women, and has said after 40 seconds that anyone is fine. */
  const anyone: Situation = {
    ...of({ interests: ['tea'] }, waiting),
    waitingSince: idle.now - 40_000,
    waiting: { ...freshlyWaiting, looking: 3, isAnyoneFine: true },
    waitingNotice: place,
    user: { ...someUser, profile: { gender: 'woman', seeking: 'women' } },
  }
  const insisting = {
    ...freshlyWaiting,
    looking: 3,
    widened: widenedAfter(40_000),
    canWiden: true,
  }

  it.each<Tap>([
    { kind: 'seeking', seeking: 'women' },
    { kind: 'seeking', seeking: 'anyone' },
    { kind: 'toggle-sought', sought: 'men' },
    { kind: 'toggle-sought', sought: 'women' },
    { kind: 'platform', wish: 'other' },
    // The same wish once more is one, too.
    { kind: 'platform', wish: 'any' },
  ])('of whom they look for, or where: %o', (tap) => {
    const changes = taps(anyone, tap)
    expect(kinds(changes)).toContain('narrow-ticket')
    expect(kinds(changes)).not.toContain('open-ticket')
    expect(changes.at(-1)).toMatchObject({
      notice: {
        kind: 'waiting',
        // After so long there is nothing else to give up.
        state: { ...insisting, canWiden: tap.kind !== 'seeking' || tap.seeking !== 'anyone' },
      },
      inPlaceOf: place,
      mark: 'in-place',
    })
  })

  it.each<Tap>([
    { kind: 'gender', gender: 'man' },
    { kind: 'language', language: 'fr' },
    { kind: 'interest', interest: 'art', page: 0 },
    { kind: 'clear-bio' },
    { kind: 'media', wish: 'open' },
    { kind: 'locale', locale: 'ar' },
  ])('and with nothing else: %o', (tap) => {
    expect(kinds(taps(anyone, tap))).not.toContain('narrow-ticket')
  })

  it('says nothing where nothing was given up, and where the message has not arrived yet', () => {
    const tap: Tap = { kind: 'platform', wish: 'other' }
    const usual = { ...anyone, waiting: freshlyWaiting }
    expect(kinds(taps(usual, tap))).toEqual(['set-settings', 'open-ticket', 'tell'])
    const early = { ...anyone, waitingNotice: undefined }
    expect(kinds(taps(early, tap))).toEqual(['set-settings', 'narrow-ticket', 'tell'])
  })
})
