// Small files that claim, or unpack to, far more than anybody can hold.

import { crc32, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import type { MediaKind } from '../../../src/core/media.ts'
import { box, seed } from './films.ts'
import { pngChunk } from './pictures.ts'

/** Where a lie does no harm, the file may as well become ready without it. */
export interface Bomb {
  readonly name: string
  readonly form: MediaKind
  readonly bytes: Buffer
  readonly why: readonly string[]
}

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex')

const word = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}

/** Black, one bit a pixel. */
function blackPng(width: number, height: number, ...chunks: readonly Buffer[]): Buffer {
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)))
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', word(width, height), Buffer.from([1, 0, 0, 0, 0])),
    ...chunks,
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND'),
  ])
}

/** Colours of two bytes and opacity, interlaced, so that none of it is done before all of it is there; the pixels themselves are missing. */
function deepPng(width: number, height: number): Buffer {
  return Buffer.concat([
    pngSignature,
    pngChunk('IHDR', word(width, height), Buffer.from([16, 6, 0, 0, 1])),
    pngChunk('IDAT', deflateSync(Buffer.alloc(4096))),
    pngChunk('IEND'),
  ])
}

function manyFramesGif(frames: number, width: number, height: number): Buffer {
  const screen = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  screen.writeUInt16LE(width, 6)
  screen.writeUInt16LE(height, 8)
  const frame = Buffer.from('21f904000a0000002c00000000010001000002024401' + '00', 'hex')
  return Buffer.concat([screen, ...Array<Buffer>(frames).fill(frame), Buffer.from([0x3b])])
}

function manyFramesPng(frames: number): Buffer {
  const pixel = deflateSync(Buffer.from([0, 0]))
  const chunks: Buffer[] = []
  for (let index = 0, order = 0; index < frames; index++) {
    const at = Buffer.concat([word(1, 1, 0, 0), Buffer.from([0, 1, 0, 10, 0, 0])])
    chunks.push(pngChunk('fcTL', word(order++), at))
    chunks.push(index === 0 ? pngChunk('IDAT', pixel) : pngChunk('fdAT', word(order++), pixel))
  }
  const header = pngChunk('IHDR', word(1, 1), Buffer.from([8, 0, 0, 0, 0]))
  const control = pngChunk('acTL', word(frames, 0))
  return Buffer.concat([pngSignature, header, control, ...chunks, pngChunk('IEND')])
}

/** The header of a JPEG that claims a size, and nothing of its pixels. */
function hugeJpeg(jpeg: Buffer): Buffer {
  const copy = Buffer.from(jpeg)
  const frameAt = copy.indexOf(Buffer.from([0xff, 0xc0]))
  copy.writeUInt16BE(65_500, frameAt + 5)
  copy.writeUInt16BE(65_500, frameAt + 7)
  return copy
}

const fileType = box('ftyp', 'isom', word(512), 'isommp42')

/** The last table of this name claims so many entries. */
function withCount(film: Buffer, table: string, offset: number): Buffer {
  const copy = Buffer.from(film)
  word(0xffffffff).copy(copy, copy.lastIndexOf(table) + 4 + offset)
  return copy
}

/** An office file as far as its first entry, which unpacks to 64 MB. */
function officeBomb(): Buffer {
  const name = Buffer.from('[Content_Types].xml')
  const content = Buffer.alloc(64 * 1024 * 1024, ' ')
  const packed = deflateRawSync(content, { level: 9 })
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(crc32(content), 14)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name, packed])
}

export function bombs(jpeg: Buffer): readonly Bomb[] {
  const blank = Buffer.alloc(64 * 1024 * 1024, ' ')
  const mov = seed('timecode.mov')
  const broken = ['unreadable', 'cannot-be-cleaned']
  return [
    {
      name: 'gzip of 1000 to 1',
      form: 'sticker',
      bytes: gzipSync(blank, { level: 9 }),
      why: ['too-complex'],
    },
    {
      name: 'gzip of 1000 to 1, as a document',
      form: 'document',
      bytes: gzipSync(blank, { level: 9 }),
      why: ['too-complex'],
    },
    {
      name: 'office file of 1000 to 1',
      form: 'document',
      bytes: officeBomb(),
      why: ['cannot-be-cleaned'],
    },
    {
      name: 'PNG of 16,384 by 16,384',
      form: 'photo',
      bytes: blackPng(16_384, 16_384),
      why: ['too-complex'],
    },
    {
      name: 'PNG of 7000 by 7000 that unpacks to 400 MB',
      form: 'photo',
      bytes: deepPng(7000, 7000),
      why: ['too-complex'],
    },
    {
      name: 'PNG whose colour profile unpacks to 64 MB',
      form: 'photo',
      bytes: blackPng(8, 8, pngChunk('iCCP', 'p\0\0', deflateSync(blank, { level: 9 }))),
      why: ['unreadable', 'ready as image/jpeg'],
    },
    {
      name: 'PNG of 2^31 by 2^31',
      form: 'photo',
      bytes: pngLie(),
      why: ['unreadable', 'too-complex'],
    },
    {
      name: 'JPEG of 65,500 by 65,500',
      form: 'photo',
      bytes: hugeJpeg(jpeg),
      why: ['too-complex'],
    },
    {
      name: 'GIF of 10,000 frames',
      form: 'animation',
      bytes: manyFramesGif(10_000, 100, 100),
      why: ['too-complex'],
    },
    {
      name: 'GIF of 60,000 by 60,000',
      form: 'animation',
      bytes: manyFramesGif(2, 60_000, 60_000),
      why: ['too-complex', 'unreadable', 'ready as image/gif'],
    },
    {
      name: 'moving PNG of 10,000 frames',
      form: 'sticker',
      bytes: manyFramesPng(10_000),
      why: ['too-complex'],
    },
    {
      name: 'MP4 with a box of 2^64 bytes',
      form: 'video',
      bytes: Buffer.concat([
        fileType,
        word(1),
        Buffer.from('moov'),
        word(0xffffffff, 0xffffffff),
        Buffer.alloc(64),
      ]),
      why: broken,
    },
    {
      name: 'MP4 with a box of no bytes',
      form: 'video',
      bytes: Buffer.concat([fileType, box('moov', word(0), 'trak', word(0), 'trak')]),
      why: broken,
    },
    {
      name: 'film of 2^32 sizes',
      form: 'video',
      bytes: withCount(mov, 'stsz', 8),
      why: [...broken, 'ready as video/mp4'],
    },
    {
      name: 'film of 2^32 times',
      form: 'video',
      bytes: withCount(mov, 'stts', 4),
      why: [...broken, 'ready as video/mp4'],
    },
    {
      name: 'film whose frame is repeated 2^32 times',
      form: 'video',
      bytes: withCount(mov, 'stts', 8),
      why: [...broken, 'too-complex', 'ready as video/mp4'],
    },
    {
      name: 'WebM with an element of 2^56 bytes',
      form: 'video',
      bytes: Buffer.from('1a45dfa3' + '01fffffffffffffe' + '00'.repeat(64), 'hex'),
      why: broken,
    },
    {
      name: 'animation of 100,000 brackets',
      form: 'sticker',
      bytes: Buffer.from('['.repeat(100_000)),
      why: ['cannot-be-cleaned'],
    },
    {
      name: 'animation of 10^9 frames',
      form: 'sticker',
      bytes: Buffer.from('{"v":"5","fr":60,"ip":0,"op":1000000000,"w":512,"h":512,"layers":[]}'),
      why: ['cannot-be-cleaned'],
    },
  ]
}

const pngLie = (): Buffer =>
  Buffer.concat([
    pngSignature,
    pngChunk('IHDR', word(0x7fffffff, 0x7fffffff), Buffer.from([8, 6, 0, 0, 0])),
    pngChunk('IDAT', deflateSync(Buffer.alloc(64))),
    pngChunk('IEND'),
  ])
