// What the first bytes of a file tell: enough for the sizes and durations that apps and Telegram's servers fill in.

import { gifSize, jpegSize, pngSize, webpSize } from './image-header.ts'
import { mp4Facts } from './mp4-header.ts'
import { oggFacts } from './ogg-header.ts'
import { webmFacts } from './webm-header.ts'

export interface FileFacts {
  /** A media type, where the bytes are of a kind that matters here. */
  readonly type?: string
  readonly width?: number
  readonly height?: number
  readonly durationS?: number
}

/** Of a constant 128 kbit/s, as near as it gets without decoding. */
const mp3BytesPerSecond = 16_000

const signatures: readonly (readonly [string, (bytes: Buffer) => FileFacts])[] = [
  ['ffd8ff', (bytes) => ({ type: 'image/jpeg', ...jpegSize(bytes) })],
  ['89504e470d0a1a0a', (bytes) => ({ type: 'image/png', ...pngSize(bytes) })],
  ['47494638', (bytes) => ({ type: 'image/gif', ...gifSize(bytes) })],
  ['52494646', (bytes) => webpFacts(bytes)],
  ['4f676753', (bytes) => oggFacts(bytes)],
  ['1a45dfa3', (bytes) => ({ type: 'video/webm', ...webmFacts(bytes) })],
  ['1f8b', () => ({ type: 'application/x-tgsticker', width: 512, height: 512 })],
  ['494433', (bytes) => mp3Facts(bytes)],
  // Without and with a checksum.
  ['fffb', (bytes) => mp3Facts(bytes)],
  ['fffa', (bytes) => mp3Facts(bytes)],
  ['fff3', (bytes) => mp3Facts(bytes)],
  ['25504446', () => ({ type: 'application/pdf' })],
]

export function fileFacts(given: Uint8Array): FileFacts {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  try {
    if (bytes.toString('latin1', 4, 8) === 'ftyp') return mp4Facts(bytes)
    const begin = bytes.toString('hex', 0, 8)
    return signatures.find(([signature]) => begin.startsWith(signature))?.[1](bytes) ?? {}
  } catch (error) {
    // A header that breaks off tells nothing.
    if (error instanceof RangeError) return {}
    throw error
  }
}

function webpFacts(bytes: Buffer): FileFacts {
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') return {}
  return { type: 'image/webp', ...webpSize(bytes) }
}

function mp3Facts(bytes: Buffer): FileFacts {
  return { type: 'audio/mpeg', durationS: bytes.length / mp3BytesPerSecond }
}
