import fc from 'fast-check'
import { expect, test } from 'vitest'

import { telegramCapabilities } from '../../../adapters/telegram/capabilities.ts'
import { toEntities, toRichText } from '../../../adapters/telegram/format.ts'
import { fitText, fitUnderFile } from '../../../src/core/fit.ts'
import { normalize, splitsPair, type Format, type RichText } from '../../../src/core/rich-text.ts'
import { expectSound } from '../../core/expect-sound.ts'
import { holds } from '../holds.ts'
import { bombs, hostileTexts, longTexts, rangesOver } from '../hostile-texts.ts'
import { hostileEntities } from './hostile-entities.ts'

const texts = fc.oneof({ weight: 40, arbitrary: hostileTexts }, longTexts)
const told = texts.chain((text) => fc.tuple(fc.constant(text), hostileEntities(text)))
const richTexts: fc.Arbitrary<RichText> = texts.chain((text) =>
  rangesOver(text).map((ranges) => normalize(text, ranges)),
)
const withoutLinks = ({ text, ranges }: RichText): RichText =>
  normalize(
    text,
    ranges.filter(({ format }) => format.kind !== 'link'),
  )

test('whatever the entities, the text stays, the ranges are sound, and nobody is named', () => {
  holds(
    fc.property(told, ([text, entities]) => {
      const rich = toRichText(text, entities)
      expect(rich.text).toBe(text)
      expectSound(rich)
      expect(JSON.stringify(rich.ranges)).not.toMatch(/4711|tg:|javascript/)
    }),
  )
})

test('mentions, custom emoji, dates and whatever Telegram finds in a text are plain words', () => {
  const found = ['mention', 'text_mention', 'custom_emoji', 'date_time', 'url', 'hashtag', 'new']
  holds(
    fc.property(told, ([text, entities]) => {
      const formatting = entities.filter(({ type }) => !found.includes(type))
      expect(toRichText(text, entities)).toEqual(toRichText(text, formatting))
    }),
  )
})

test('what is sent comes back as it was, links as plain words, and the second time the same', () => {
  holds(
    fc.property(richTexts, (rich) => {
      const entities = toEntities(rich)
      const back = toRichText(rich.text, entities)
      expect(back).toEqual(withoutLinks(rich))
      expect(toEntities(back)).toEqual(entities)
    }),
  )
})

test('what was told goes out, comes in and goes out again as the same entities', () => {
  holds(
    fc.property(told, ([text, entities]) => {
      const once = toEntities(toRichText(text, entities))
      expect(toEntities(toRichText(text, once))).toEqual(once)
    }),
  )
})

test('entities lie in the text, hold something, and cut through no character', () => {
  holds(
    fc.property(richTexts, (rich) => {
      for (const { offset, length } of toEntities(rich)) {
        expect(length).toBeGreaterThan(0)
        expect(offset).toBeGreaterThanOrEqual(0)
        expect(offset + length).toBeLessThanOrEqual(rich.text.length)
        expect(splitsPair(rich.text, offset) || splitsPair(rich.text, offset + length)).toBe(false)
      }
    }),
  )
})

test('messages and captions stay within their limits, and no word is lost between them', () => {
  const { text: message, media } = telegramCapabilities
  const words = (parts: readonly RichText[]): string =>
    parts.map(({ text }) => text.replaceAll(/\s/g, '')).join('')
  holds(
    fc.property(richTexts, (rich) => {
      const { caption, rest } = fitUnderFile(rich, media.caption, message)
      const parts = fitText(rich, message)
      expect(caption.text.length).toBeLessThanOrEqual(1024)
      for (const part of [caption, ...rest, ...parts]) {
        expect(part.text.length).toBeLessThanOrEqual(4096)
        expect(toRichText(part.text, toEntities(part))).toEqual(part)
      }
      expect(words([caption, ...rest])).toBe(words(parts))
    }),
  )
})

test('ten thousand entities over ten thousand characters cost a few looks at each', () => {
  holds(
    fc.property(bombs, fc.integer({ min: 0, max: 3 }), (text, step) => {
      let looks = 0
      const kinds = ['bold', 'italic', 'underline', 'strike', 'spoiler', 'quote'] as const
      const ranges = Array.from(text, (_, at) => {
        const kind = kinds[(at * 5) % 6] ?? 'bold'
        const format: Format = {
          get kind() {
            looks += 1
            if (looks > 600 * text.length) throw new Error('It looks again and again.')
            return kind
          },
        }
        return { start: at * step, end: at + 40, format }
      })
      expect(() => normalize(text, ranges)).not.toThrow()
    }),
    20,
  )
})
