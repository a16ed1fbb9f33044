// What reaches a stranger of a file: nothing of who made it, and all that it shows.

import { gunzipSync } from 'node:zlib'
import { BufferSource, EncodedPacketSink, Input, ALL_FORMATS } from 'mediabunny'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { platforms } from '../../src/core/platform.ts'
import { countCanaries } from './corpus/canary.ts'
import { makeCorpus } from './corpus/corpus.ts'
import { cornersOf } from './corpus/drawings.ts'
import { createMediaScene } from './scene.ts'

const corpus = await makeCorpus()
const scene = createMediaScene()
afterAll(() => scene[Symbol.asyncDispose]())

/** What is packed shows its words only when it is not. */
const unpacked = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes

async function picturesIn(bytes: Uint8Array): Promise<number> {
  const { pages } = await sharp(bytes, { animated: true }).metadata()
  return pages ?? 1
}

async function filmOf(bytes: Uint8Array) {
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const video = await input.getPrimaryVideoTrack()
  if (!video) throw new Error('no film')
  let frames = 0
  for await (const _ of new EncodedPacketSink(video).packets()) frames++
  return { frames, rotation: await video.getRotation() }
}

it('has at least fifty files', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(50)
})

describe.each(corpus)('$name', ({ bytes, form, needles = [], frames, corners, rotation }) => {
  it('names its sender before', () => {
    expect(countCanaries(bytes, needles)).toBeGreaterThan(0)
  })

  it.each(platforms)(
    'says nothing of its sender on %s, as itself or as a document',
    async (platform) => {
      for (const wanted of [form, 'document'] as const) {
        // Discord's stickers without packing are words to everybody else.
        if (wanted === 'document' && bytes[0] === 0x7b) continue
        const file = await scene.prepare(Uint8Array.from(bytes), wanted, platform)
        expect(countCanaries(unpacked(file.bytes), needles), `${wanted} as ${file.name}`).toBe(0)
        expect(file.name).toMatch(/^[a-z-]+-1\.[a-z0-9]+$/)
        if (corners && file.type.startsWith('image/'))
          expect(await cornersOf(file.bytes), file.name).toEqual(corners)
        if (frames !== undefined && file.type.startsWith('image/'))
          expect(await picturesIn(file.bytes), file.name).toBeGreaterThanOrEqual(
            Math.min(frames, 5),
          )
        if (frames !== undefined && file.type.startsWith('video/'))
          expect(await filmOf(file.bytes), file.name).toEqual({ frames, rotation: rotation ?? 0 })
      }
    },
  )
})
