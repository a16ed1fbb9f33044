// A tag as a picture: a byte a row, a bit a square, large enough to outlive any making anew.

import sharp from 'sharp'
import { packTag, type FileTag, tagBytes, unpackTag } from './file-tag.ts'

const bits = 8
const squarePx = 8
const [width, height] = [bits * squarePx, tagBytes * squarePx]

export async function drawTag(tag: FileTag): Promise<Uint8Array> {
  const rows = [...packTag(tag)]
  const pixels = Buffer.alloc(width * height)
  for (let y = 0; y < height; y += 1) {
    const byte = rows[Math.floor(y / squarePx)] ?? 0
    for (let x = 0; x < width; x += 1) {
      const isSet = (byte >> Math.floor(x / squarePx)) & 1
      pixels[y * width + x] = isSet === 1 ? 255 : 0
    }
  }
  const picture = sharp(pixels, { raw: { width, height, channels: 1 } })
  return new Uint8Array(await picture.jpeg({ quality: 90 }).toBuffer())
}

export async function seeTag(bytes: Uint8Array): Promise<FileTag | undefined> {
  const squares = await sharp(bytes)
    .resize(bits, tagBytes, { fit: 'fill', kernel: 'nearest' })
    .removeAlpha()
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  const rows = Array.from({ length: tagBytes }, (_, row) =>
    squares
      .subarray(row * bits, (row + 1) * bits)
      .reduce((byte, brightness, bit) => byte | (brightness > 127 ? 1 << bit : 0), 0),
  )
  return unpackTag(Uint8Array.from(rows))
}
