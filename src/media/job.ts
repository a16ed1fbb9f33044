import type { MediaKind, PreparedFile } from '../core/media.ts'
import type { RefusedFile } from '../core/refused-file.ts'
import type { Forms } from './own-form.ts'

/** What a worker thread is asked: to make one file ready. Plain data, because it crosses to another thread. */
export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly form: MediaKind
  /** What the recipient's platform takes. */
  readonly forms: Forms
  readonly number: number
  /** The side of a sticker that the platform shows, in pixels, and whether it has to be just that. */
  readonly sticker: { readonly side: number; readonly isExact: boolean }
  /** Papers that may name who wrote them may go: their sender has said so. */
  readonly mayNameSender: boolean
  /** Whether the platform shows the loudness of voice messages. */
  readonly hasWaveform: boolean
}

export type JobResult =
  | { readonly kind: 'ready'; readonly file: PreparedFile; readonly isDrawn: boolean }
  | { readonly kind: 'refused'; readonly reason: RefusedFile }
  /** A sticker that nothing here can draw. */
  | { readonly kind: 'undrawn' }

/** A file after cleaning, before it is known as what it is shown. */
export interface CleanFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly width?: number
  readonly height?: number
  readonly durationMs?: number
  readonly waveform?: Uint8Array
}

/** Ends the work on a file, anywhere in it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: RefusedFile

  constructor(why: Exclude<RefusedFile['why'], 'too-large'>)
  constructor(reason: RefusedFile)
  constructor(reason: RefusedFile | Exclude<RefusedFile['why'], 'too-large'>) {
    super('a file is refused')
    this.reason = typeof reason === 'string' ? { why: reason } : reason
  }
}
