import { crc32 } from 'node:zlib'
import { sharp } from './single-sharp.ts'
import { refuseManyFrames, resizeFrame, sizeWithin } from './frames.ts'
import type { Frames } from './frames.ts'
import { Refusal } from './job.ts'

interface Chunk {
  readonly type: string
  readonly data: Buffer
}

/** One frame and where it goes: https://www.w3.org/TR/png-3/#fcTL-chunk */
interface Patch {
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
  readonly delayMs: number
  readonly dispose: number
  readonly isBlended: boolean
  readonly data: Buffer[]
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** All pictures unpacked: more than that are not worth the memory. */
const mostUnpacked = 64 * 1024 * 1024

/** The pictures of a moving PNG, which sharp reads as its first one alone; within a square of that side, where one is given. */
export async function readApng(
  bytes: Uint8Array<ArrayBuffer>,
  side = Number.POSITIVE_INFINITY,
): Promise<Frames> {
  const chunks = [...chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))]
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  if (header?.length !== 13) throw new Refusal('unreadable')
  const full = { width: header.readUInt32BE(0), height: header.readUInt32BE(4) }
  const patches = patchesOf(chunks)
  if (patches.length === 0) throw new Refusal('unreadable')
  refuseManyFrames(patches.length, full.width, full.height)
  const size = sizeWithin(full, side)
  const frameBytes = size.width * size.height * 4
  if (Math.max(full.width * full.height * 4, frameBytes * patches.length) > mostUnpacked)
    throw new Refusal('too-complex')
  const shared = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS')
  const pixels = new Uint8Array(frameBytes * patches.length)
  let canvas = new Uint8Array(full.width * full.height * 4)
  for (const [index, patch] of patches.entries()) {
    if (patch.x + patch.width > full.width || patch.y + patch.height > full.height)
      throw new Refusal('unreadable')
    const before = patch.dispose === 2 ? canvas.slice() : undefined
    paint(canvas, full.width, patch, await decode(header, shared, patch))
    pixels.set(await resizeFrame(canvas, full, size), index * frameBytes)
    if (before) canvas = before
    else if (patch.dispose === 1) clear(canvas, full.width, patch)
  }
  return { ...size, pixels, delaysMs: patches.map(({ delayMs }) => delayMs) }
}

function* chunksOf(file: Buffer): Generator<Chunk> {
  for (let at = signature.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    if (at + 12 + length > file.length) throw new Refusal('unreadable')
    yield { type, data: file.subarray(at + 8, at + 8 + length) }
    if (type === 'IEND') return
    at += 12 + length
  }
  throw new Refusal('unreadable')
}

function patchesOf(chunks: readonly Chunk[]): readonly Patch[] {
  const patches: Patch[] = []
  for (const { type, data } of chunks) {
    if (type === 'fcTL' && data.length === 26) patches.push(patchOf(data))
    // The picture for those who cannot move it belongs to the animation only after the first fcTL.
    else if (type === 'IDAT') patches.at(-1)?.data.push(data)
    else if (type === 'fdAT') patches.at(-1)?.data.push(data.subarray(4))
  }
  return patches
}

function patchOf(control: Buffer): Patch {
  const per = control.readUInt16BE(22) || 100
  const delayMs = Math.round((control.readUInt16BE(20) * 1000) / per)
  return {
    width: control.readUInt32BE(4),
    height: control.readUInt32BE(8),
    x: control.readUInt32BE(12),
    y: control.readUInt32BE(16),
    // Nobody shows them any faster.
    delayMs: Math.max(20, delayMs),
    dispose: control.readUInt8(24),
    isBlended: control.readUInt8(25) === 1,
    data: [],
  }
}

/** A frame is a PNG of its own once it has a header. */
async function decode(header: Buffer, shared: readonly Chunk[], patch: Patch): Promise<Buffer> {
  const own = Buffer.from(header)
  own.writeUInt32BE(patch.width, 0)
  own.writeUInt32BE(patch.height, 4)
  const png = Buffer.concat([
    signature,
    chunk('IHDR', own),
    ...shared.map(({ type, data }) => chunk(type, data)),
    chunk('IDAT', Buffer.concat(patch.data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  try {
    return await sharp(png, { limitInputPixels: patch.width * patch.height, failOn: 'error' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer()
  } catch {
    throw new Refusal('unreadable')
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

function paint(canvas: Uint8Array, width: number, patch: Patch, source: Buffer): void {
  for (let y = 0; y < patch.height; y++)
    for (let x = 0; x < patch.width; x++) {
      const from = (y * patch.width + x) * 4
      const to = ((patch.y + y) * width + patch.x + x) * 4
      if (patch.isBlended) blend(canvas, to, source, from)
      else canvas.set(source.subarray(from, from + 4), to)
    }
}

/** What is seen of both: https://www.w3.org/TR/png-3/#13Alpha-channel-processing */
function blend(canvas: Uint8Array, to: number, source: Buffer, from: number): void {
  const over = (source[from + 3] ?? 0) / 255
  const under = ((canvas[to + 3] ?? 0) / 255) * (1 - over)
  const opacity = over + under
  if (opacity === 0) return
  for (let colour = 0; colour < 3; colour++) {
    const mixed = (source[from + colour] ?? 0) * over + (canvas[to + colour] ?? 0) * under
    canvas[to + colour] = Math.round(mixed / opacity)
  }
  canvas[to + 3] = Math.round(opacity * 255)
}

function clear(canvas: Uint8Array, width: number, { x, y, width: w, height: h }: Patch): void {
  for (let row = y; row < y + h; row++)
    canvas.fill(0, (row * width + x) * 4, (row * width + x + w) * 4)
}
