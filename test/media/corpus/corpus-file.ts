import type { MediaKind } from '../../../src/core/media.ts'

/** A file that somebody sends, with their name in it. */
export interface CorpusFile {
  readonly name: string
  readonly bytes: Buffer
  readonly form: MediaKind
  /** What else in it is of its sender. */
  readonly needles?: readonly Uint8Array[]
  /** How many pictures it shows after each other. */
  readonly frames?: number
  /** Colours of the corners as they are to be seen: top left, top right, bottom left, bottom right. */
  readonly corners?: readonly string[]
  /** Clockwise degrees by which a film is turned to be seen. */
  readonly rotation?: number
}
