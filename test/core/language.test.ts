import { expect, test } from 'vitest'
import { cardFor, type Side } from '../../src/core/card.ts'
import { languageOf, languages, spokenBy } from '../../src/core/language.ts'
import { locales } from '../../src/core/locale.ts'
import { emptyPortrait, type Portrait } from '../../src/core/settings.ts'
import { someUser } from '../support/situations.ts'

test.each([
  ['pt-br', 'pt'],
  ['pt-BR', 'pt'],
  ['zh-hans', 'zh'],
  ['zh_TW', 'zh'],
  ['ES', 'es'],
  ['nl', undefined],
  ['por', undefined],
  ['', undefined],
  [undefined, undefined],
])('a platform that says %s means %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language)
})

test('what the service speaks can be chosen as spoken', () => {
  expect(languages).toEqual(expect.arrayContaining([...locales]))
})

test('what somebody has chosen counts, else their app, else what the service speaks with them (6.7)', () => {
  expect(spokenBy({ languages: ['ru', 'fr'], appLanguage: 'pt' }, 'es')).toEqual(['ru', 'fr'])
  expect(spokenBy({ languages: [], appLanguage: 'pt' }, 'es')).toEqual(['pt'])
  expect(spokenBy({ languages: [] }, 'es')).toEqual(['es'])
})

test('a card says the language that two were matched on, be it chosen or of an app, and none other (2.4)', () => {
  const side = (portrait: Partial<Portrait>): Side => ({
    user: someUser,
    portrait: { ...emptyPortrait, ...portrait },
  })
  const shared = (one: Side, other: Side) => cardFor(one, other, 'Heron', false).sharedLanguages
  const app = side({ appLanguage: 'pt' })
  expect(shared(app, app)).toEqual(['pt'])
  expect(shared(app, side({ languages: ['en', 'pt'] }))).toEqual(['pt'])
  expect(shared(side({ languages: ['en', 'pt'] }), app)).toEqual(['pt'])
  expect(shared(app, side({}))).toEqual([])
  expect(shared(side({ languages: ['en'], appLanguage: 'pt' }), app)).toEqual([])
})
