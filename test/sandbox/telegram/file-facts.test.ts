import { describe, expect, it } from 'vitest'

import { sampleFile, type SampleName } from '../../../src/sandbox/samples/sample-files.ts'
import { fileFacts } from '../../../src/sandbox/telegram/files/file-facts.ts'
import { mp4, png, webp } from './pictures.ts'

describe('the beginning of a file', () => {
  it.each<[SampleName, object]>([
    ['photo.jpg', { type: 'image/jpeg', width: 800, height: 600 }],
    ['video.mp4', { type: 'video/mp4', width: 480, height: 360, durationS: 3 }],
    ['animation.mp4', { type: 'video/mp4', width: 240, height: 240, durationS: 2 }],
    ['animation.gif', { type: 'image/gif', width: 120, height: 120 }],
    ['video-note.mp4', { type: 'video/mp4', width: 240, height: 240 }],
    ['voice.ogg', { type: 'audio/ogg', durationS: expect.closeTo(3, 1) }],
    ['audio.mp3', { type: 'audio/mpeg', durationS: expect.any(Number) }],
    ['sticker.webp', { type: 'image/webp', width: 512, height: 512 }],
    ['sticker.webm', { type: 'video/webm', width: 512, height: 512, durationS: 1.5 }],
    ['sticker.tgs', { type: 'application/x-tgsticker' }],
    ['document.pdf', { type: 'application/pdf' }],
  ])('tells of %s what it is', (sample, facts) => {
    expect(fileFacts(sampleFile(sample).bytes)).toMatchObject(facts)
  })

  it('tells sizes that no sample has', () => {
    expect(fileFacts(png(30, 20))).toEqual({ type: 'image/png', width: 30, height: 20 })
    expect(fileFacts(webp(30, 20))).toEqual({ type: 'image/webp', width: 30, height: 20 })
    expect(fileFacts(mp4(30, 20, 61))).toEqual({
      type: 'video/mp4',
      width: 30,
      height: 20,
      durationS: 61,
    })
  })

  it.each<SampleName>(['photo.jpg', 'video.mp4', 'voice.ogg', 'sticker.webp', 'sticker.webm'])(
    'may break off anywhere in %s',
    (sample) => {
      const { bytes } = sampleFile(sample)
      for (let length = 0; length < 300; length += 1) fileFacts(bytes.subarray(0, length))
    },
  )

  it('may be anything', () => {
    expect(fileFacts(Buffer.from('just some words'))).toEqual({})
  })
})
