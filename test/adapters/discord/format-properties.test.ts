import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { discordCapabilities } from '../../../adapters/discord/capabilities.ts'
import { render } from '../../../adapters/discord/format.ts'
import { parse, readShown } from '../../../adapters/discord/parse.ts'
import { presentable } from '../../../adapters/discord/presentable.ts'
import { fitText, fitUnderFile } from '../../../src/core/fit.ts'
import { normalize, plain, type RichText } from '../../../src/core/rich-text.ts'
import { expectSound } from '../../core/expect-sound.ts'
import { holds } from '../holds.ts'
import { bombs, hostileTexts, longTexts, rangesOver } from '../hostile-texts.ts'
import { activeIn } from './active-in.ts'
import { countReads } from './count-reads.ts'

const { text: message } = discordCapabilities
const caption = discordCapabilities.media.caption

const richOver = (texts: fc.Arbitrary<string>): fc.Arbitrary<RichText> =>
  texts.chain((text) => rangesOver(text).map((ranges) => normalize(text, ranges)))
const mostlyShort = fc.oneof({ weight: 30, arbitrary: hostileTexts }, longTexts)
const hostile = richOver(hostileTexts)
const long = richOver(longTexts)

/** A space of no width may hold two marks apart. */
function withoutSpaceOfNoWidth({ text, ranges }: RichText): RichText {
  const shift = (at: number): number => text.slice(0, at).replaceAll('\u200b', '').length
  return {
    text: text.replaceAll('\u200b', ''),
    ranges: ranges
      .map((range) => ({ ...range, start: shift(range.start), end: shift(range.end) }))
      .filter(({ start, end }) => start < end),
  }
}
const seen = (markdown: string): RichText => withoutSpaceOfNoWidth(readShown(markdown))
const meant = (rich: RichText): RichText => withoutSpaceOfNoWidth(presentable(rich))

describe('whatever is rendered for Discord', () => {
  it('shows every plain text exactly as it was typed, with no range of its own', () => {
    holds(
      fc.property(mostlyShort, (text) => {
        expect(readShown(render(plain(text)))).toEqual(plain(text))
      }),
    )
  })

  it('leaves nothing active that somebody typed', () => {
    holds(
      fc.property(mostlyShort, (text) => {
        expect(activeIn(render(plain(text)))).toEqual([])
      }),
    )
  })

  // Nothing but a backslash is no address, so the backslash is one like any other.
  it.each(['http://\\', 'https://\\', 'see http://\\ there', 'http://\\\n', 'http://\\<'])(
    'leaves nothing active of %j',
    (text) => {
      expect(activeIn(render(plain(text)))).toEqual([])
      expect(readShown(render(plain(text)))).toEqual(plain(text))
    },
  )

  it('keeps every character, and means no format that was not meant', () => {
    holds(
      fc.property(hostile, (rich) => {
        const read = seen(render(rich))
        const wanted = meant(rich)
        expectSound(read)
        expect(read.text).toBe(wanted.text)
        for (const range of read.ranges) expect(wanted.ranges).toContainEqual(range)
      }),
    )
  })

  it('reads back exactly when it was fitted, or at least what was hidden does', () => {
    let exact = 0
    let all = 0
    holds(
      fc.property(hostile, (rich) => {
        for (const part of fitText(rich, message)) {
          const read = seen(render(part))
          const wanted = meant(part)
          const hidden = wanted.ranges.filter(({ format }) => format.kind === 'spoiler')
          all += 1
          if (JSON.stringify(read.ranges) === JSON.stringify(wanted.ranges)) exact += 1
          for (const spoiler of hidden) expect(read.ranges).toContainEqual(spoiler)
        }
      }),
    )
    expect(exact / all).toBeGreaterThan(0.99)
  })

  it('is the same when it is read and rendered twice', () => {
    holds(
      fc.property(hostile, (rich) => {
        const once = readShown(render(rich))
        expect(seen(render(once))).toEqual(withoutSpaceOfNoWidth(once))
      }),
    )
  })

  it('stays within the limits, as a message and under a file', () => {
    holds(
      fc.property(fc.oneof({ weight: 15, arbitrary: hostile }, long), (rich) => {
        const under = fitUnderFile(rich, caption, message)
        for (const part of [under.caption, ...under.rest, ...fitText(rich, message)])
          expect(render(part).length).toBeLessThanOrEqual(2000)
      }),
    )
  })

  it('takes no more than a few looks at each character', () => {
    holds(
      fc.property(bombs, (text) => {
        expect(countReads(() => render(plain(text)))).toBeLessThan(20 * text.length)
      }),
      50,
    )
  })

  it('reads again as what its reader would pass on, names as words', () => {
    holds(
      fc.property(hostileTexts, (text) => {
        const passedOn = parse(render(plain(text)))
        expect(passedOn.ranges).toEqual([])
        expect(parse(render(passedOn))).toEqual(passedOn)
      }),
    )
  })
})
