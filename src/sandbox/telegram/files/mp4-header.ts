// Size and duration from the boxes of an MP4: ISO/IEC 14496-12, sections 8.2.2 (mvhd) and 8.3.2 (tkhd).

import type { FileFacts } from './file-facts.ts'

interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

export function mp4Facts(bytes: Buffer): FileFacts {
  const brand = bytes.toString('latin1', 8, 12)
  if (brand === 'M4A ') return { type: 'audio/mp4', ...movieFacts(bytes) }
  return { type: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4', ...movieFacts(bytes) }
}

function movieFacts(bytes: Buffer): FileFacts {
  const movie = boxes(bytes, 0, bytes.length).find(({ type }) => type === 'moov')
  if (movie === undefined) return {}
  const inner = boxes(bytes, movie.start, movie.end)
  const header = inner.find(({ type }) => type === 'mvhd')
  const sizes = inner
    .filter(({ type }) => type === 'trak')
    .flatMap(({ start, end }) => boxes(bytes, start, end))
    .filter(({ type }) => type === 'tkhd')
    // The last eight bytes, in 16.16 fixed point; 0 for sound.
    .map(({ end }) => ({ width: bytes.readUInt16BE(end - 8), height: bytes.readUInt16BE(end - 4) }))
  const size = sizes.find(({ width }) => width > 0)
  return { ...size, ...(header !== undefined && { durationS: durationOf(bytes, header) }) }
}

function durationOf(bytes: Buffer, { start }: Box): number {
  if (bytes.readUInt8(start) === 0) {
    return bytes.readUInt32BE(start + 16) / bytes.readUInt32BE(start + 12)
  }
  return Number(bytes.readBigUInt64BE(start + 24)) / bytes.readUInt32BE(start + 20)
}

function boxes(bytes: Buffer, from: number, to: number): readonly Box[] {
  const found: Box[] = []
  let at = from
  while (at + 8 <= to) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    const end = short === 0 ? to : Math.min(to, at + size)
    if (end < at + head) break
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + head, end })
    at = end
  }
  return found
}
