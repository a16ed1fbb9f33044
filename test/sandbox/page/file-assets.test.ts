// The browser's modules for files that need no browser.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

interface Chosen {
  readonly name: string
  readonly type: string
}
interface Message {
  readonly from: string
  readonly text: string
  readonly album: string | undefined
}
interface FileAssets {
  readonly gridRows: (count: number) => readonly number[]
  readonly inRows: <T>(items: readonly T[]) => readonly (readonly T[])[]
  readonly inAlbums: (
    chat: readonly Message[],
  ) => readonly { readonly members: readonly Message[] }[]
  readonly captionMember: (members: readonly Message[]) => Message
  readonly sizeText: (bytes: number) => string
  readonly durationText: (seconds: number | undefined) => string
  readonly endingOf: (file: { name: string | undefined; type: string }) => string
  readonly coordinatesText: (place: { latitude: number; longitude: number }) => string
  readonly givenBars: (base64: string, count: number) => readonly number[]
  readonly measuredBars: (samples: readonly number[], count: number) => readonly number[]
  readonly naturalKind: (file: Chosen) => string
  readonly otherKinds: (platform: string, files: readonly Chosen[]) => readonly string[]
  readonly parcels: (
    platform: string,
    files: readonly Chosen[],
    kind?: string,
  ) => readonly { readonly kind: string; readonly files: readonly Chosen[] }[]
}

const assets = new URL('../../../src/sandbox/page/assets/', import.meta.url)
const names = ['file-grid', 'albums', 'file-words', 'waveform', 'outgoing']
const modules: readonly object[] = await Promise.all(
  names.map((name) => import(new URL(`${name}.js`, assets).href)),
)
const {
  gridRows,
  inRows,
  inAlbums,
  captionMember,
  sizeText,
  durationText,
  endingOf,
  coordinatesText,
  givenBars,
  measuredBars,
  naturalKind,
  otherKinds,
  parcels,
}: FileAssets = Object.assign({}, ...modules)

test('any number of pictures stands in rows of at most three, each once and in order', () => {
  fc.assert(
    fc.property(fc.nat(40), (count) => {
      const items = Array.from({ length: count }, (_, index) => index)
      expect(inRows(items).flat()).toEqual(items)
      for (const length of gridRows(count)) {
        expect(length).toBeGreaterThan(0)
        expect(length).toBeLessThanOrEqual(3)
      }
    }),
  )
})

describe('albums', () => {
  const message = (album?: string, text = '', from = 'bot'): Message => ({ album, text, from })
  const sizes = (chat: readonly Message[]): readonly number[] =>
    inAlbums(chat).map(({ members }) => members.length)

  test('neighbours of one album are one entry, all others stand alone', () => {
    const chat = [message(), message('a'), message('a'), message('b'), message(), message()]
    expect(sizes(chat)).toEqual([1, 2, 1, 1, 1])
    expect(sizes([])).toEqual([])
  })

  test('something between its parts divides an album, and so does another author', () => {
    expect(sizes([message('a'), message(), message('a')])).toEqual([1, 1, 1])
    expect(sizes([message('a'), message('a', '', 'person')])).toEqual([1, 1])
  })

  test('the caption is that of whichever part has one', () => {
    const [first, second] = [message('a'), message('a', 'hills')]
    expect(captionMember([first, second])).toBe(second)
    expect(captionMember([first, first])).toBe(first)
  })
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [17_707, '18 KB'],
  [1_500_000, '1.5 MB'],
  [62_914_560, '63 MB'],
  [3e12, '3000 GB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})

test.each([
  [0, '0:00'],
  [3.4, '0:03'],
  [59.6, '1:00'],
  [3605, '60:05'],
  [Number.NaN, '0:00'],
  [Number.POSITIVE_INFINITY, '0:00'],
  [undefined, '0:00'],
])('%s seconds are %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text)
})

test.each([
  ['plan.PDF', 'application/pdf', 'PDF'],
  ['archive.tar.gz', 'application/gzip', 'gz'],
  ['book.markdown', 'text/markdown', 'mark'],
  ['notes', 'text/plain; charset=utf-8', 'plai'],
  [undefined, 'application/x-tgsticker', 'tgst'],
  [undefined, '', ''],
])('the badge of %s, %s, says %j', (name, type, badge) => {
  expect(endingOf({ name, type })).toBe(badge)
})

test('coordinates say on which side of the globe they are', () => {
  expect(coordinatesText({ latitude: 52.51628, longitude: 13.37771 })).toBe(
    '52.5163° N, 13.3777° E',
  )
  expect(coordinatesText({ latitude: -33.9, longitude: -70.1 })).toBe('33.9000° S, 70.1000° W')
})

describe('waveforms', () => {
  const base64 = (...levels: readonly number[]): string => Buffer.from(levels).toString('base64')

  test('given ones keep their shape, and silence is still to be seen', () => {
    expect(givenBars(base64(0, 255, 51), 3)).toEqual([0.12, 1, 0.2])
    expect(givenBars(base64(0, 255, 0, 51), 2)).toEqual([1, 0.2])
    expect(givenBars(base64(255, 0), 4)).toEqual([1, 1, 0.12, 0.12])
  })

  test.each(['', '%%%', 'ä'])('what is none, such as %j, is flat', (text) => {
    expect(givenBars(text, 3)).toEqual([0.12, 0.12, 0.12])
  })

  test('measured ones are as high as the sound is loud, the loudest full', () => {
    expect(measuredBars([0, 0.1, -0.5, 0.2, 0, 0], 3)).toEqual([0.2, 1, 0.12])
    expect(measuredBars([0, 0], 2)).toEqual([0.12, 0.12])
    expect(measuredBars([], 2)).toEqual([0.12, 0.12])
  })

  test('there are always as many bars as asked for, between 0 and 1', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 80 }),
        (levels, count) => {
          for (const bars of [
            givenBars(Buffer.from(levels).toString('base64'), count),
            measuredBars(
              Array.from(levels, (level) => level / 128 - 1),
              count,
            ),
          ]) {
            expect(bars).toHaveLength(count)
            for (const bar of bars) expect(bar > 0 && bar <= 1).toBe(true)
          }
        },
      ),
    )
  })
})

describe('chosen files', () => {
  const photo = { name: 'a.jpg', type: 'image/jpeg' }
  const video = { name: 'a.mp4', type: 'video/mp4' }
  const gif = { name: 'a.gif', type: 'image/gif' }
  const song = { name: 'a.mp3', type: 'audio/mpeg' }
  const voice = { name: 'a.ogg', type: 'audio/ogg' }
  const pdf = { name: 'a.pdf', type: 'application/pdf' }
  const drawing = { name: 'a.svg', type: 'image/svg+xml' }
  const tgs = { name: 'a.tgs', type: '' }
  const lottie = { name: 'a.json', type: 'application/json' }

  test('are by nature what apps make of them', () => {
    const all = [photo, video, gif, song, pdf, drawing, tgs]
    const kinds = ['photo', 'video', 'animation', 'audio', 'document', 'document', 'document']
    expect(all.map(naturalKind)).toEqual(kinds)
  })

  test.each([
    ['telegram', [photo, video], ['document']],
    ['telegram', [video], ['document', 'animation', 'video-note']],
    ['telegram', [song], ['document', 'voice']],
    ['telegram', [tgs], ['sticker']],
    ['telegram', [pdf], []],
    ['telegram', [lottie], []],
    ['discord', [photo, video], []],
    ['discord', [song], []],
    ['discord', [voice], ['voice']],
    ['telegram', [gif], ['document']],
    ['discord', [gif], ['sticker']],
    ['discord', [lottie], ['sticker']],
    ['discord', [tgs], []],
  ])('can on %s be sent in other ways, too', (platform, files, kinds) => {
    expect(otherKinds(platform, files)).toEqual(kinds)
  })

  test('are one message on Discord, whatever they are', () => {
    const files = [photo, pdf, song]
    expect(parcels('discord', files)).toEqual([{ kind: 'document', files }])
    expect(parcels('discord', [voice], 'voice')).toEqual([{ kind: 'voice', files: [voice] }])
  })

  test('share albums on Telegram as far as they may', () => {
    const sent = parcels('telegram', [photo, photo, video, gif, gif, photo, pdf, pdf, song])
    expect(sent.map(({ kind, files }) => [kind, files.length])).toEqual([
      ['photo', 2],
      ['video', 1],
      ['animation', 1],
      ['animation', 1],
      ['photo', 1],
      ['document', 2],
      ['audio', 1],
    ])
  })

  test('are albums of at most ten', () => {
    const sent = parcels(
      'telegram',
      Array.from({ length: 23 }, () => photo),
    )
    expect(sent.map(({ files }) => files.length)).toEqual([10, 10, 3])
  })

  test('are what the person says they are', () => {
    expect(parcels('telegram', [photo, pdf], 'document')).toEqual([
      { kind: 'document', files: [photo, pdf] },
    ])
    expect(parcels('telegram', [gif, gif], 'sticker')).toHaveLength(2)
    expect(parcels('telegram', [])).toEqual([])
    expect(parcels('discord', [])).toEqual([])
  })
})
