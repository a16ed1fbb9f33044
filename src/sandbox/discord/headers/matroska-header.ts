import type { MediaHeader } from './media-header.ts'

const ids = {
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  entry: 0xae,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
}
const containers: ReadonlySet<number> = new Set([
  ids.segment,
  ids.info,
  ids.tracks,
  ids.entry,
  ids.video,
])

/** WebM: elements in elements, each with an id, a length and a body. https://www.matroska.org/technical/elements.html */
export function readMatroska(bytes: Buffer): MediaHeader | undefined {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== 0x1a45dfa3) return undefined
  const numbers = new Map<number, number>()
  collect(bytes, numbers)
  const width = numbers.get(ids.width)
  const height = numbers.get(ids.height)
  const duration = numbers.get(ids.duration)
  const scale = numbers.get(ids.timestampScale) ?? 1_000_000
  return {
    type: width === undefined ? 'audio/webm' : 'video/webm',
    ...(width !== undefined && height !== undefined && { width, height }),
    ...(duration !== undefined && { durationS: (duration * scale) / 1e9 }),
  }
}

function collect(bytes: Buffer, numbers: Map<number, number>): void {
  let at = 0
  while (at < bytes.length) {
    const idLength = Math.clz32(bytes.readUInt8(at)) - 23
    if (idLength > 4) return
    const id = bytes.readUIntBE(at, idLength)
    at += idLength
    const sizeLength = Math.clz32(bytes.readUInt8(at)) - 23
    // Six bytes are as far as plain numbers go; a longer field is the mark of an unknown size, or small all the same.
    const size = bytes.readUIntBE(at + Math.max(0, sizeLength - 6), Math.min(6, sizeLength))
    const value = sizeLength > 6 ? size : size - 2 ** (7 * sizeLength)
    at += sizeLength
    // The pictures begin: what is asked for came before them.
    if (id === ids.cluster) return
    const body = bytes.subarray(at, at + value)
    if (containers.has(id)) collect(body, numbers)
    else if (id === ids.duration) numbers.set(id, readFloat(body))
    else if (body.length > 0 && body.length <= 6 && !numbers.has(id))
      numbers.set(id, body.readUIntBE(0, body.length))
    at += value
  }
}

function readFloat(body: Buffer): number {
  return body.length === 4 ? body.readFloatBE(0) : body.readDoubleBE(0)
}
