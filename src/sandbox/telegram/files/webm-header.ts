// Size and duration from the elements of a WebM: https://www.rfc-editor.org/rfc/rfc9559#section-5.1

import type { FileFacts } from './file-facts.ts'

const containers = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0xe0])
const timestampScale = 0x2ad7b1
const duration = 0x4489
const pixelWidth = 0xb0
const pixelHeight = 0xba
/** Where the frames begin nothing more is told. */
const cluster = 0x1f43b675

export function webmFacts(bytes: Buffer): FileFacts {
  const found = new Map<number, number>()
  collect(bytes, 0, bytes.length, found)
  const width = found.get(pixelWidth)
  const height = found.get(pixelHeight)
  const ticks = found.get(duration)
  const nanosecondsPerTick = found.get(timestampScale) ?? 1_000_000
  return {
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(ticks !== undefined && { durationS: (ticks * nanosecondsPerTick) / 1e9 }),
  }
}

function collect(bytes: Buffer, from: number, to: number, found: Map<number, number>): void {
  let at = from
  while (at < to) {
    const idLength = Math.clz32(bytes.readUInt8(at)) - 23
    const id = bytes.readUIntBE(at, idLength)
    if (id === cluster) return
    const sizeAt = at + idLength
    const sizeLength = Math.clz32(bytes.readUInt8(sizeAt)) - 23
    const start = sizeAt + sizeLength
    // Of an unknown length, all bits set, are only the outermost: they go on to the end.
    const size = Number(BigInt.asUintN(7 * sizeLength, readBig(bytes, sizeAt, sizeLength)))
    const end = Math.min(to, start + size)
    if (containers.has(id)) collect(bytes, start, end, found)
    else if (id === duration) {
      found.set(id, size === 8 ? bytes.readDoubleBE(start) : bytes.readFloatBE(start))
    } else if (id === timestampScale || id === pixelWidth || id === pixelHeight) {
      found.set(id, bytes.readUIntBE(start, size))
    }
    at = end
  }
}

function readBig(bytes: Buffer, at: number, length: number): bigint {
  return BigInt(`0x${bytes.toString('hex', at, at + length)}`)
}
