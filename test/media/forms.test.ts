// What becomes of which file on which platform.

import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { sampleFile } from '../../src/sandbox/samples/sample-files.ts'
import type { SampleName } from '../../src/sandbox/samples/sample-files.ts'
import { MediaRefused } from '../../src/media/media.ts'
import { must } from '../../src/lib/must.ts'
import { canary } from './corpus/canary.ts'
import { drawing, movingDrawing } from './corpus/drawings.ts'
import { seed } from './corpus/films.ts'
import { lottie } from './corpus/lotties.ts'
import { createMediaScene, outgoing } from './scene.ts'

const scene = createMediaScene()
afterAll(() => scene[Symbol.asyncDispose]())
const { signal } = new AbortController()

const sample = (name: SampleName): Uint8Array => Uint8Array.from(sampleFile(name).bytes)

async function shape(bytes: Uint8Array) {
  const { width, pageHeight, height, pages } = await sharp(bytes, { animated: true }).metadata()
  return { width, height: pageHeight ?? height, pages: pages ?? 1 }
}

describe('photos', () => {
  it('are JPEG of the size that they were, under a name that says nothing', async () => {
    const file = await scene.prepare(sample('photo.jpg'), 'photo', 'telegram')
    expect(file).toMatchObject({
      form: 'photo',
      name: 'photo-1.jpg',
      type: 'image/jpeg',
      width: 800,
      height: 600,
    })
  })

  it('stay PNG only where something shines through and the platform shows it', async () => {
    const clear = await drawing(128).png().toBuffer()
    const opaque = await drawing().ensureAlpha().png().toBuffer()
    expect((await scene.prepare(clear, 'photo', 'discord')).type).toBe('image/png')
    expect((await scene.prepare(clear, 'photo', 'telegram')).type).toBe('image/jpeg')
    expect((await scene.prepare(opaque, 'photo', 'discord')).type).toBe('image/jpeg')
  })

  it('are made smaller where they are larger than photos may be', async () => {
    const large = await sharp({
      create: { width: 7000, height: 4000, channels: 3, background: 'red' },
    })
      .jpeg()
      .toBuffer()
    const { width = 0, height = 0, form } = await scene.prepare(large, 'photo', 'telegram')
    expect(form).toBe('photo')
    expect(width + height).toBeLessThanOrEqual(10_000)
    expect(width / height).toBeCloseTo(7 / 4, 2)
  })

  it('become documents where they are too long', async () => {
    const long = await sharp({
      create: { width: 2100, height: 100, channels: 3, background: 'red' },
    })
      .jpeg()
      .toBuffer()
    expect(await scene.prepare(long, 'photo', 'telegram')).toMatchObject({
      form: 'document',
      name: 'document-1.jpg',
    })
  })

  it('move where they moved', async () => {
    const moving = await movingDrawing(4)
      .webp({ delay: [100, 100, 100, 100] })
      .toBuffer()
    const file = await scene.prepare(moving, 'photo', 'telegram')
    expect(file).toMatchObject({ form: 'animation', type: 'image/gif', durationMs: 400 })
    expect((await shape(file.bytes)).pages).toBe(4)
  })
})

describe('films', () => {
  it('keep their size and their length', async () => {
    expect(await scene.prepare(sample('video.mp4'), 'video', 'telegram')).toMatchObject({
      form: 'video',
      name: 'video-1.mp4',
      width: 480,
      height: 360,
      durationMs: 3000,
    })
  })

  it('of WebM are documents where only MP4 plays', async () => {
    const webm = seed('vp9-vorbis.webm')
    expect(await scene.prepare(webm, 'video', 'telegram')).toMatchObject({
      form: 'document',
      name: 'document-1.webm',
    })
    expect(await scene.prepare(webm, 'video', 'discord')).toMatchObject({
      form: 'video',
      type: 'video/webm',
    })
  })

  it('of QuickTime become MP4', async () => {
    expect((await scene.prepare(seed('timecode.mov'), 'document', 'telegram')).type).toBe(
      'video/mp4',
    )
  })

  it('that are round are videos where nothing is round', async () => {
    expect((await scene.prepare(sample('video-note.mp4'), 'video-note', 'telegram')).form).toBe(
      'video-note',
    )
    expect((await scene.prepare(sample('video-note.mp4'), 'video-note', 'discord')).form).toBe(
      'video',
    )
  })
})

describe('sounds', () => {
  it('of voice have a length, and on Discord a waveform', async () => {
    const heard = await scene.prepare(sample('voice.ogg'), 'voice', 'discord')
    expect(heard).toMatchObject({ form: 'voice', name: 'voice-1.ogg', durationMs: 3000 })
    expect(heard.waveform).toHaveLength(30)
    expect(Math.max(...(heard.waveform ?? []))).toBe(255)
    expect((await scene.prepare(sample('voice.ogg'), 'voice', 'telegram')).waveform).toBeUndefined()
  })

  it('are no voice unless they are Opus', async () => {
    expect((await scene.prepare(seed('vorbis.ogg'), 'voice', 'discord')).form).toBe('audio')
    expect((await scene.prepare(seed('tone.mp3'), 'voice', 'telegram')).form).toBe('audio')
  })

  it('that the platform does not play are documents', async () => {
    expect(await scene.prepare(seed('tone.flac'), 'audio', 'telegram')).toMatchObject({
      form: 'document',
      name: 'document-1.flac',
    })
    expect((await scene.prepare(seed('tone.flac'), 'audio', 'discord')).form).toBe('audio')
  })
})

describe('stickers', () => {
  it('that are still fill the square of Telegram, and are small on Discord', async () => {
    const small = await drawing().webp().toBuffer()
    expect(await scene.prepare(small, 'sticker', 'telegram')).toMatchObject({
      form: 'sticker',
      type: 'image/webp',
      width: 512,
      height: 384,
    })
    expect(await scene.prepare(small, 'sticker', 'discord')).toMatchObject({
      form: 'sticker',
      width: 64,
      height: 48,
    })
  })

  it('of Telegram stay what they are there, rebuilt', async () => {
    const file = await scene.prepare(gzipSync(lottie(512)), 'sticker', 'telegram')
    expect(file).toMatchObject({
      form: 'sticker',
      name: 'sticker-1.tgs',
      width: 512,
      durationMs: 1000,
    })
    // No name, no time: https://www.rfc-editor.org/rfc/rfc1952#section-2.3
    expect([...file.bytes.subarray(3, 8)]).toEqual([0, 0, 0, 0, 0])
    const json = gunzipSync(file.bytes).toString()
    expect(json).not.toContain(canary)
    expect(json).not.toMatch(/"(?:nm|mn|meta|ln|cl|markers|secret|fonts|x)":"/)
  })

  it('of Lottie look the same after they are rebuilt', async () => {
    const named = await scene.prepare(gzipSync(lottie(512)), 'sticker', 'discord')
    const nameless = await scene.prepare(gzipSync(lottie(512, 'a')), 'sticker', 'discord')
    expect(Buffer.from(named.bytes).equals(nameless.bytes)).toBe(true)
  })

  it.each(['sticker.tgs', 'sticker.json', 'sticker.webm', 'sticker.png'] as const)(
    'of %s really move on Discord',
    async (name) => {
      const file = await scene.prepare(sample(name), 'sticker', 'discord')
      expect(file).toMatchObject({ form: 'sticker', type: 'image/gif' })
      const { pages, width } = await shape(file.bytes)
      expect(pages).toBeGreaterThan(5)
      expect(width).toBeLessThanOrEqual(320)
      const frames = await Promise.all(
        [0, Math.floor(pages / 2)].map((page) => sharp(file.bytes, { page }).raw().toBuffer()),
      )
      expect(frames[0]?.equals(must(frames[1], 'there are two'))).toBe(false)
    },
  )

  it('of Discord that move are animations on Telegram', async () => {
    expect(await scene.prepare(sample('sticker.json'), 'sticker', 'telegram')).toMatchObject({
      form: 'animation',
      type: 'image/gif',
    })
    expect(await scene.prepare(sample('sticker.webm'), 'sticker', 'telegram')).toMatchObject({
      form: 'sticker',
      type: 'video/webm',
    })
  })

  it('that nobody can draw are shown as their platform shows them small, with their emoji', async () => {
    scene.serve('broken', Buffer.from('{"layers": 1}'))
    scene.serve('small', await drawing().webp().toBuffer())
    const sticker = outgoing('broken', 'sticker', 'discord', { emoji: '🐟' })
    const thumbnail = { ...sticker.media.file, ref: outgoing('small', 'sticker').media.file.ref }
    using prepared = await scene.works.prepare(
      [{ ...sticker, media: { ...sticker.media, thumbnail } }],
      signal,
    )
    expect(prepared.files[0]).toMatchObject({
      form: 'sticker',
      type: 'image/webp',
      standIn: '🐟',
      width: 64,
    })
  })

  it('that nobody can draw and that have no small picture are refused', async () => {
    expect(await scene.refusal(Buffer.from('{"layers": 1}'), 'sticker')).toBe('cannot-be-cleaned')
  })

  it('with pictures in them are not drawn', async () => {
    const json = JSON.parse(lottie(512)) as Record<string, unknown>
    const bytes = gzipSync(
      JSON.stringify({ ...json, assets: [{ id: 'a', p: 'data:image/png;base64,AAAA', e: 1 }] }),
    )
    expect(await scene.refusal(bytes, 'sticker')).toBe('cannot-be-cleaned')
  })

  it('are drawn once', async () => {
    scene.serve('again', sample('sticker.tgs'))
    const before = scene.opened.length
    const file = outgoing('again', 'sticker', 'discord')
    using first = await scene.works.prepare([file], signal)
    using second = await scene.works.prepare([{ ...file, number: 2 }], signal)
    expect(scene.opened.length).toBe(before + 1)
    expect(second.files[0]?.name).toBe('sticker-2.gif')
    expect(second.files[0]?.bytes).toEqual(first.files[0]?.bytes)
  })
})

describe('documents', () => {
  it('of words stay as they are', async () => {
    const words = Buffer.from('\ufeffGrüße\r\n\tan alle\f')
    const file = await scene.prepare(words, 'document', 'telegram')
    expect(file).toMatchObject({ form: 'document', name: 'document-1.txt', type: 'text/plain' })
    expect(Buffer.from(file.bytes).equals(words)).toBe(true)
  })

  it('of offices pass as they are', async () => {
    const file = await scene.prepare(sample('document.pdf'), 'document', 'discord')
    expect(file).toMatchObject({ name: 'document-1.pdf', type: 'application/pdf' })
  })

  it.each([
    ['a ZIP archive', Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1')],
    ['a program', readFileSync(process.execPath).subarray(0, 100_000)],
    ['half of a letter', Buffer.from([0x61, 0xc3])],
    ['a zero among words', Buffer.from('words\0words')],
    ['a contact card', Buffer.from('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Somebody\r\nEND:VCARD\r\n')],
    ['anything in gzip', gzipSync('words')],
  ])('of %s are refused', async (_, bytes) => {
    expect(await scene.refusal(Uint8Array.from(bytes), 'document')).toBe('cannot-be-cleaned')
  })

  it.each([
    ['a drawing in SVG', '<?xml version="1.0"?><svg docname="/home/ada/me.svg"></svg>'],
    ['SVG without a heading', '\ufeff <svg><metadata>Ada</metadata></svg>'],
    ['an office paper in XML', '<?xml version="1.0"?><office:document><dc:creator>Ada'],
    ['a web page', '\n<!DOCTYPE html><meta name="author" content="Ada">'],
    ['RTF behind an empty line', '\n{\\rtf1{\\info{\\author Ada}}}'],
    ['PDF behind a line', 'hello\n%PDF-1.4\n<</Author (Ada)>>'],
  ])('of %s go only after their sender was asked', async (name, words) => {
    scene.serve(name, Buffer.from(words))
    for (const type of ['text/plain', 'image/svg+xml']) {
      const asked = outgoing(name, 'document', 'telegram')
      const file = { ...asked, media: { ...asked.media, file: { ...asked.media.file, type } } }
      const silent = scene.works.prepare([{ ...file, mayNameSender: false }], signal)
      await expect(silent).rejects.toMatchObject({ reason: { why: 'cannot-be-cleaned' } })
      using ready = await scene.works.prepare([file], signal)
      expect(ready.files[0]?.name).toBe('document-1.txt')
    }
  })

  it('are judged by what they are, not by what is said of them', async () => {
    const file = outgoing('lie', 'document', 'telegram')
    scene.serve('lie', Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'))
    const source = { ...file.media.file, type: 'application/pdf' }
    const asked = scene.works.prepare([{ ...file, media: { ...file.media, file: source } }], signal)
    await expect(asked).rejects.toThrow(MediaRefused)
  })
})
