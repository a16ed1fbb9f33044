import { describe, expect, test } from 'vitest'
import { readMediaHeader } from '../../../src/sandbox/discord/headers/media-header.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import type { SampleName } from '../../../src/sandbox/samples/sample-files.ts'

describe('the first bytes tell', () => {
  test.each([
    ['photo.jpg', { type: 'image/jpeg', width: 800, height: 600 }],
    ['animation.gif', { type: 'image/gif', width: 120, height: 120, isAnimated: true }],
    ['sticker.png', { type: 'image/apng', width: 160, height: 160, isAnimated: true }],
    ['sticker.webp', { type: 'image/webp', width: 512, height: 512, isAnimated: false }],
    ['video.mp4', { type: 'video/mp4', width: 480, height: 360, durationS: 3 }],
    ['sticker.webm', { type: 'video/webm', width: 512, height: 512, durationS: 1.5 }],
    ['voice.ogg', { type: 'audio/ogg', durationS: 3 }],
    ['audio.mp3', { type: 'audio/mpeg', durationS: expect.closeTo(4.05, 2) }],
    ['document.pdf', undefined],
    ['sticker.json', undefined],
  ] as const)('what %s is', (sample, header) => {
    expect(readMediaHeader(sampleFile(sample).bytes)).toEqual(header)
  })
})

test('a GIF with one picture stands still', () => {
  const { bytes } = sampleFile('animation.gif')
  // Its second picture begins where the second graphic control extension is.
  const second = Buffer.from(bytes).indexOf('21f904', 1000, 'hex')
  const still = Buffer.concat([bytes.subarray(0, second), Buffer.from([0x3b])])
  expect(readMediaHeader(still)).toMatchObject({ type: 'image/gif', isAnimated: false })
})

test.each<SampleName>([
  'photo.jpg',
  'animation.gif',
  'sticker.png',
  'sticker.webp',
  'video.mp4',
  'sticker.webm',
  'voice.ogg',
  'audio.mp3',
])('%s may end anywhere, or go on with nonsense', (sample) => {
  const { bytes } = sampleFile(sample)
  for (let length = 0; length < 400; length += 1) {
    expect(() => readMediaHeader(bytes.subarray(0, length))).not.toThrow()
    for (const byte of [0, 0x55, 0xff]) {
      const spoilt = Buffer.concat([bytes.subarray(0, length), Buffer.alloc(64, byte)])
      expect(() => readMediaHeader(spoilt)).not.toThrow()
    }
  }
})
