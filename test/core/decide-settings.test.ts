import { describe, expect, it } from 'vitest'
import { address, ref } from '../../src/core/address.ts'
import type { Change } from '../../src/core/change.ts'
import type { Content } from '../../src/core/content.ts'
import { decide } from '../../src/core/decide.ts'
import type { InboundEvent } from '../../src/core/inbound.ts'
import { curatedInterests } from '../../src/core/interest.ts'
import type { Tap } from '../../src/core/notice.ts'
import { changeables } from '../../src/core/notice.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { OpenRoom } from '../../src/core/room.ts'
import { emptyPortrait, type Portrait } from '../../src/core/settings.ts'
import type { Situation } from '../../src/core/situation.ts'
import { writeTap } from '../../src/core/tap.ts'
import { wordingIn } from '../../src/text/catalogue.ts'
import { idleSituation, someSeat, someUser, usualSettings } from '../support/situations.ts'

const on = ref('the screen')
const room: OpenRoom = {
  id: 70,
  openedAt: 0,
  toldAt: 0,
  topics: 0,
  mine: someSeat,
  partner: { ...someSeat, user: 2, pseudonym: 'Amber Otter' },
  gathering: [],
}
const idle = idleSituation
const waiting: Situation = { ...idle, waitingSince: 50_000 }
const chatting: Situation = { ...idle, room }
const of = (portrait: Partial<Portrait>, situation = idle): Situation => ({
  ...situation,
  portrait: { ...emptyPortrait, ...portrait },
})

const does = (situation: Situation, event: InboundEvent): readonly Change[] =>
  decide(situation, {
    sender: { platform: 'telegram', id: 'tia', address: address('tia') },
    seenKey: undefined,
    position: undefined,
    event,
  })
const taps = (situation: Situation, tap: Tap): readonly Change[] =>
  does(situation, { kind: 'tap', data: writeTap(tap), on })
const says = (situation: Situation, content: Content): readonly Change[] =>
  does(situation, { kind: 'message', ref: ref('m'), content, replyTo: undefined })
const words = (text: string): Content => ({ kind: 'text', text: plain(text) })
const answers = (situation: Situation, what: 'bio' | 'interest', text: string): readonly Change[] =>
  does(situation, { kind: 'answered', data: writeTap({ kind: 'prompt', what }), text, on })

const kinds = (changes: readonly Change[]): readonly string[] => changes.map(({ kind }) => kind)
const told = (changes: readonly Change[]): readonly unknown[] =>
  changes.flatMap((change) =>
    change.kind === 'tell' ? [{ ...change.notice, inPlace: change.inPlaceOf === on }] : [],
  )
const portraitIn = (changes: readonly Change[]): Portrait | undefined =>
  changes.find((change) => change.kind === 'set-portrait')?.portrait

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
      {},
      { seeking: 'women+men' },
      { languages: ['ar'] },
      { interests: ['music'], page: 0 },
      { bio: 'Hi' },
      {},
      {},
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

  it('is anyone when the last is taken away, and by a tap on that', () => {
    const last = taps(looking('women'), { kind: 'toggle-sought', sought: 'women' })
    const anyone = taps(looking('women+men'), { kind: 'seeking', seeking: 'anyone' })
    for (const changes of [last, anyone]) {
      expect(changes).toMatchObject([{ kind: 'set-profile', profile: { seeking: 'anyone' } }, {}])
      expect(told(changes)).toEqual([
        { kind: 'settings-seeking', seeking: 'anyone', inPlace: true },
      ])
    }
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
})

describe('interests', () => {
  const five = ['music', 'tea', 'art', 'books', 'go'] as const

  it('come and go by taps, on the page of the tap', () => {
    const more = taps(of({ interests: ['tea'] }), { kind: 'interest', interest: 'memes', page: 1 })
    expect(portraitIn(more)?.interests).toEqual(['tea', 'memes'])
    expect(told(more)).toMatchObject([{ kind: 'settings-interests', page: 1, inPlace: true }])
    const less = taps(of({ interests: five }), { kind: 'interest', interest: 'art', page: 0 })
    expect(portraitIn(less)?.interests).toEqual(['music', 'tea', 'books', 'go'])
  })

  it('are five at most, which a new message says', () => {
    const full = of({ interests: five })
    const attempts = [
      taps(full, { kind: 'interest', interest: 'memes', page: 1 }),
      taps(full, { kind: 'prompt', what: 'interest' }),
      answers(full, 'interest', 'chess'),
    ]
    for (const changes of attempts) {
      expect(kinds(changes)).toEqual(['tell'])
      expect(told(changes)).toEqual([{ kind: 'interests-full', inPlace: false }])
    }
  })

  it('in their own words go by their place, and chosen ones do not', () => {
    const at = (place: number): readonly Change[] =>
      taps(of({ interests: five }), { kind: 'drop-interest', at: place })
    expect(portraitIn(at(1))?.interests).toEqual(['music', 'art', 'books', 'go'])
    for (const place of [0, 5, 99]) {
      expect(portraitIn(at(place))).toBeUndefined()
      expect(told(at(place))).toMatchObject([{ interests: five, inPlace: true }])
    }
  })

  it('in their own words are cleaned, and shown where the dialog was opened', () => {
    const changes = answers(of({ interests: ['art'] }), 'interest', ' board   games @me ')
    expect(portraitIn(changes)?.interests).toEqual(['art', 'board games'])
    expect(told(changes)).toEqual([
      {
        kind: 'settings-interests',
        interests: ['art', 'board games'],
        page: 0,
        inPlace: true,
      },
    ])
    const long = portraitIn(answers(idle, 'interest', 'x'.repeat(30)))
    expect(long?.interests).toEqual(['x'.repeat(24)])
  })

  it('are those to choose from where they are meant', () => {
    expect(portraitIn(answers(idle, 'interest', 'MuSic'))?.interests).toEqual(['music'])
    // So that their English words are what people write.
    for (const interest of curatedInterests)
      expect(wordingIn('en').plain(`interest-${interest}`).toLowerCase()).toBe(interest)
  })

  it.each(['Tea', 'tea', 'MUSIC'])('stand there once: %s', (text) => {
    const changes = answers(of({ interests: ['music', 'tea'] }), 'interest', text)
    expect(portraitIn(changes)).toBeUndefined()
    expect(told(changes)).toMatchObject([{ kind: 'settings-interests' }])
    expect(told(answers(of({ interests: five }), 'interest', text))).toMatchObject([
      { kind: 'settings-interests' },
    ])
  })
})

describe('what is asked for in words', () => {
  it('is asked for in a new message that is remembered', () => {
    for (const what of ['bio', 'interest'] as const)
      expect(taps(chatting, { kind: 'prompt', what })).toMatchObject([
        { kind: 'tell', notice: { kind: 'ask-words', what }, inPlaceOf: undefined, mark: what },
      ])
  })

  it('is the bio, cleaned, in place of the screen or behind the reply', () => {
    const portrait = { bio: 'Two cats', interests: ['art'], languages: ['ar'] } as const
    const before = of({ ...portrait, bio: 'Old' })
    const dialog = answers(before, 'bio', 'Two\ncats t.me/x')
    expect(portraitIn(dialog)).toEqual(portrait)
    expect(told(dialog)).toEqual([{ kind: 'settings-bio', bio: 'Two cats', inPlace: true }])
    const reply = says({ ...before, asked: 'bio' }, words('Two cats'))
    expect(kinds(reply)).toEqual(['drop-prompt', 'set-portrait', 'tell'])
    expect(told(reply)).toEqual([{ kind: 'settings-bio', bio: 'Two cats', inPlace: false }])
  })

  it('is refused where nothing is left of it, and nothing changes', () => {
    for (const what of ['bio', 'interest'] as const)
      expect(answers(of({ bio: 'Old' }), what, 'https://a.example')).toMatchObject([
        { kind: 'tell', notice: { kind: 'words-refused', what }, inPlaceOf: undefined },
      ])
  })

  it('can be taken back', () => {
    const changes = taps(of({ bio: 'Old', languages: ['ar'] }), { kind: 'clear-bio' })
    expect(portraitIn(changes)).toEqual({ ...emptyPortrait, languages: ['ar'] })
    expect(told(changes)).toEqual([{ kind: 'settings-bio', bio: '', inPlace: true }])
  })

  it('never reaches the partner, whatever it is', () => {
    const asked: Situation = { ...chatting, asked: 'interest' }
    const photo: Content = { kind: 'refused', what: 'contact', group: undefined }
    for (const content of [words('tea'), words('@me'), photo])
      for (const change of says(asked, content))
        expect(change).not.toMatchObject({ kind: expect.stringMatching(/relay|gather|hold-back/) })
    expect(says(asked, photo)).toMatchObject([
      { kind: 'tell', notice: { kind: 'words-refused', what: 'interest' } },
    ])
  })

  it('is not what is said otherwise', () => {
    expect(kinds(says(chatting, words('tea')))).toEqual(['relay'])
    expect(told(says(idle, words('tea')))).toMatchObject([{ kind: 'nobody-listens' }])
  })

  it('waits until all questions are answered', () => {
    const profile = { gender: undefined, seeking: undefined }
    const asked: Situation = { ...idle, user: { ...someUser, profile }, asked: 'bio' }
    expect(told(says(asked, words('tea')))).toMatchObject([{ kind: 'ask-gender' }])
    expect(told(answers(asked, 'bio', 'tea'))).toMatchObject([{ kind: 'ask-gender' }])
    expect(kinds(says(asked, words('tea')))).not.toContain('set-portrait')
  })

  it('is asked by a button for words alone', () => {
    const data = writeTap({ kind: 'change', what: 'bio' })
    for (const forged of [data, 'robots:win'])
      expect(does(idle, { kind: 'answered', data: forged, text: 'tea', on })).toMatchObject([
        { notice: { kind: 'old-button' } },
      ])
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
