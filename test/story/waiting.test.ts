import { expect, test } from 'vitest'
import type { Locale } from '../../src/core/locale.ts'
import type { Notice } from '../../src/core/notice.ts'
import { freshlyWaiting, type WaitingState } from '../../src/core/waiting.ts'
import { button } from '../../src/text/button.ts'
import { wordingIn } from '../../src/text/catalogue.ts'
import { say } from '../../src/text/say.ts'
import type { Character } from '../support/character.ts'
import { world } from '../support/story.ts'
import type { World } from '../support/world.ts'
import { readable } from './told.ts'

const second = 1000
const minute = 60 * second

const settings = (['telegram', 'discord'] as const).flatMap((platform) =>
  (['en', 'es'] as const).map((locale) => [platform, locale] as const),
)

const inWords =
  (locale: Locale) =>
  (notice: Notice): string =>
    say(notice, { operatorContact: 'hello@passerby.example' }, locale).text.text

const waiting =
  (locale: Locale) =>
  (state: Partial<WaitingState> = {}): string =>
    inWords(locale)({ kind: 'waiting', state: { ...freshlyWaiting, ...state } })

/** A second each, so that an edit too many would show. */
async function pass(w: World, ms: number, look: () => void = () => {}): Promise<void> {
  for (let passed = 0; passed < ms; passed += second) {
    w.clock.advance(second)
    await w.settle()
    look()
  }
}

const label = (id: string, locale: Locale): string =>
  button(wordingIn(locale), id, { kind: 'cancel' }).label

/** A woman who has answered everything in her language. */
async function joins(
  w: World,
  person: Character,
  locale: Locale,
  seeks = 'button-men',
): Promise<void> {
  await person.asks('language')
  await person.taps(locale === 'es' ? 'Español' : 'English')
  await person.asks('start')
  for (const id of ['button-adult', 'button-woman', seeks]) await person.taps(label(id, locale))
  await w.settle()
}

const texts = ({ person }: Character): readonly string[] =>
  person.chat.filter(({ from }) => from === 'bot').map(({ text }) => readable(person, text))

const labels = (person: Character): readonly string[] =>
  person
    .latest()
    .buttons.flat()
    .map((each) => each.label)

test.each(settings)('somebody on %s waits (%s), and meets somebody', async (platform, locale) => {
  const w = await world()
  const tia = w[platform]()
  const say = waiting(locale)
  await joins(w, tia, locale)
  const count = texts(tia).length
  expect(texts(tia).at(-1)).toBe(say())

  const seen: string[] = []
  await pass(w, 2 * minute - second, () => {
    const now = texts(tia).at(-1) ?? ''
    if (now !== seen.at(-1)) seen.push(now)
  })
  expect(seen).toEqual([
    say(),
    say({ widened: ['new-partner'] }),
    say({ widened: ['common-language', 'new-partner'] }),
    say({ waitedMs: minute, widened: ['common-language', 'new-partner'] }),
  ])
  expect(texts(tia)).toHaveLength(count)
  expect(labels(tia)).toEqual([label('button-widen', locale), label('button-cancel', locale)])

  await tia.taps(label('button-widen', locale))
  expect(texts(tia).at(-1)).toBe(say({ waitedMs: minute, isAnyoneFine: true }))
  expect(labels(tia)).toEqual([label('button-cancel', locale)])

  const eve = w.discord()
  await joins(w, eve, locale, 'button-anyone')
  const [was, met] = texts(tia).slice(-2)
  expect(was).toBe(inWords(locale)({ kind: 'waited' }))
  expect(met).not.toContain(was)
  expect(texts(tia)).toHaveLength(count + 1)
  await eve.says('Hello stranger')
  expect(texts(tia).at(-1)).toBe('Hello stranger')
})

test.each(settings)(
  'somebody on %s is asked (%s) whether they still look, says yes, and is let go when they say nothing more',
  async (platform, locale) => {
    const w = await world()
    const tia = w[platform]()
    await joins(w, tia, locale)
    const words = inWords(locale)
    const question = (minutes: number): string =>
      words({ kind: 'ask-still-there', waitedMs: minutes * minute })
    await pass(w, 10 * minute)
    expect(texts(tia).at(-1)).toBe(question(10))
    await tia.taps(label('button-keep-waiting', locale))
    expect(texts(tia).at(-1)).toBe(words({ kind: 'still-waiting', said: false }))

    // The process that asked is not the one that hears the answer.
    await w.stop()
    await w.start()
    await pass(w, 10 * minute)
    expect(texts(tia).at(-1)).toBe(question(20))
    await w.stop()
    await w.start()
    await pass(w, 10 * minute + 5 * second)
    expect(texts(tia).at(-1)).toBe(words({ kind: 'search-lapsed' }))
    expect(texts(tia)).toContain(words({ kind: 'search-over' }))
    expect(texts(tia).join()).not.toContain(waiting(locale)())
    expect(w.passerby.overview().waiting).toBe(0)
  },
  60_000,
)
