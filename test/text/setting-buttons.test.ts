import { describe, expect, it } from 'vitest'
import type { Notice } from '../../src/core/notice.ts'
import { locales } from '../../src/core/locale.ts'
import { languages } from '../../src/core/language.ts'
import { limits } from '../../src/core/limits.ts'
import { say } from '../../src/text/say.ts'
import { wordingIn } from '../../src/text/catalogue.ts'

const facts = { operatorContact: 'hello@passerby.example' }

describe.each(locales)('in %s', (locale) => {
  const label = (id: string): string => wordingIn(locale).plain(`button-${id}`)
  const labels = (notice: Notice): readonly string[] =>
    say(notice, facts, locale)
      .buttons.flat()
      .map((each) => each.label)

  it.each<[Notice, string, number]>([
    [{ kind: 'settings-gender', gender: 'man' }, 'man', 4],
    [{ kind: 'settings-platform', wish: 'other' }, 'platform-other', 3],
    [{ kind: 'settings-media', wish: 'refused' }, 'media-refused', 3],
  ])('a screen shows what is chosen, and the way back: %o', (notice, chosen, choices) => {
    const shown = labels(notice)
    expect(shown.filter((each) => each.startsWith('✓'))).toEqual([`✓ ${label(chosen)}`])
    expect(shown).toHaveLength(choices + 1)
    expect(shown.at(-1)).toBe(label('back'))
  })

  it('the question who they are has neither', () => {
    expect(labels({ kind: 'ask-gender' })).toEqual(['woman', 'man', 'other', 'unsaid'].map(label))
  })

  it('with five languages the screen says that they are the most', () => {
    const words = (many: number): string =>
      say({ kind: 'settings-languages', languages: languages.slice(0, many) }, facts, locale).text
        .text
    expect(words(limits.mostLanguages)).not.toBe(words(limits.mostLanguages - 1))
  })
})
