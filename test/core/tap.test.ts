import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/core/command.ts'
import { curatedInterests, interestPages } from '../../src/core/interest.ts'
import { languages } from '../../src/core/language.ts'
import { limits } from '../../src/core/limits.ts'
import { locales } from '../../src/core/locale.ts'
import { mediaWishes } from '../../src/core/media-wish.ts'
import { changeables, type Tap } from '../../src/core/notice.ts'
import { genders, seekings, soughts } from '../../src/core/profile.ts'
import { platformWishes, promptKinds, switches } from '../../src/core/settings.ts'
import { readTap, writeTap } from '../../src/core/tap.ts'

const anyId = fc.maxSafeNat().map((n) => n % (2 ** 48 + 1))
const anyPage = fc.nat({ max: interestPages - 1 })

/** One entry per kind, so that a kind without an example does not compile. */
const anyOfEach: {
  readonly [Kind in Tap['kind']]: fc.Arbitrary<Extract<Tap, { kind: Kind }>>
} = {
  age: fc.record({ kind: fc.constant('age'), adult: fc.boolean() }),
  gender: fc.record({ kind: fc.constant('gender'), gender: fc.constantFrom(...genders) }),
  seeking: fc.record({ kind: fc.constant('seeking'), seeking: fc.constantFrom(...seekings) }),
  'toggle-sought': fc.record({
    kind: fc.constant('toggle-sought'),
    sought: fc.constantFrom(...soughts),
  }),
  media: fc.record({ kind: fc.constant('media'), wish: fc.constantFrom(...mediaWishes) }),
  platform: fc.record({ kind: fc.constant('platform'), wish: fc.constantFrom(...platformWishes) }),
  switch: fc.record({ kind: fc.constant('switch'), what: fc.constantFrom(...switches) }),
  language: fc.record({ kind: fc.constant('language'), language: fc.constantFrom(...languages) }),
  interest: fc.record({
    kind: fc.constant('interest'),
    interest: fc.constantFrom(...curatedInterests),
    page: anyPage,
  }),
  'drop-interest': fc.record({
    kind: fc.constant('drop-interest'),
    at: fc.nat({ max: limits.mostInterests - 1 }),
  }),
  'interests-page': fc.record({ kind: fc.constant('interests-page'), page: anyPage }),
  prompt: fc.record({
    kind: fc.constant('prompt'),
    what: fc.constantFrom(...promptKinds),
    locale: fc.option(fc.constantFrom(...locales), { nil: undefined }),
  }),
  'clear-bio': fc.constant({ kind: 'clear-bio' }),
  change: fc.record({ kind: fc.constant('change'), what: fc.constantFrom(...changeables) }),
  'back-to-settings': fc.constant({ kind: 'back-to-settings' }),
  locale: fc.record({ kind: fc.constant('locale'), locale: fc.constantFrom(...locales) }),
  widen: fc.constant({ kind: 'widen' }),
  'keep-waiting': fc.constant({ kind: 'keep-waiting' }),
  rate: fc.record({ kind: fc.constant('rate'), room: anyId, isUp: fc.boolean() }),
  again: fc.record({ kind: fc.constant('again'), room: anyId }),
  share: fc.record({ kind: fc.constant('share'), room: anyId }),
  unshare: fc.record({ kind: fc.constant('unshare'), room: anyId }),
  'confirm-share': fc.record({
    kind: fc.constant('confirm-share'),
    room: anyId,
    handle: fc.stringMatching(/^[A-Za-z0-9_.]{1,32}$/),
  }),
  consent: fc.record({ kind: fc.constant('consent'), id: anyId, isGiven: fc.boolean() }),
  command: fc.record({ kind: fc.constant('command'), command: fc.constantFrom(...commands) }),
  cancel: fc.constant({ kind: 'cancel' }),
  'confirm-next': fc.record({ kind: fc.constant('confirm-next'), room: anyId }),
  stay: fc.constant({ kind: 'stay' }),
  block: fc.record({ kind: fc.constant('block'), room: anyId }),
  'confirm-block': fc.record({ kind: fc.constant('confirm-block'), room: anyId }),
  'confirm-forget': fc.constant({ kind: 'confirm-forget' }),
  'never-mind': fc.constant({ kind: 'never-mind' }),
}

const anyTap = fc.oneof(...Object.values(anyOfEach))

describe('a tap', () => {
  it('comes back from its button as it went in, within 64 bytes of ASCII', () => {
    fc.assert(
      fc.property(anyTap, (tap) => {
        const data = writeTap(tap)
        expect(data).toMatch(/^[!-~]{1,64}$/)
        expect(readTap(data)).toEqual(tap)
      }),
      { numRuns: 1000 },
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
    '1:toggle-sought:women',
    '1:sought:anyone',
    '1:platform:both',
    '1:switch:constructor',
    '1:language:',
    '1:language:xx',
    '1:language:EN',
    '1:locale:de',
    '1:interest:music',
    '1:interest:music.',
    '1:interest:music.2',
    '1:interest:music.0.0',
    '1:interest:board games.0',
    '1:interest:.0',
    '1:drop-interest:-1',
    '1:drop-interest:01',
    '1:interests-page:2',
    '1:interests-page:',
    '1:prompt:name',
    '1:prompt:bio.',
    '1:prompt:bio.fr',
    '1:prompt:bio.en.en',
    '1:change:handle',
    '1:clear-bio:1',
    '1:back-to-settings:',
    '1:widen:1',
    '1:keep-waiting:',
    '1:rate:1',
    '1:up:',
    '1:down:-1',
    '1:up:1:2',
    '1:again',
    '1:again:1e3',
    '1:share:',
    '1:confirm-share',
    '1:confirm-share:281474976710657',
  ])('is not read from %j', (data) => {
    expect(readTap(data)).toBeUndefined()
  })
})
