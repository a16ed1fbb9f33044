import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitNotice } from '../../src/core/fit.ts'
import type { TextCapability } from '../../src/core/capabilities.ts'
import { locales } from '../../src/core/locale.ts'
import { noticeMark } from '../../src/core/notice-mark.ts'
import { emptyPortrait } from '../../src/core/settings.ts'
import { botProfile } from '../../src/text/command-descriptions.ts'
import { readCatalogue } from '../../src/text/catalogue.ts'
import { isRightToLeft } from '../../src/text/direction.ts'
import { say } from '../../src/text/say.ts'
import { allNotices } from './any-notice.ts'

const facts = { operatorContact: 'write to +49 30 1234 (or help@passerby.example)' }

const rightToLeftLetters = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const strong = /\p{L}|\u200e|\u200f/u

/** Rule P2 and P3 (https://www.unicode.org/reports/tr9/#P2); some apps do not leave out what is isolated. */
function directionOf(line: string, leavesOutIsolates: boolean): 'rtl' | 'ltr' | undefined {
  let depth = 0
  for (const character of line) {
    if (/[\u2066-\u2068]/.test(character)) depth += 1
    else if (character === '\u2069') depth = Math.max(depth - 1, 0)
    else if ((depth === 0 || !leavesOutIsolates) && strong.test(character))
      return character === '\u200f' || rightToLeftLetters.test(character) ? 'rtl' : 'ltr'
  }
  return undefined
}

/** What stands outside of isolates, and how deep they are at the end. */
function outside(line: string): { readonly text: string; readonly depth: number } {
  let depth = 0
  let text = ''
  for (const character of line) {
    if (/[\u2066-\u2068]/.test(character)) depth += 1
    else if (character === '\u2069') depth -= 1
    else if (depth === 0) text += character
    if (depth < 0) throw new Error(`Closes what is not open: ${line}`)
  }
  return { text, depth }
}

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '')

const anyWords = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('abc xyz 123 .,!?()/@# אבג مرحبا ،؟ ٣٤ ❤️\n')),
    fc.constantFrom(...Array.from('\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')),
  ),
  minLength: 1,
  maxLength: 60,
})

describe('Arabic', () => {
  it('reads from right to left on every line, in apps of both kinds', () => {
    for (const notice of allNotices)
      for (const line of linesOf(say(notice, facts, 'ar').text.text)) {
        expect(directionOf(line, true), line).toBe('rtl')
        expect(directionOf(line, false), line).toBe('rtl')
      }
    for (const line of linesOf(botProfile.ar.description))
      expect(directionOf(line, false)).toBe('rtl')
  })

  it('isolates commands, names and numbers of others, so that no sign changes sides', () => {
    for (const notice of allNotices)
      for (const line of linesOf(say(notice, facts, 'ar').text.text)) {
        const { text, depth } = outside(line)
        expect(depth, line).toBe(0)
        expect(text.replaceAll('Passerby', ''), line).not.toMatch(/[a-z/@+]/i)
      }
    expect(say({ kind: 'help' }, facts, 'ar').text.text).toContain('\n\u200f\u2068/find\u2069 – ')
  })

  it('lists what is said in several scripts in its own order', () => {
    const { text } = say(
      {
        kind: 'settings',
        profile: { gender: undefined, seeking: 'anyone' },
        settings: {
          mediaWish: 'spoiler',
          platformWish: 'any',
          protects: false,
          mutesReactions: false,
          mutesTyping: false,
        },
        portrait: { ...emptyPortrait, languages: ['en', 'ar', 'ru'] },
      },
      facts,
      'ar',
    ).text
    expect(text).toContain('\u2068English\u2069، \u2068العربية\u2069، \u2068Русский\u2069')
  })

  it('leaves an address open at its end, where apps would take a mark for a part of it', () => {
    const { text } = say(
      { kind: 'rules' },
      { operatorContact: 'https://passerby.example' },
      'ar',
    ).text
    expect(text).toMatch(/ https:\/\/passerby\.example$/)
  })
})

describe.each(locales)('the direction of the language %s', (locale) => {
  it('holds whatever people say of themselves, and their formatting', () => {
    fc.assert(
      fc.property(anyWords, anyWords, (bio, contact) => {
        const card = {
          pseudonym: 'Quiet Heron',
          bio,
          sharedInterests: ['music', contact.replaceAll('\n', ' ')],
          sharedLanguages: [],
          again: false,
        }
        const { text, ranges } = say({ kind: 'paired', card }, facts, locale).text
        for (const line of linesOf(text)) expect(outside(line).depth).toBe(0)
        const shown = bio.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
        expect(text.replace(/[\u2068\u2069]/g, '')).toContain(shown)
        const italic = ranges.find(({ format }) => format.kind === 'italic')
        const inItalic = text.slice(italic?.start ?? 0, italic?.end ?? 0)
        expect(inItalic.replace(/[\u2068\u2069]/g, '')).toBe(shown)
      }),
    )
  })

  it('holds where a notice is cut in two', () => {
    const short: TextCapability = {
      maxLength: 300,
      escaped: '',
      marks: {
        bold: 4,
        italic: 4,
        underline: 4,
        strike: 4,
        spoiler: 4,
        code: 4,
        quote: 4,
        pre: 20,
      },
      quoteLineMark: 2,
    }
    const { text } = say({ kind: 'privacy' }, facts, locale)
    const parts = fitNotice(text, short)
    expect(parts.length).toBeGreaterThan(3)
    const squeezed = (words: string): string => words.replaceAll(noticeMark, '').replace(/\s/g, '')
    expect(squeezed(parts.map((part) => part.text).join(''))).toBe(squeezed(text.text))
    if (locale !== 'ar') return
    const firsts = parts.flatMap((part) => linesOf(part.text).slice(0, 1))
    for (const line of firsts) expect(directionOf(line, false), line).toBe('rtl')
  })
})

describe.each(locales.filter((locale) => !isRightToLeft(locale)))(
  'from left to right, in the language %s',
  (locale) => {
    it('isolates what is written from right to left, and nothing else', () => {
      for (const notice of allNotices) {
        const { text } = say(notice, facts, locale).text
        for (const line of linesOf(text)) {
          expect(outside(line).text).not.toMatch(rightToLeftLetters)
          expect(directionOf(line, true), line).not.toBe('rtl')
        }
        for (const [, inside] of text.matchAll(/\u2068([^\u2069]*)\u2069/g))
          expect(inside).toMatch(rightToLeftLetters)
      }
    })
  },
)

describe('a catalogue from right to left', () => {
  it('marks the lines that begin with something else, and keeps ranges on their words', () => {
    const { rich, plain } = readCatalogue(
      'ar',
      'a =\n    <b>سلام</b>\n    <b>Hi</b> سلام /find\nb = <b>{ $name }</b> هنا',
    )
    expect(rich('a')).toEqual({
      text: 'سلام\n\u200fHi سلام \u2068/find\u2069',
      ranges: [
        { start: 0, end: 4, format: { kind: 'bold' } },
        { start: 6, end: 8, format: { kind: 'bold' } },
      ],
    })
    expect(rich('b', { name: 'Bo' })).toEqual({
      text: '\u200f\u2068Bo\u2069 هنا',
      ranges: [{ start: 1, end: 5, format: { kind: 'bold' } }],
    })
    expect(plain('a')).toBe('سلام\nHi سلام /find')
    expect(noticeMark).not.toMatch(strong)
  })
})
