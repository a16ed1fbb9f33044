import { describe, expect, it } from 'vitest'
import { changeables, type Tap } from '../../src/core/notice.ts'
import type { Portrait } from '../../src/core/settings.ts'
import type { Situation } from '../../src/core/situation.ts'
import { someUser, usualSettings } from '../support/situations.ts'
import { chatting, does, idle, kinds, on, room, taps } from './deciding.ts'
import { answers, of, portraitIn, told, waiting } from './settings-scene.ts'

describe('a screen of the settings', () => {
  it.each(changeables)('opens in place: %s', (what) => {
    expect(taps(idle, { kind: 'change', what })).toMatchObject([
      { kind: 'tell', notice: { kind: `settings-${what}` }, inPlaceOf: on },
    ])
  })

  it('shows what is chosen', () => {
    const portrait: Portrait = { bio: 'Hi', interests: ['music'], languages: ['ar'] }
    const user = { ...someUser, profile: { gender: 'woman', seeking: 'women+men' } } as const
    const situation = { ...of(portrait), user }
    expect(
      changeables.flatMap((what) => told(taps(situation, { kind: 'change', what }))),
    ).toMatchObject([
      { gender: 'woman' },
      { seeking: 'women+men' },
      { languages: ['ar'] },
      { interests: ['music'], page: 0 },
      { bio: 'Hi' },
      { wish: usualSettings.platformWish },
      { wish: usualSettings.mediaWish },
      { settings: usualSettings },
    ])
    expect(told(taps(situation, { kind: 'back-to-settings' }))).toEqual([
      {
        kind: 'settings',
        profile: user.profile,
        settings: usualSettings,
        portrait,
        inPlace: true,
      },
    ])
  })

  const anyTap: readonly Tap[] = [
    ...changeables.map((what) => ({ kind: 'change', what }) as const),
    { kind: 'toggle-sought', sought: 'men' },
    { kind: 'media', wish: 'open' },
    { kind: 'platform', wish: 'same' },
    { kind: 'switch', what: 'protects' },
    { kind: 'language', language: 'fr' },
    { kind: 'interest', interest: 'art', page: 0 },
    { kind: 'drop-interest', at: 0 },
    { kind: 'interests-page', page: 1 },
    { kind: 'prompt', what: 'bio' },
    { kind: 'clear-bio' },
    { kind: 'back-to-settings' },
  ]

  it.each(anyTap)('asks what is open before anything else: $kind', (tap) => {
    const profile = { gender: undefined, seeking: undefined }
    const asked = { ...idle, user: { ...someUser, profile } }
    expect(taps(asked, tap)).toMatchObject([{ notice: { kind: 'ask-gender' } }])
    expect(taps({ ...idle, user: undefined }, tap)).toMatchObject([
      { kind: 'create-user' },
      { notice: { kind: 'welcome' } },
    ])
  })

  it.each(anyTap)('is for nobody who is under age: $kind', (tap) => {
    const minor = { ...idle, user: undefined, minor: true }
    expect(taps(minor, tap)).toMatchObject([{ kind: 'tell', notice: { kind: 'under-age' } }])
  })
})

describe('who they look for', () => {
  const looking = (seeking: 'women' | 'anyone' | 'women+men', situation = idle): Situation => ({
    ...situation,
    user: { ...someUser, profile: { gender: 'man', seeking } },
  })
  it('is any set, on its screen', () => {
    const changes = taps(looking('women'), { kind: 'toggle-sought', sought: 'others' })
    const profile = { gender: 'man', seeking: 'women+others' }
    expect(changes[0]).toEqual({ kind: 'set-profile', profile })
    expect(told(changes)).toEqual([
      { kind: 'settings-seeking', seeking: 'women+others', inPlace: true },
    ])
  })

  it('is anyone by a tap on that', () => {
    const changes = taps(looking('women+men'), { kind: 'seeking', seeking: 'anyone' })
    expect(changes).toMatchObject([{ kind: 'set-profile', profile: { seeking: 'anyone' } }, {}])
    expect(told(changes)).toEqual([{ kind: 'settings-seeking', seeking: 'anyone', inPlace: true }])
  })

  it('stays who it is when the last would be taken away (6.8)', () => {
    for (const situation of [looking('women'), looking('women', waiting)]) {
      const changes = taps(situation, { kind: 'toggle-sought', sought: 'women' })
      expect(changes).not.toContainEqual(
        expect.objectContaining({ profile: expect.objectContaining({ seeking: 'anyone' }) }),
      )
      expect(told(changes)).toEqual([{ kind: 'settings-seeking', seeking: 'women', inPlace: true }])
    }
    const more = taps(looking('women'), { kind: 'toggle-sought', sought: 'men' })
    expect(more[0]).toMatchObject({ profile: { seeking: 'women+men' } })
    const other = taps(looking('women+men'), { kind: 'toggle-sought', sought: 'women' })
    expect(other[0]).toMatchObject({ profile: { seeking: 'men' } })
  })

  it('is the first among them after anyone', () => {
    expect(taps(looking('anyone'), { kind: 'toggle-sought', sought: 'men' })[0]).toMatchObject({
      profile: { seeking: 'men' },
    })
  })
})

describe('what the line knows takes effect in it at once (1.6)', () => {
  const renewing: readonly Tap[] = [
    { kind: 'gender', gender: 'woman' },
    { kind: 'seeking', seeking: 'women' },
    { kind: 'seeking', seeking: 'anyone' },
    { kind: 'toggle-sought', sought: 'men' },
    { kind: 'platform', wish: 'other' },
    { kind: 'language', language: 'fr' },
    { kind: 'interest', interest: 'art', page: 0 },
    { kind: 'drop-interest', at: 0 },
    { kind: 'locale', locale: 'ar' },
  ]
  const before = { interests: ['knitting'] }

  it.each(renewing)('$kind', (tap) => {
    expect(kinds(taps(of(before, waiting), tap))).toContain('open-ticket')
    expect(kinds(taps(of(before), tap))).not.toContain('open-ticket')
    expect(kinds(taps(of(before, chatting), tap))).not.toContain('open-ticket')
  })

  it('an interest in their own words too', () => {
    expect(kinds(answers(waiting, 'interest', 'tea'))).toContain('open-ticket')
    expect(kinds(answers(chatting, 'interest', 'tea'))).not.toContain('open-ticket')
  })

  it.each<Tap>([
    { kind: 'media', wish: 'open' },
    { kind: 'switch', what: 'mutes-typing' },
    { kind: 'clear-bio' },
    { kind: 'interests-page', page: 1 },
    { kind: 'change', what: 'seeking' },
  ])('nothing else does: $kind', (tap) => {
    expect(kinds(taps(waiting, tap))).not.toContain('open-ticket')
  })

  it('an open ticket is written behind what it is made of', () => {
    expect(kinds(taps(waiting, { kind: 'language', language: 'fr' }))).toEqual([
      'set-portrait',
      'open-ticket',
      'tell',
    ])
  })
})

describe('settings', () => {
  it.each([
    ['protects', 'protects'],
    ['mutes-reactions', 'mutesReactions'],
    ['mutes-typing', 'mutesTyping'],
  ] as const)('a switch turns %s on and off, and nothing else', (what, name) => {
    const turnedOn = { ...usualSettings, [name]: true }
    const changes = taps(idle, { kind: 'switch', what })
    expect(changes[0]).toEqual({ kind: 'set-settings', settings: turnedOn })
    expect(told(changes)).toEqual([
      { kind: 'settings-switches', settings: turnedOn, inPlace: true },
    ])
    const user = { ...someUser, settings: turnedOn }
    expect(taps({ ...idle, user }, { kind: 'switch', what })[0]).toEqual({
      kind: 'set-settings',
      settings: usualSettings,
    })
  })

  it.each<[Tap, object]>([
    [{ kind: 'media', wish: 'refused' }, { mediaWish: 'refused' }],
    [{ kind: 'platform', wish: 'other' }, { platformWish: 'other' }],
  ])('a choice leads back: %o', (tap, chosen) => {
    const settings = { ...usualSettings, ...chosen }
    const changes = taps(of({ bio: 'Hi' }), tap)
    expect(changes[0]).toEqual({ kind: 'set-settings', settings })
    expect(told(changes)).toMatchObject([
      { kind: 'settings', settings, portrait: { bio: 'Hi' }, inPlace: true },
    ])
  })

  it('languages come and go', () => {
    const more = taps(of({ languages: ['en'] }), { kind: 'language', language: 'ar' })
    expect(portraitIn(more)?.languages).toEqual(['en', 'ar'])
    expect(told(more)).toMatchObject([{ kind: 'settings-languages', languages: ['en', 'ar'] }])
    const less = taps(of({ languages: ['en', 'ar'] }), { kind: 'language', language: 'en' })
    expect(portraitIn(less)?.languages).toEqual(['ar'])
  })

  it('what is assumed to be spoken is shown as chosen, and a tap adds to it or takes it away (6.7)', () => {
    const assumed = of({ appLanguage: 'pt' })
    const shown: readonly Tap[] = [
      { kind: 'change', what: 'languages' },
      { kind: 'back-to-settings' },
    ]
    expect(shown.flatMap((tap) => told(taps(assumed, tap)))).toMatchObject([
      { languages: ['pt'] },
      { portrait: { languages: ['pt'] } },
    ])
    const more = taps(assumed, { kind: 'language', language: 'fr' })
    expect(portraitIn(more)).toMatchObject({ languages: ['pt', 'fr'], appLanguage: 'pt' })
    // Where nothing is left, the same is assumed again.
    const less = taps(assumed, { kind: 'language', language: 'pt' })
    expect(portraitIn(less)).toMatchObject({ languages: [], appLanguage: 'pt' })
    expect(told(less)).toMatchObject([{ kind: 'settings-languages', languages: ['pt'] }])
  })

  it('there are five languages at most: one more changes nothing (6.3)', () => {
    const languages = ['en', 'es', 'ru', 'ar', 'pt'] as const
    const changes = taps(of({ languages }, waiting), { kind: 'language', language: 'fr' })
    expect(told(changes)).toEqual([{ kind: 'settings-languages', languages, inPlace: true }])
    expect(changes).toHaveLength(1)
  })
})

describe('the language of the service', () => {
  it('is chosen by anybody, also before the first question, which is then asked again', () => {
    const stranger: Situation = { ...idle, user: undefined, portrait: undefined }
    expect(taps(stranger, { kind: 'locale', locale: 'ar' })).toMatchObject([
      { kind: 'create-user' },
      { kind: 'set-locale', locale: 'ar' },
      { notice: { kind: 'locale-set' }, inPlaceOf: on },
      { notice: { kind: 'welcome' }, inPlaceOf: undefined },
    ])
    const profile = { gender: 'man', seeking: undefined } as const
    const asked = { ...idle, user: { ...someUser, profile } }
    expect(told(taps(asked, { kind: 'locale', locale: 'ar' }))).toMatchObject([
      { kind: 'locale-set' },
      { kind: 'ask-seeking' },
    ])
    expect(told(taps(idle, { kind: 'locale', locale: 'ar' }))).toEqual([
      { kind: 'locale-set', inPlace: true },
    ])
  })
})

it('nobody is shown that their partner types who does not want to see it', () => {
  const mutes = { ...usualSettings, mutesTyping: true }
  const partner = { ...room.partner, settings: mutes }
  expect(kinds(does(chatting, { kind: 'typing' }))).toEqual(['show-typing'])
  expect(does({ ...idle, room: { ...room, partner } }, { kind: 'typing' })).toEqual([])
  // It is the reader's wish that counts.
  const mine = { ...room.mine, settings: mutes }
  expect(kinds(does({ ...idle, room: { ...room, mine } }, { kind: 'typing' }))).toEqual([
    'show-typing',
  ])
})
