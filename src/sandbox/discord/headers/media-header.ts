import { readImage } from './image-header.ts'
import { readMatroska } from './matroska-header.ts'
import { readMovie } from './movie-header.ts'
import { readSound } from './sound-header.ts'

/** What the first bytes of a file tell of it. */
export interface MediaHeader {
  readonly type: string
  readonly width?: number
  readonly height?: number
  readonly durationS?: number
  /** An image that moves. */
  readonly isAnimated?: boolean
}

const readers = [readImage, readMovie, readMatroska, readSound]

/** `undefined` for what is no image, video or sound, or only begins like one. */
export function readMediaHeader(bytes: Uint8Array): MediaHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const read of readers) {
    const header = attempt(read, view)
    if (header) return header
  }
  return undefined
}

/** Files may end anywhere, and reading behind an end throws. */
function attempt(
  read: (bytes: Buffer) => MediaHeader | undefined,
  bytes: Buffer,
): MediaHeader | undefined {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
