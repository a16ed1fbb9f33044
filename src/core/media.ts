// Files that people send, as data: what they are and where their bytes are found. The bytes themselves are the business of src/media.

import type { Platform } from './platform.ts'

export const mediaKinds = [
  'photo',
  'video',
  /** A moving picture without sound that plays by itself: GIFs. */
  'animation',
  'audio',
  'voice',
  /** A round video of a face: Telegram's. */
  'video-note',
  'sticker',
  'document',
] as const
export type MediaKind = (typeof mediaKinds)[number]

declare const fileRefBrand: unique symbol

/** Where the sender's platform keeps a file, in words that only its adapter can read. Sealed wherever it waits. */
export type FileRef = string & { readonly [fileRefBrand]: true }

export const fileRef = (text: string): FileRef => text as FileRef

/** A file on a platform. What is said of it comes from the sender: it may be missing, and it may be a lie. */
export interface SourceFile {
  readonly platform: Platform
  readonly ref: FileRef
  /** The same for the same bytes for ever, on its platform: to see that an edit has changed a file, and to find work that was done before. */
  readonly identity: string
  /** Bytes. */
  readonly size: number | undefined
  /** A media type, such as `video/mp4`. */
  readonly type: string | undefined
}

/** What moves in a sticker, as far as its platform tells: nothing, a Lottie animation, or a picture or video of many frames. */
export type StickerMotion = 'still' | 'lottie' | 'frames'

/** One file of a message. */
export interface Media {
  readonly kind: MediaKind
  readonly file: SourceFile
  /** A still picture of it that the platform made, to stand in where the file cannot be shown. */
  readonly thumbnail: SourceFile | undefined
  /** Behind a spoiler by its sender's wish. */
  readonly spoiler: boolean
  readonly durationMs: number | undefined
  /** The emoji that a sticker stands for. */
  readonly emoji: string | undefined
  readonly motion: StickerMotion | undefined
}

/** What is to be made of a file for its recipient. Said by `fit`, done by src/media. */
export interface OutgoingFile {
  readonly media: Media
  /** How it is to appear. src/media may find that it can only be something plainer, and says so in PreparedFile. */
  readonly form: MediaKind
  /** The platform that is to show it. */
  readonly platform: Platform
  readonly spoiler: boolean
  /** Its sender has said that it may go although it may name them: papers of office programs and PDF are carried only then. */
  readonly mayNameSender: boolean
  /** The platform knows the file already and shows it again by its reference: no bytes move. */
  readonly isByReference: boolean
  /** Which file of its message it is, from 1: its name says nothing else. */
  readonly number: number
}

/** A file that may be shown to a stranger: nothing of its sender is in it. */
export interface PreparedFile {
  readonly form: MediaKind
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Neutral: the form and the number of the file, and the ending of its type. */
  readonly name: string
  readonly type: string
  readonly width: number | undefined
  readonly height: number | undefined
  readonly durationMs: number | undefined
  /** Words for what the picture does not show, such as the emoji of a sticker that could not be drawn. */
  readonly standIn: string | undefined
  /** Of a voice message: loudness over time, one byte each, at most 256 of them. */
  readonly waveform: Uint8Array | undefined
}
