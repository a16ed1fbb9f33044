import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import type { Content } from '../../src/core/content.ts'
import { curatedInterests } from '../../src/core/interest.ts'
import { locales } from '../../src/core/locale.ts'
import { emptyPortrait } from '../../src/core/settings.ts'
import type { Situation } from '../../src/core/situation.ts'
import { writeTap } from '../../src/core/tap.ts'
import { wordingIn } from '../../src/text/catalogue.ts'
import { someUser } from '../support/situations.ts'
import { asks, chatting, does, idle, kinds, on, taps } from './deciding.ts'
import { answers, of, portraitIn, says, told, words } from './settings-scene.ts'

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
        leftOut: true,
        inPlace: true,
      },
    ])
    const long = portraitIn(answers(idle, 'interest', 'x'.repeat(30)))
    expect(long?.interests).toEqual(['x'.repeat(24)])
  })

  it('are those to choose from where they are meant', () => {
    expect(portraitIn(answers(idle, 'interest', 'MuSic'))?.interests).toEqual(['music'])
    for (const meant of ['MÚSICA', 'musica', 'mu\u0301sica', 'Музыка', 'موسيقى'])
      expect(portraitIn(answers(idle, 'interest', meant))?.interests).toEqual(['music'])
  })

  it.each(locales)('are called what people write in %s, and each is one', (locale) => {
    for (const interest of curatedInterests) {
      const word = wordingIn(locale).plain(`interest-${interest}`)
      expect(portraitIn(answers(idle, 'interest', word))?.interests).toEqual([interest])
    }
  })

  it.each(['Tea', 'tea', 'MUSIC', 'Música'])('stand there once: %s', (text) => {
    const changes = answers(of({ interests: ['music', 'tea'] }), 'interest', text)
    expect(portraitIn(changes)).toBeUndefined()
    expect(told(changes)).toMatchObject([{ kind: 'settings-interests' }])
    expect(told(answers(of({ interests: five }), 'interest', text))).toMatchObject([
      { kind: 'settings-interests' },
    ])
  })
})

describe('what is asked for in words', () => {
  const photo: Content = { kind: 'refused', what: 'contact', group: undefined }

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
    const screen = { kind: 'settings-bio', bio: 'Two cats' }
    expect(told(dialog)).toEqual([{ ...screen, leftOut: true, inPlace: true }])
    const reply = says({ ...before, asked: 'bio' }, words('Two cats'))
    expect(kinds(reply)).toEqual(['drop-prompt', 'set-portrait', 'tell'])
    expect(told(reply)).toEqual([{ ...screen, leftOut: false, inPlace: false }])
  })

  it('says that something was taken out only where it was', () => {
    for (const what of ['bio', 'interest'] as const) {
      expect(told(answers(idle, what, 'Two cats, tg bob_99'))).toMatchObject([{ leftOut: true }])
      for (const text of [' Two\n\ncats ', 'Cats.And dogs'])
        expect(told(answers(idle, what, text))).toMatchObject([{ leftOut: false }])
    }
    const later = of({ bio: 'Two cats', interests: ['cats'] })
    for (const what of ['bio', 'interests'] as const)
      expect(told(taps(later, { kind: 'change', what }))).toMatchObject([{ leftOut: false }])
  })

  it('is refused where nothing is left of it, and nothing changes', () => {
    for (const what of ['bio', 'interest'] as const)
      expect(answers(of({ bio: 'Old' }), what, 'https://a.example')).toMatchObject([
        { kind: 'tell', notice: { kind: 'words-refused', what }, inPlaceOf: undefined },
      ])
  })

  it('is asked for once more by the refusal: the question stays open, and so is the refusal', () => {
    for (const what of ['bio', 'interest'] as const) {
      for (const content of [words('https://a.example'), photo])
        expect(says({ ...of({ bio: 'Old' }), asked: what }, content)).toMatchObject([
          { kind: 'tell', notice: { kind: 'words-refused', what }, mark: what },
        ])
      // A dialog is opened again by the button.
      expect(answers(idle, what, 'https://a.example')[0]).not.toHaveProperty('mark')
    }
  })

  it('can be taken back', () => {
    const changes = taps(of({ bio: 'Old', languages: ['ar'] }), { kind: 'clear-bio' })
    expect(portraitIn(changes)).toEqual({ ...emptyPortrait, languages: ['ar'] })
    expect(told(changes)).toEqual([
      { kind: 'settings-bio', bio: '', leftOut: false, inPlace: true },
    ])
  })

  it('never reaches the partner, whatever it is', () => {
    const asked: Situation = { ...chatting, asked: 'interest' }
    for (const content of [words('tea'), words('@me'), photo])
      for (const change of says(asked, content))
        expect(change).not.toMatchObject({ kind: expect.stringMatching(/relay|gather|hold-back/) })
    expect(says(asked, photo)).toMatchObject([
      { kind: 'tell', notice: { kind: 'words-refused', what: 'interest' } },
    ])
  })

  it('is asked no more after any other tap or command, and anew by one that asks', () => {
    const asked: Situation = { ...idle, isBeingAsked: true }
    for (const changes of [
      taps(asked, { kind: 'back-to-settings' }),
      taps(asked, { kind: 'cancel' }),
      taps(asked, { kind: 'prompt', what: 'interest' }),
      asks(asked, 'help'),
      asks(asked, 'find'),
      does(asked, { kind: 'tap', data: 'robots:win', on }),
    ])
      expect(kinds(changes).slice(0, 2)).toEqual(['drop-prompt', expect.anything()])
    expect(kinds(says(asked, words('tea')))).not.toContain('drop-prompt')
    expect(kinds(asks(idle, 'help'))).not.toContain('drop-prompt')
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
