import sharp from 'sharp'
import { canary } from './canary.ts'
import type { CorpusFile } from './corpus-file.ts'
import { drawing } from './drawings.ts'
import { exifBlock, gpsNeedle, xmpPacket } from './exif.ts'

const segment = (marker: number, ...parts: readonly (Buffer | string)[]): Buffer => {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** After the start of the image. */
const withSegments = (jpeg: Buffer, ...segments: readonly Buffer[]): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])

const exifSegment = (block: Buffer): Buffer => segment(0xe1, 'Exif\0\0', block)

/** https://www.adobe.com/devnet-apps/photoshop/fileformatashtml: a resource of IPTC records. */
function iptcSegment(): Buffer {
  const text = Buffer.from(canary)
  const record = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, text.length]), text])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(record.length)
  const pad = Buffer.alloc(record.length % 2)
  return segment(0xed, 'Photoshop 3.0\0', '8BIM', Buffer.from([4, 4, 0, 0]), size, record, pad)
}

/** The corners as seen for each orientation: https://exiftool.org/TagNames/EXIF.html, 0x0112. */
const seen: readonly (readonly string[])[] = [
  ['red', 'green', 'blue', 'white'],
  ['green', 'red', 'white', 'blue'],
  ['white', 'blue', 'green', 'red'],
  ['blue', 'white', 'red', 'green'],
  ['red', 'blue', 'green', 'white'],
  ['blue', 'red', 'white', 'green'],
  ['white', 'green', 'blue', 'red'],
  ['green', 'white', 'red', 'blue'],
]

export async function jpegs(): Promise<readonly CorpusFile[]> {
  const plain = await drawing().jpeg({ quality: 95 }).toBuffer()
  const thumbnail = withSegments(
    await sharp(plain).resize(16).jpeg().toBuffer(),
    segment(0xfe, canary),
  )
  const exif = exifSegment(exifBlock(1, thumbnail))
  const xmp = segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmpPacket)
  const icc = segment(0xe2, 'ICC_PROFILE\0', Buffer.from([1, 1]), canary.repeat(12))
  const comment = segment(0xfe, canary)
  const unknown = segment(0xea, canary)
  const trailing = Buffer.from(`${canary} trails`)
  const zip = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    Buffer.alloc(26),
    trailing,
    Buffer.from('PK\x05\x06'),
    Buffer.alloc(18),
  ])
  const file = (name: string, bytes: Buffer): CorpusFile => ({ name, bytes, form: 'photo' })
  return [
    { ...file('exif.jpg', withSegments(plain, exif)), needles: [gpsNeedle] },
    file('xmp.jpg', withSegments(plain, xmp)),
    file('iptc.jpg', withSegments(plain, iptcSegment())),
    file('icc.jpg', withSegments(plain, icc)),
    file('comment.jpg', withSegments(plain, comment)),
    file('unknown-segment.jpg', withSegments(plain, unknown)),
    file('trailing.jpg', Buffer.concat([plain, trailing])),
    file('zip-polyglot.jpg', Buffer.concat([plain, zip])),
    file('second-picture.jpg', Buffer.concat([plain, withSegments(plain, comment)])),
    file(
      'progressive.jpg',
      withSegments(await drawing().jpeg({ progressive: true }).toBuffer(), comment),
    ),
    file(
      'everything.jpg',
      Buffer.concat([withSegments(plain, exif, xmp, iptcSegment(), comment), zip]),
    ),
    ...seen.map((corners, index) => ({
      ...file(
        `orientation-${index + 1}.jpg`,
        withSegments(plain, exifSegment(exifBlock(index + 1, thumbnail))),
      ),
      corners,
    })),
  ]
}
