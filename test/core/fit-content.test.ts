import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import {
  localTelegramCapabilities,
  telegramCapabilities,
} from '../../adapters/telegram/capabilities.ts'
import { filesOf } from '../../src/core/action.ts'
import type { Capabilities } from '../../src/core/capabilities.ts'
import { isBlank } from '../../src/core/clean.ts'
import type { Sayable } from '../../src/core/content.ts'
import { fitUnderFile } from '../../src/core/fit.ts'
import { fitContent, partsOf } from '../../src/core/fit-content.ts'
import { fitFiles, type FittedFiles, type Recipient } from '../../src/core/fit-files.ts'
import type { AlbumItem } from '../../src/core/gathering.ts'
import { measure } from '../../src/core/measure.ts'
import { mediaKinds, type Media } from '../../src/core/media.ts'
import { mediaWishes } from '../../src/core/media-wish.ts'
import { plain, type RichText } from '../../src/core/rich-text.ts'
import { media } from '../support/media.ts'
import { anyRichText } from './any-rich-text.ts'
import { expectSound } from './expect-sound.ts'

const MB = 1_000_000

const said = (files: readonly Media[], caption: RichText = plain('')): Sayable => ({
  kind: 'media',
  files,
  caption,
  album: undefined,
})
const anyMedia: fc.Arbitrary<Media> = fc
  .record({
    identity: fc.string({ minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom(...mediaKinds),
    platform: fc.constantFrom('telegram' as const, 'discord' as const),
    size: fc.option(fc.nat(60 * MB), { nil: undefined }),
    spoiler: fc.boolean(),
  })
  .map(({ identity, ...rest }) => media(identity, { ...rest, type: undefined }))

const anyCapabilities = fc.constantFrom(
  telegramCapabilities,
  discordCapabilities,
  localTelegramCapabilities,
)
const anyRecipient: fc.Arbitrary<Recipient> = fc.record({
  platform: fc.constantFrom('telegram' as const, 'discord' as const),
  capabilities: fc.oneof(
    anyCapabilities,
    anyCapabilities.map((of): Capabilities => ({
      ...of,
      text: { ...of.text, maxLength: 60 },
      media: { ...of.media, caption: { ...of.media.caption, maxLength: 40 } },
    })),
  ),
  mediaWish: fc.constantFrom(...mediaWishes),
})

const anyAlbum: fc.Arbitrary<readonly AlbumItem[]> = fc
  .array(fc.tuple(anyMedia, fc.oneof(fc.constant(plain('')), anyRichText)), {
    minLength: 1,
    maxLength: 14,
  })
  .map((all) => all.map(([of, caption], i) => ({ number: i + 1, media: of, caption })))

describe('anything', () => {
  it('is carried within the limits, each file in one request or refused, in its order', () => {
    fc.assert(
      fc.property(anyAlbum, anyCapabilities, anyRecipient, (items, from, to) => {
        const { laid, refused } = fitFiles(items, from, to, false)
        const files = laid.flatMap(({ action }) => filesOf(action))
        const numbers = files.map(({ number }) => number)
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
        expect(files.length + refused.length).toBe(items.length)
        for (const { number, media: of } of files)
          expect(items.find((each) => each.number === number)?.media).toBe(of)
        const parts = laid.flatMap(({ action, part }) => partsOf(action, part))
        expect(new Set(parts).size).toBe(parts.length)
        for (const { action } of laid) expectWithin(action, to.capabilities)
      }),
    )
  })

  it('that is said is carried', () => {
    const anySayable: fc.Arbitrary<Sayable> = fc.oneof(
      anyRichText.map((text): Sayable => ({ kind: 'text', text })),
      fc
        .array(anyMedia, { maxLength: 10 })
        .chain((files) => anyRichText.map((caption): Sayable => said(files, caption))),
      fc
        .record({
          latitude: fc.double({ min: -90, max: 90, noNaN: true }),
          longitude: fc.double({ min: -180, max: 180, noNaN: true }),
          venue: fc.option(fc.record({ title: fc.string(), address: fc.string() }), {
            nil: undefined,
          }),
        })
        .map((place): Sayable => ({ kind: 'place', place })),
    )
    fc.assert(
      fc.property(anySayable, anyCapabilities, anyRecipient, (content, from, to) => {
        for (const { action } of fitContent(content, from, to, true).laid)
          expectWithin(action, to.capabilities)
      }),
    )
  })

  it('that is said under a file loses nothing but white space', () => {
    fc.assert(
      fc.property(anyRichText, fc.integer({ min: 12, max: 60 }), (text, maxLength) => {
        const bare = plain(text.text)
        const caption = { ...telegramCapabilities.media.caption, maxLength }
        const whole = fitUnderFile(bare, { ...caption, maxLength: 1e6 }, telegramCapabilities.text)
        const { caption: first, rest } = fitUnderFile(bare, caption, telegramCapabilities.text)
        const together = [first, ...rest].map((part) => part.text).join('')
        const squeezed = (words: string): string => words.replaceAll(/\s|[\u200b-\u200f]/gu, '')
        expect(measure(first, caption)).toBeLessThanOrEqual(maxLength)
        expect(squeezed(together)).toBe(squeezed(whole.caption.text))
      }),
    )
  })
})

function expectWithin(
  action: FittedFiles['laid'][number]['action'],
  { text, media: capability }: Capabilities,
): void {
  if (action.kind === 'send-place') {
    expect(capability.hasPlaces).toBe(true)
    return
  }
  if (action.kind === 'send') {
    expectSound(action.text)
    expect(isBlank(action.text.text)).toBe(false)
    expect(measure(action.text, text)).toBeLessThanOrEqual(text.maxLength)
    return
  }
  const captions = action.files.filter(({ caption }) => caption.text !== '')
  expect(action.files.length).toBeLessThanOrEqual(capability.album.most)
  if (capability.album.isOneMessage) expect(captions.length).toBeLessThanOrEqual(1)
  for (const { caption, form } of action.files) {
    expectSound(caption)
    expect(measure(caption, capability.caption)).toBeLessThanOrEqual(capability.caption.maxLength)
    const own = capability.forms[form]
    expect(own.kind).toBe('own')
    if (own.kind === 'own' && !own.hasCaption) expect(caption.text).toBe('')
    if (own.kind === 'own' && own.album === undefined) expect(action.files).toHaveLength(1)
  }
}

describe('a venue', () => {
  it('bears no mark of ours and hides no words, wherever it arrives', () => {
    const venue = { title: '❧ The \u202ebar', address: '☙ Main street\u0000' }
    const content: Sayable = { kind: 'place', place: { latitude: 1, longitude: 2, venue } }
    for (const capabilities of [telegramCapabilities, discordCapabilities]) {
      const to = { platform: 'telegram', capabilities, mediaWish: 'open' } as const
      const said = JSON.stringify(fitContent(content, telegramCapabilities, to, true).laid)
      expect(said).toMatch(/The bar/)
      expect(said).not.toMatch(/[❧☙]|\\u0000|\u202e/)
    }
  })
})
