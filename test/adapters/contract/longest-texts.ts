// Texts that cost exactly as much as a capability allows, each made of what costs most for its length.

import type { TextCapability } from '../../../src/core/capabilities.ts'
import { measure } from '../../../src/core/measure.ts'
import type { RichText } from '../../../src/core/rich-text.ts'
import { all, formats, styled } from './rich-samples.ts'

type Make = (capability: TextCapability) => RichText

/** As many of the unit as fit, then letters up to the limit. */
function filled(capability: TextCapability, unit: RichText): RichText {
  const cost = (rich: RichText): number => measure(rich, capability)
  const several = (count: number): RichText => all(...Array.from({ length: count }, () => unit))
  let count = Math.floor(capability.maxLength / cost(unit))
  // Platforms cut white space off at the end, so a letter has to be the last.
  while (cost(several(count)) >= capability.maxLength) count -= 1
  const most = several(count)
  return all(most, 'z'.repeat(capability.maxLength - cost(most)))
}

const marks = Object.values(formats).map(({ kind }): readonly [string, Make] => [
  `the shortest stretches of ${kind}`,
  (capability) => filled(capability, all(styled(kind, '|'), kind === 'quote' ? '\n\n' : ' x ')),
])

export const longestTexts: readonly (readonly [name: string, make: Make])[] = [
  ['letters', (capability) => filled(capability, all('a'))],
  ['emoji', (capability) => filled(capability, all('😀'))],
  ...Array.from('*_~|`<[>#-+.:\\', (character): readonly [string, Make] => [
    `the character ${character}`,
    (capability) => filled(capability, all(character)),
  ]),
  ['lines that look like headings', (capability) => filled(capability, all('# -# > 1. \n'))],
  ['emoji names', (capability) => filled(capability, all(':a::b:'))],
  ...marks,
  [
    'formats in each other',
    (capability) =>
      filled(
        capability,
        all(
          styled(
            'spoiler',
            styled('strike', styled('underline', styled('bold', styled('italic', '*')))),
          ),
          ' ',
        ),
      ),
  ],
  [
    'lines of one quote',
    (capability) => {
      const room = capability.maxLength - capability.marks.quote - capability.quoteLineMark
      const perLine = 2 + capability.quoteLineMark
      const lines = Math.floor((room - 1) / perLine)
      const rest = room - lines * perLine
      return styled('quote', 'q\n'.repeat(lines), 'z'.repeat(rest))
    },
  ],
]
