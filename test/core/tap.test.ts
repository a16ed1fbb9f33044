import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/core/command.ts'
import { mediaWishes } from '../../src/core/media-wish.ts'
import type { Tap } from '../../src/core/notice.ts'
import { genders, seekings } from '../../src/core/profile.ts'
import { readTap, writeTap } from '../../src/core/tap.ts'

const anyTap: fc.Arbitrary<Tap> = fc.oneof(
  fc.record({ kind: fc.constant('age' as const), adult: fc.boolean() }),
  fc.record({ kind: fc.constant('gender' as const), gender: fc.constantFrom(...genders) }),
  fc.record({ kind: fc.constant('seeking' as const), seeking: fc.constantFrom(...seekings) }),
  fc.record({
    kind: fc.constant('change' as const),
    what: fc.constantFrom('gender' as const, 'seeking' as const, 'media' as const),
  }),
  fc.record({ kind: fc.constant('media' as const), wish: fc.constantFrom(...mediaWishes) }),
  fc.record({
    kind: fc.constant('consent' as const),
    id: fc.maxSafeNat().map((n) => n % (2 ** 48 + 1)),
    isGiven: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('command' as const), command: fc.constantFrom(...commands) }),
  fc.record({
    kind: fc.constant('confirm-next' as const),
    room: fc.maxSafeNat().map((n) => n % (2 ** 48 + 1)),
  }),
  fc.record({
    kind: fc.constantFrom('block' as const, 'confirm-block' as const),
    room: fc.maxSafeNat().map((n) => n % (2 ** 48 + 1)),
  }),
  fc.record({
    kind: fc.constantFrom('again' as const, 'share' as const),
    room: fc.maxSafeNat().map((n) => n % (2 ** 48 + 1)),
  }),
  fc.record({
    kind: fc.constant('rate' as const),
    room: fc.maxSafeNat().map((n) => n % (2 ** 48 + 1)),
    isUp: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('confirm-share' as const),
    room: fc.maxSafeNat().map((n) => n % (2 ** 48 + 1)),
    handle: fc.stringMatching(/^[A-Za-z0-9_.]{1,32}$/),
  }),
  fc.constantFrom<Tap>({ kind: 'confirm-forget' }, { kind: 'never-mind' }),
  fc.constant<Tap>({ kind: 'cancel' }),
  fc.constant<Tap>({ kind: 'stay' }),
)

describe('a tap', () => {
  it('comes back from its button as it went in, within 64 bytes of ASCII', () => {
    fc.assert(
      fc.property(anyTap, (tap) => {
        const data = writeTap(tap)
        expect(data).toMatch(/^[!-~]{1,64}$/)
        expect(readTap(data)).toEqual(tap)
      }),
    )
  })

  it('is read from nothing but what a button of ours would carry', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((end) => `1:${end}`),
        ),
        (data) => {
          const tap = readTap(data)
          if (tap !== undefined) expect(writeTap(tap)).toBe(data)
        },
      ),
    )
  })

  it.each([
    '',
    '1',
    '1:',
    '0:cancel',
    'cancel',
    '1:cancel:',
    '1:cancel:1',
    '1:stay:stay',
    '1:age',
    '1:age:21',
    '1:gender:toString',
    '1:gender:Woman',
    '1:command:ban',
    '1:confirm-next:',
    '1:confirm-next:-1',
    '1:confirm-next:007',
    '1:confirm-next:1e3',
    '1:confirm-next:281474976710657',
    '1:confirm-next:12345678901234567890',
    '1:confirm-next:12:13',
    '1:block',
    '1:block:',
    '1:block:-1',
    '1:confirm-block:007',
    '1:confirm-block:1:2',
    '1:confirm-forget:',
    '1:confirm-forget:1',
    '1:never-mind:1',
    '1:send:',
    '1:send:-1',
    '1:send:01',
    '1:drop:1:2',
    '1:drop:281474976710657',
    '1:consent:1',
    '1:confirm-share:1',
    '1:confirm-share:1.',
    '1:confirm-share:01.tia',
    '1:confirm-share:1.ti a',
    '1:confirm-share:1.@tia',
    '1:confirm-share:1.a23456789012345678901234567890123',
    '1:up:-1',
    '1:rate:1',
    '1:media:never',
    '1:media:',
    '1:__proto__:x',
  ])('is not read from %j', (data) => {
    expect(readTap(data)).toBeUndefined()
  })
})
