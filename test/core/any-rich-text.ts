// Made-up texts that are as unpleasant as people's.

import fc from 'fast-check'
import { normalize } from '../../src/core/rich-text.ts'
import type { Format, Range, RichText } from '../../src/core/rich-text.ts'

const scraps = [
  'word',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '*',
  '_',
  '> ',
  '👨‍👩‍👧',
  '🇩🇪',
  'e\u0301',
  'กำ',
  '\u0600 ',
  '\ud800',
  '\u202e',
  '\r\n',
  '❧',
]

export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...scraps) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    {
      maxLength: 120,
    },
  )
  .map((pieces) => pieces.join(''))

const anyFormat: fc.Arbitrary<Format> = fc.oneof(
  fc
    .constantFrom(
      ...(['bold', 'italic', 'underline', 'strike', 'spoiler', 'code', 'quote'] as const),
    )
    .map((kind) => ({ kind })),
  fc.constantFrom('ts', undefined).map((language) => ({ kind: 'pre' as const, language })),
  fc.constantFrom('https://a.example', 'http://b.example/x', 'tg://user?id=1').map((url) => ({
    kind: 'link' as const,
    url,
  })),
)

export const anyRanges = (longest: number): fc.Arbitrary<readonly Range[]> =>
  fc.array(
    fc.record({
      start: fc.integer({ min: -2, max: longest }),
      end: fc.integer({ min: -2, max: longest + 2 }),
      format: anyFormat,
    }),
    { maxLength: 12 },
  )

export const anyRichText: fc.Arbitrary<RichText> = anyText.chain((text) =>
  anyRanges(text.length).map((ranges) => normalize(text, ranges)),
)
