import type { MediaHeader } from './media-header.ts'

const pngMagic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function readImage(bytes: Buffer): MediaHeader | undefined {
  if (bytes.subarray(0, 8).equals(pngMagic)) return readPng(bytes)
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return readJpeg(bytes)
  if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return readGif(bytes)
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return readWebp(bytes)
  return undefined
}

/** Animated ones say so before their first picture: https://www.w3.org/TR/png-3/#acTL-chunk */
function readPng(bytes: Buffer): MediaHeader {
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (name === 'acTL') return { type: 'image/apng', ...size, isAnimated: true }
    if (name === 'IDAT') break
  }
  return { type: 'image/png', ...size }
}

/** The frame header (SOF) has the size; C4, C8 and CC look like one and are not. https://www.w3.org/Graphics/JPEG/itu-t81.pdf */
function readJpeg(bytes: Buffer): MediaHeader | undefined {
  for (let at = 2; ; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes.readUInt8(at) !== 0xff) return undefined
    const marker = bytes.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (!isFrame) continue
    return {
      type: 'image/jpeg',
      width: bytes.readUInt16BE(at + 7),
      height: bytes.readUInt16BE(at + 5),
    }
  }
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function readGif(bytes: Buffer): MediaHeader {
  const size = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  return { type: 'image/gif', ...size, isAnimated: countGifPictures(bytes) > 1 }
}

/** Counts no further than two. A file that ends early has what it has shown so far. */
function countGifPictures(bytes: Buffer): number {
  let at = 13 + colourTable(bytes.readUInt8(10))
  let pictures = 0
  while (pictures < 2 && at + 10 < bytes.length) {
    const block = bytes.readUInt8(at)
    if (block === 0x21) {
      at = skipGifBlocks(bytes, at + 2)
    } else if (block === 0x2c) {
      pictures += 1
      at = skipGifBlocks(bytes, at + 11 + colourTable(bytes.readUInt8(at + 9)))
    } else {
      break
    }
  }
  return pictures
}

function colourTable(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0
}

function skipGifBlocks(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes.readUInt8(at)
  return at + 1
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function readWebp(bytes: Buffer): MediaHeader | undefined {
  const type = 'image/webp'
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X': {
      const size = { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
      return { type, ...size, isAnimated: (bytes.readUInt8(20) & 2) !== 0 }
    }
    case 'VP8 ':
      return {
        type,
        width: bytes.readUInt16LE(26) & 0x3fff,
        height: bytes.readUInt16LE(28) & 0x3fff,
      }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    default:
      return undefined
  }
}
