import { describe, expect, it } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { filesOf } from '../../src/core/action.ts'
import type { Capabilities } from '../../src/core/capabilities.ts'
import type { Sayable } from '../../src/core/content.ts'
import { fitContent, partsOf } from '../../src/core/fit-content.ts'
import { fitFiles, formOf, type FittedFiles, type Recipient } from '../../src/core/fit-files.ts'
import type { AlbumItem } from '../../src/core/gathering.ts'
import { limits } from '../../src/core/limits.ts'
import { measure } from '../../src/core/measure.ts'
import { mediaKinds, type Media, type MediaKind } from '../../src/core/media.ts'
import { normalize, plain, type RichText } from '../../src/core/rich-text.ts'
import { media } from '../support/media.ts'

const telegram: Recipient = {
  platform: 'telegram',
  capabilities: telegramCapabilities,
  mediaWish: 'open',
}
const discord: Recipient = {
  platform: 'discord',
  capabilities: discordCapabilities,
  mediaWish: 'open',
}

const said = (files: readonly Media[], caption: RichText = plain('')): Sayable => ({
  kind: 'media',
  files,
  caption,
  album: undefined,
})
const fit = (content: Sayable, to: Recipient, from: Capabilities = telegramCapabilities) =>
  fitContent(content, from, to, false)
const item = (number: number, of: Media, caption = ''): AlbumItem => ({
  number,
  media: of,
  caption: plain(caption),
})

/** Requests in short: the names of files, and words behind a colon. */
const short = ({ laid }: FittedFiles): readonly string[] =>
  laid.map(({ action }) => {
    if (action.kind === 'send') return `:${action.text.text}`
    return filesOf(action)
      .map((file) =>
        [file.media.file.identity, file.caption.text].filter((word) => word !== '').join(':'),
      )
      .join(' ')
  })

const MB = 1_000_000
const MiB = 1024 * 1024

describe('one file', () => {
  it.each<readonly [MediaKind, MediaKind, MediaKind]>([
    ['photo', 'photo', 'photo'],
    ['video', 'video', 'video'],
    ['animation', 'animation', 'animation'],
    ['audio', 'audio', 'audio'],
    ['voice', 'voice', 'voice'],
    ['video-note', 'video-note', 'video'],
    ['sticker', 'sticker', 'animation'],
    ['document', 'document', 'document'],
  ])('that is a %s is a %s on Telegram and a %s on Discord', (kind, onTelegram, onDiscord) => {
    const content = said([media('x', { kind })])
    const forms = [telegram, discord].map(
      (to) => fit(content, to).laid.flatMap(({ action }) => filesOf(action))[0]?.form,
    )
    expect(forms).toEqual([onTelegram, onDiscord])
  })

  it.each<readonly [MediaKind, boolean]>([
    ['photo', true],
    ['voice', true],
    ['video-note', true],
    ['video', false],
    ['animation', false],
    ['audio', false],
    ['sticker', false],
    ['document', false],
  ])('that is a %s goes by reference within Telegram alone: %s', (kind, isByReference) => {
    const by = (to: Recipient, of: Media): unknown =>
      fit(said([of]), to).laid.flatMap(({ action }) => filesOf(action))[0]?.isByReference
    expect(by(telegram, media('x', { kind }))).toBe(isByReference)
    expect(by(discord, media('x', { kind }))).toBe(false)
    expect(by(discord, media('x', { kind, platform: 'discord' }))).toBe(false)
    expect(by(telegram, media('x', { kind, platform: 'discord' }))).toBe(false)
  })

  it.each([
    ['a video for Discord', media('x', { kind: 'video', size: 10 * MiB }), discord, 10 * MiB],
    ['a video from Telegram', media('x', { kind: 'video', size: 20 * MiB }), telegram, 20 * MiB],
    [
      'a photo for Discord',
      media('x', { platform: 'telegram', size: 20 * MiB }),
      discord,
      20 * MiB,
    ],
  ] as const)('%s has a limit', (_, of, to, limitBytes) => {
    expect(fit(said([of]), to).refused).toEqual([])
    const larger = { ...of, file: { ...of.file, size: limitBytes + 1 } }
    expect(fit(said([larger]), to)).toEqual({
      laid: [],
      refused: [{ why: 'too-large', limitBytes }],
    })
  })

  it('from Discord is never larger than what we hold in memory', () => {
    const of = media('x', { platform: 'discord', kind: 'video', size: limits.fileMostBytes + 1 })
    expect(fit(said([of]), telegram, discordCapabilities).refused).toEqual([
      { why: 'too-large', limitBytes: limits.fileMostBytes },
    ])
  })

  it('of unknown size is tried', () => {
    const of = media('x', { kind: 'video', size: undefined })
    expect(fit(said([of]), discord).laid).toHaveLength(1)
  })

  it.each(mediaKinds)(
    'that is a %s is behind a spoiler by wish where there is something to hide',
    (kind) => {
      for (const to of [telegram, discord]) {
        const hidden = fit(said([media('x', { kind })]), { ...to, mediaWish: 'spoiler' })
        const [file] = hidden.laid.flatMap(({ action }) => filesOf(action))
        const isShown = ['photo', 'video', 'animation', 'video-note'].includes(kind)
        const can = file && formOf(to.capabilities.media, file.form).hasSpoiler
        expect(file?.spoiler).toBe(isShown && can)
        const unwanted = fit(said([media('x', { kind })]), { ...to, mediaWish: 'refused' })
        expect(unwanted.refused).toEqual(isShown ? [{ why: 'unwanted' }] : [])
      }
    },
  )
})

describe('what is said with files', () => {
  it('stands under the first of them', () => {
    const content = said([media('a'), media('b')], plain('hello'))
    expect(short(fit(content, telegram))).toEqual(['a:hello b'])
    expect(short(fit(content, discord))).toEqual(['a:hello b'])
  })

  it('is said behind a file that can have no words', () => {
    const content = said([media('v', { kind: 'voice' })], plain('hello'))
    expect(short(fit(content, telegram))).toEqual(['v:hello'])
    expect(short(fit(content, discord))).toEqual(['v', ':hello'])
  })

  it('is cut at 1,024 characters on Telegram and 2,000 on Discord, and goes on behind', () => {
    const words = 'word '.repeat(500).trim()
    for (const to of [telegram, discord]) {
      const bold = normalize(words, [{ start: 0, end: words.length, format: { kind: 'bold' } }])
      const { laid } = fit(said([media('a'), media('b')], bold), to)
      const [files, text] = laid.map(({ action }) => action)
      const caption = files && filesOf(files)[0]?.caption
      expect(laid.map(({ part }) => part)).toEqual([0, 2])
      if (!caption || text?.kind !== 'send') throw new Error('words are missing')
      expect(measure(caption, to.capabilities.media.caption)).toBeLessThanOrEqual(
        to.platform === 'telegram' ? 1024 : 2000,
      )
      expect(`${caption.text} ${text.text.text}`).toBe(words)
      for (const part of [caption, text.text])
        expect(part.ranges).toEqual([{ start: 0, end: part.text.length, format: { kind: 'bold' } }])
    }
  })

  it('goes with another file where its own does not', () => {
    const large = media('large', { kind: 'video', size: 400 * MB })
    expect(short(fit(said([large, media('b')], plain('hello')), discord))).toEqual(['b:hello'])
    const album = [item(1, media('a'), 'mine'), item(2, large, 'lost')]
    expect(short(fitFiles(album, telegramCapabilities, discord, false))).toEqual(['a:mine'])
  })

  it('goes nowhere alone', () => {
    const large = media('large', { kind: 'video', size: 400 * MB })
    expect(fit(said([large], plain('hello')), discord).laid).toEqual([])
  })
})

describe('albums', () => {
  const fitAlbum = (items: readonly AlbumItem[], to: Recipient): readonly string[] =>
    short(fitFiles(items, telegramCapabilities, to, false))

  it('are together with neighbours of their own sort', () => {
    const items = [
      item(1, media('a')),
      item(2, media('b', { kind: 'video' })),
      item(3, media('c', { kind: 'audio' })),
      item(4, media('d', { kind: 'document' })),
      item(5, media('e')),
    ]
    expect(fitAlbum(items, telegram)).toEqual(['a b', 'c', 'd', 'e'])
    expect(fitAlbum(items, discord)).toEqual(['a b c d e'])
  })

  it('keep each caption where it belongs: apart where one message has one', () => {
    const items = [item(1, media('a'), 'x'), item(2, media('b')), item(3, media('c'), 'y')]
    expect(fitAlbum(items, telegram)).toEqual(['a:x b c:y'])
    expect(fitAlbum(items, discord)).toEqual(['a:x', 'b', 'c:y'])
  })

  it('are of ten at most', () => {
    const items = Array.from({ length: 11 }, (_, i) => item(i + 1, media(`m${i}`)))
    expect(fitAlbum(items, telegram).map((files) => files.split(' ').length)).toEqual([10, 1])
  })

  it('are no larger together than one request may be', () => {
    const items = [1, 2, 3].map((i) => item(i, media(`m${i}`, { kind: 'video', size: 9 * MiB })))
    expect(fitAlbum(items, discord)).toEqual(['m1 m2', 'm3'])
  })

  it('keep the numbers of their files, of which each is a part', () => {
    const items = [item(2, media('a')), item(4, media('b')), item(7, media('c', { kind: 'audio' }))]
    const { laid } = fitFiles(items, telegramCapabilities, telegram, false)
    expect(laid.map(({ part }) => part)).toEqual([1, 6])
    expect(laid.map(({ part, action }) => partsOf(action, part))).toEqual([[1, 3], [6]])
  })
})

describe('a place', () => {
  const venue = { title: 'Café', address: 'Main Street 1' }
  it('is one on Telegram, and said with a link on Discord', () => {
    const content: Sayable = {
      kind: 'place',
      place: { latitude: 52.5, longitude: -13.25, venue },
    }
    expect(fit(content, telegram).laid[0]?.action.kind).toBe('send-place')
    const [text] = short(fit(content, discord))
    expect(text).toContain('Café\nMain Street 1\n52.50000, -13.25000\nhttps://')
  })

  it('without a name is where it is', () => {
    const place = { latitude: 0, longitude: 0, venue: undefined }
    expect(short(fit({ kind: 'place', place }, discord))[0]).toContain('0.00000, 0.00000')
  })
})
