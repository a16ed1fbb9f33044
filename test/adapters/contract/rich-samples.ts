// Texts with every format that a platform has to carry, alone, nested and among what each platform takes for marks.

import fc from 'fast-check'
import type { TextCapability } from '../../../src/core/capabilities.ts'
import { concat, normalize, plain } from '../../../src/core/rich-text.ts'
import type { Format, Range, RichText } from '../../../src/core/rich-text.ts'

/** Does not compile until a new format is here too. */
export const formats = {
  bold: { kind: 'bold' },
  italic: { kind: 'italic' },
  underline: { kind: 'underline' },
  strike: { kind: 'strike' },
  spoiler: { kind: 'spoiler' },
  code: { kind: 'code' },
  quote: { kind: 'quote' },
  pre: { kind: 'pre', language: 'typescript' },
} as const satisfies Record<keyof TextCapability['marks'], Format>

type Part = string | RichText

export const all = (...parts: readonly Part[]): RichText =>
  concat(...parts.map((part) => (typeof part === 'string' ? plain(part) : part)))

/** The parts as one, all of it in this format. */
export function styled(kind: keyof typeof formats, ...parts: readonly Part[]): RichText {
  const { text, ranges } = all(...parts)
  return normalize(text, [...ranges, { start: 0, end: text.length, format: formats[kind] }])
}

const family = '👨‍👩‍👧'

export const samples: Readonly<Record<string, RichText>> = {
  'bold in italic': styled('italic', 'all ', styled('bold', 'this'), ' leans'),
  'italic in bold': styled('bold', 'all ', styled('italic', 'this'), ' is loud'),
  'bold and italic over the same': all('so ', styled('bold', styled('italic', 'both')), ' it is'),
  'bold right beside italic': all(styled('bold', 'one'), styled('italic', 'two')),
  'bold that crosses italic': normalize('one two three', [
    { start: 0, end: 7, format: formats.bold },
    { start: 4, end: 13, format: formats.italic },
  ]),
  'five formats in each other': styled(
    'spoiler',
    styled('strike', styled('underline', styled('bold', styled('italic', 'deep')))),
  ),
  'formats in a quote': styled('quote', 'he said ', styled('bold', 'no'), '\nand ', 'left'),
  'code in a quote': styled('quote', 'run ', styled('code', 'rm *'), ' now'),
  'a quote between lines': all('before\n', styled('quote', 'one\ntwo'), '\nafter'),
  'a block between words': all('see ', styled('pre', 'let a = *b*\n\n  a_b_c'), ' there'),
  'a block without a language': normalize('x = 1', [
    { start: 0, end: 5, format: { kind: 'pre', language: undefined } },
  ]),
  'emoji of many parts': all('a ', styled('bold', family), ' ', styled('spoiler', '🇩🇪👍🏽'), ' z'),
  'writing from right to left': all(
    'שלום ',
    styled('bold', 'עולם'),
    ' ',
    styled('italic', 'مرحبا'),
  ),
  'combining marks': all('e\u0301 ', styled('underline', 'กำ'), ' क्षि'),
  'what looks like markdown': plain('*a* _b_ __c__ ~~d~~ ||e|| `f` ```g``` [h](https://i.example)'),
  'what looks like markdown at the beginning of lines': plain('> a\n# b\n-# c\n- d\n1. e\n>>> f'),
  'what looks like HTML': plain('<b>a</b> &amp; <script>'),
  'what looks like a mention': plain('@everyone <@123456789012345678x> <#1x> :smile: @somebody'),
  'formatted marks': styled('bold', 'a*b_c~d|e`f\\g'),
  backslashes: plain('\\ \\\\ \\* c:\\new ¯\\_(ツ)_/¯'),
  'an address with marks in it': all('at https://a.example/x_y_z?q=*1* or ', styled('bold', 'not')),
  'lines apart': all('one\n\n', styled('strike', 'two'), '\n\n\nthree'),
}

const words = fc.constantFrom(
  'one',
  'two',
  'x',
  'é',
  family,
  'שלום',
  '*',
  'a_b',
  '**',
  '~',
  '|',
  '`',
  '>',
  '1.',
  '\\',
  '#',
)
const inline = ['bold', 'italic', 'underline', 'strike', 'spoiler', 'code'] as const

const lines = fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
})
const places = fc.array(
  fc.record({ from: fc.nat(8), to: fc.nat(8), kind: fc.constantFrom(...inline, 'quote' as const) }),
  { maxLength: 4 },
)

/**
 * What every platform can say: formats begin and end at words, code stays in its line, and there is one quote of whole lines, because
 * Discord shows two on neighbouring lines as one.
 */
export const anySample: fc.Arbitrary<RichText> = fc.tuple(lines, places).map(([said, wanted]) => {
  const text = said.map((line) => line.join(' ')).join('\n')
  const spans = [...text.matchAll(/[^ \n]+/g)].map(
    ({ 0: word, index }) => [index, index + word.length] as const,
  )
  const rows = [...text.matchAll(/[^\n]+/g)].map(
    ({ 0: row, index }) => [index, index + row.length] as const,
  )
  const isSayable = ({ kind }: (typeof wanted)[number], at: number): boolean =>
    kind !== 'quote' || wanted.findIndex((other) => other.kind === 'quote') === at
  const ranges = wanted.filter(isSayable).map(({ from, to, kind }): Range => {
    const units = kind === 'quote' ? rows : spans
    const [first = 0, last = 0] = [from % units.length, to % units.length].sort((a, b) => a - b)
    const start = units[first]?.[0] ?? 0
    const lineEnd = rows.find((row) => row[1] > start)?.[1] ?? text.length
    const end = units[last]?.[1] ?? 0
    return { start, end: kind === 'code' ? Math.min(end, lineEnd) : end, format: formats[kind] }
  })
  return normalize(text, ranges)
})
