// Arbitrary rich texts, rich in what Discord's markdown takes for marks.

import fc from 'fast-check'

import { normalize, type Format, type RichText } from '../../../src/core/rich-text.ts'

const pieces = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'*_~|`<>[]()\\#-+.:!@/ \n\t1a'.split('')) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('ab', 'word', 'é', '😀', '\u200b', '  ', '\n\n', '10.', '-#', '>>>'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'https://a.example/x_y_z',
      'http://b.example/**?q=||',
      'steam://run/1',
      '```',
      '||',
      '**',
      '__',
      '~~',
      '<@123>',
      '<t:1:R>',
      '[a](https://c.example)',
      ':smile:',
      '¯\\_(ツ)_/¯',
      '# x',
      '> y',
      '- z',
    ),
  },
)

export const texts = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''))

const formats: fc.Arbitrary<Format> = fc.oneof(
  fc.constantFrom(
    ...(['bold', 'italic', 'underline', 'strike', 'spoiler', 'code', 'quote'] as const).map(
      (kind) => ({ kind }),
    ),
  ),
  fc
    .constantFrom('js', 'c++', 'not a language', undefined)
    .map((language) => ({ kind: 'pre' as const, language })),
)

export function richTexts(from: fc.Arbitrary<string> = texts): fc.Arbitrary<RichText> {
  return from.chain((text) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(text.length), formats), { maxLength: 6 })
      .map((ranges) =>
        normalize(
          text,
          ranges.map(([a, b, format]) => ({ start: Math.min(a, b), end: Math.max(a, b), format })),
        ),
      ),
  )
}
