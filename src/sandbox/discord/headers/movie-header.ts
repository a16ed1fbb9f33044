import type { MediaHeader } from './media-header.ts'

interface Box {
  readonly name: string
  readonly body: Buffer
}

/** MP4 and its relatives: boxes in boxes. https://developer.apple.com/documentation/quicktime-file-format */
export function readMovie(bytes: Buffer): MediaHeader | undefined {
  if (bytes.toString('latin1', 4, 8) !== 'ftyp') return undefined
  const brand = bytes.toString('latin1', 8, 12)
  const movie = find(bytes, 'moov')
  if (movie === undefined) return undefined
  const size = boxes(movie)
    .filter(({ name }) => name === 'trak')
    .map(({ body }) => trackSize(body))
    .find(({ width }) => width > 0)
  const duration = movieSeconds(movie)
  const durationS = duration === undefined ? {} : { durationS: duration }
  if (size === undefined) return { type: 'audio/mp4', ...durationS }
  return { type: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4', ...size, ...durationS }
}

function boxes(bytes: Buffer): readonly Box[] {
  const found: Box[] = []
  let at = 0
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const length =
      short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short
    if (length < head) break
    const name = bytes.toString('latin1', at + 4, at + 8)
    found.push({ name, body: bytes.subarray(at + head, at + length) })
    at += length
  }
  return found
}

function find(bytes: Buffer, name: string): Buffer | undefined {
  return boxes(bytes).find((box) => box.name === name)?.body
}

function movieSeconds(movie: Buffer): number | undefined {
  const header = find(movie, 'mvhd')
  if (header === undefined) return undefined
  const isLong = header.readUInt8(0) === 1
  const scale = header.readUInt32BE(isLong ? 20 : 12)
  const duration = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  return scale > 0 && duration > 0 ? duration / scale : undefined
}

/** The last two fields, in 16.16 fixed point. */
function trackSize(track: Buffer): { readonly width: number; readonly height: number } {
  const header = find(track, 'tkhd')
  if (header === undefined) return { width: 0, height: 0 }
  const at = header.length - 8
  return { width: header.readUInt16BE(at), height: header.readUInt16BE(at + 4) }
}
