// Texts and ranges as nobody would type them by accident, for whatever reads or writes a platform's formatting.

import fc from 'fast-check'

import type { Format, Range } from '../../src/core/rich-text.ts'

const id = '1234567890123456789'

const marks = '*_~|`<>[]()\\#-+.:!@/ \n\t1ah'.split('')
const unicode = [
  '\ud800',
  '\udc00',
  '😀',
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '🇩🇪',
  '👍🏽',
  'e\u0301',
  `Z${'\u0351'.repeat(12)}`,
  '\u200b',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\u2800',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200f',
  'שלום',
  'مرحبا',
  'กำ',
  '\0',
  '\r\n',
  '\r',
  '❧ ',
]
const syntax = [
  '**',
  '***',
  '__',
  '___',
  '~~',
  '||',
  '``',
  '```',
  '```js\n',
  '\n```',
  '\\',
  '\\\\',
  '¯\\_(ツ)_/¯',
  '> ',
  '\n> ',
  '>>> ',
  '\n>>> ',
  '# ',
  '\n## ',
  '-# ',
  '- ',
  '\n* ',
  '\n+ ',
  '1. ',
  '\n10. ',
  '<t:1700000000:R>',
  '<t:0>',
  `<@${id}>`,
  `<@!${id}>`,
  `<@&${id}>`,
  `<#${id}>`,
  '@everyone',
  `<:wave:${id}>`,
  `<a:spin:${id}>`,
  ':joy:',
  ':+1:',
  `</find:${id}>`,
  '<id:customize>',

  'https://a.example/x_y_z',
  'http://b.example/**?q=||',
  'steam://run/1',
  'https://_',
  'http://',
  '<https://c.example>',
  '[a](https://d.example)',
  '[',
  '](https://e.example)',
  'a.example',
]
const scraps = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...marks) },
  { weight: 3, arbitrary: fc.constantFrom(...syntax) },
  { weight: 2, arbitrary: fc.constantFrom(...unicode) },
  { weight: 1, arbitrary: fc.constantFrom('word', 'two words', '  ', '\n\n') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
)

export const hostileTexts: fc.Arbitrary<string> = fc
  .array(scraps, { maxLength: 30 })
  .map((parts) => parts.join(''))

const repeated = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / Math.max(unit.length, 1))).slice(0, length)

/** Some scraps again and again, up to and beyond what platforms take. */
export const longTexts: fc.Arbitrary<string> = fc
  .tuple(hostileTexts, fc.constantFrom(900, 1023, 1024, 1025, 1999, 2000, 2001, 4095, 4097, 6000))
  .map(([unit, length]) => repeated(unit, length))

/** One character or notation, or two of them, ten thousand characters long. */
export const bombs: fc.Arbitrary<string> = fc
  .array(scraps, { minLength: 1, maxLength: 2 })
  .map((parts) => repeated(parts.join('') || ' ', 10_000))

const formats: fc.Arbitrary<Format> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc
      .constantFrom(
        ...(['bold', 'italic', 'underline', 'strike', 'spoiler', 'code', 'quote'] as const),
      )
      .map((kind) => ({ kind })),
  },
  fc
    .constantFrom('js', 'c++', 'no language', `${'x'.repeat(40)}`, undefined)
    .map((language) => ({ kind: 'pre' as const, language })),
  fc
    .constantFrom('https://f.example/*_~', 'http://g.example', 'tg://user?id=1', 'javascript:x')
    .map((url) => ({ kind: 'link' as const, url })),
)

/** Crossing, nested, empty, backwards, inside of pairs and out of the text. */
export const rangesOver = (text: string): fc.Arbitrary<readonly Range[]> =>
  fc.array(
    fc.record({
      start: fc.integer({ min: -3, max: text.length + 3 }),
      end: fc.integer({ min: -3, max: text.length + 30 }),
      format: formats,
    }),
    { maxLength: 10 },
  )
