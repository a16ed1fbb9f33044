import { canary } from './canary.ts'

interface Entry {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly data: Buffer
}

const ascii = (tag: number, text: string): Entry => {
  const data = Buffer.from(`${text}\0`)
  return { tag, type: 2, count: data.length, data }
}
const short = (tag: number, value: number): Entry => {
  const data = Buffer.alloc(2)
  data.writeUInt16LE(value)
  return { tag, type: 3, count: 1, data }
}
const long = (tag: number, value: number): Entry => {
  const data = Buffer.alloc(4)
  data.writeUInt32LE(value)
  return { tag, type: 4, count: 1, data }
}
const bytes = (tag: number, type: number, data: Buffer): Entry => ({
  tag,
  type,
  count: data.length,
  data,
})
const rationals = (tag: number, values: readonly (readonly [number, number])[]): Entry => {
  const data = Buffer.alloc(values.length * 8)
  for (const [index, [over, under]] of values.entries()) {
    data.writeUInt32LE(over, index * 8)
    data.writeUInt32LE(under, index * 8 + 4)
  }
  return { tag, type: 5, count: values.length, data }
}

/** A directory of TIFF at `start`, and what its entries point at behind it. */
function directory(start: number, entries: readonly Entry[], next: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4)
  head.writeUInt16LE(entries.length)
  const tails: Buffer[] = []
  let tailAt = start + head.length
  for (const [index, { tag, type, count, data }] of entries.entries()) {
    const at = 2 + index * 12
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(type, at + 2)
    head.writeUInt32LE(count, at + 4)
    if (data.length <= 4) data.copy(head, at + 8)
    else {
      head.writeUInt32LE(tailAt, at + 8)
      tails.push(data)
      tailAt += data.length
    }
  }
  head.writeUInt32LE(next, head.length - 4)
  return Buffer.concat([head, ...tails])
}

const latitude = [
  [52, 1],
  [31, 1],
  [1207, 100],
] as const

/** How the place is written: not as letters, so it is looked for by itself. */
export const gpsNeedle = rationals(2, latitude).data

const utf16 = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le')

/** What a camera and its owner write: names, place, a maker's note, words in UTF-16, and a small picture with words of its own. */
export function exifBlock(orientation: number, thumbnail: Buffer): Buffer {
  const startOfFirst = 8
  const own = (exifAt: number, gpsAt: number): readonly Entry[] => [
    ascii(0x010e, canary),
    ascii(0x010f, `${canary} maker`),
    short(0x0112, orientation),
    ascii(0x013b, canary),
    ascii(0x8298, canary),
    long(0x8769, exifAt),
    long(0x8825, gpsAt),
    bytes(0x9c9d, 1, utf16(canary)),
  ]
  const exif: readonly Entry[] = [
    ascii(0x9003, '2024:01:02 03:04:05'),
    bytes(0x927c, 7, Buffer.from(`Maker\0${canary}`)),
    bytes(0x9286, 7, Buffer.concat([Buffer.from('UNICODE\0'), utf16(canary)])),
    ascii(0xa431, `${canary} serial`),
  ]
  const gps: readonly Entry[] = [
    ascii(1, 'N'),
    rationals(2, latitude),
    ascii(3, 'E'),
    rationals(4, latitude),
  ]
  const sizeOfFirst = directory(startOfFirst, own(0, 0), 0).length
  const exifAt = startOfFirst + sizeOfFirst
  const gpsAt = exifAt + directory(exifAt, exif, 0).length
  const secondAt = gpsAt + directory(gpsAt, gps, 0).length
  const second = (thumbnailAt: number): Buffer =>
    directory(secondAt, [long(0x0201, thumbnailAt), long(0x0202, thumbnail.length)], 0)
  const thumbnailAt = secondAt + second(0).length
  return Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    directory(startOfFirst, own(exifAt, gpsAt), secondAt),
    directory(exifAt, exif, 0),
    directory(gpsAt, gps, 0),
    second(thumbnailAt),
    thumbnail,
  ])
}

export const xmpPacket = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${canary}" dc:title="${canary}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
