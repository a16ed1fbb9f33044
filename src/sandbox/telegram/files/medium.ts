// One photo, video, sticker … that Telegram keeps, whatever messages show it.

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

import type { SandboxFile, SeenFileKind } from '../../person.ts'
import { sampleOwner } from '../../samples/sample-files.ts'
import { fileFacts } from './file-facts.ts'
import { extensionFor } from './media-type.ts'

/** Bytes on Telegram's disks. */
export interface StoredFile {
  readonly uniqueId: string
  readonly bytes: Uint8Array
  /** Without its number, such as `photos/file_` and `jpg`. */
  readonly folder: string
  readonly extension: string
}

export interface StoredPicture extends StoredFile {
  readonly width: number
  readonly height: number
}

export interface Medium {
  readonly kind: SeenFileKind
  readonly file: StoredFile
  readonly type: string
  /** Where Telegram tells it: nowhere for photos, voice and video messages, stickers. */
  readonly name: string | undefined
  readonly width: number | undefined
  readonly height: number | undefined
  readonly durationS: number | undefined
  /** Of a photo, its smaller sizes; of anything else its thumbnail, if any. */
  readonly smaller: readonly StoredPicture[]
  readonly tags: MediumTags
  /** The person who brought it. */
  readonly owner: string | undefined
}

/** What stands beside some kinds. */
export interface MediumTags {
  readonly performer?: string
  readonly title?: string
  readonly emoji?: string
  readonly setName?: string
}

export interface NewMedium {
  readonly kind: SeenFileKind
  readonly file: SandboxFile
  readonly tags?: MediumTags
  readonly owner?: string
  /** As the sender defines them; what the bytes tell where they do not. */
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly durationS?: number | undefined
  readonly smaller?: readonly StoredPicture[]
}

const folders: Readonly<Record<SeenFileKind, string>> = {
  photo: 'photos',
  video: 'videos',
  animation: 'animations',
  audio: 'music',
  voice: 'voice',
  'video-note': 'video_notes',
  sticker: 'stickers',
  document: 'documents',
}

const named = new Set<SeenFileKind>(['video', 'animation', 'audio', 'document'])

export function createMedium(given: NewMedium): Medium {
  const { kind, tags = {}, owner, smaller } = given
  const { bytes, name, type } = given.file
  const facts = fileFacts(bytes)
  return {
    kind,
    file: storedFile(bytes, folders[kind], extensionFor(type)),
    type,
    name: named.has(kind) ? name : undefined,
    width: given.width ?? facts.width,
    height: given.height ?? facts.height,
    durationS: given.durationS ?? facts.durationS,
    smaller: smaller ?? smallerPictures(kind),
    tags,
    owner,
  }
}

function storedFile(bytes: Uint8Array, folder: string, extension: string): StoredFile {
  return { uniqueId: `AQAD${randomBytes(9).toString('base64url')}`, bytes, folder, extension }
}

export function thumbnailOf(bytes: Uint8Array, width: number, height: number): StoredPicture {
  return { ...storedFile(bytes, 'thumbnails', 'jpg'), width, height }
}

/** They are made of the picture that they stand for, and so they name its owner as well. */
function smallerPictures(kind: SeenFileKind): readonly StoredPicture[] {
  if (kind === 'voice') return []
  const thumbnail = thumbnailOf(ownedPicture('thumbnail.jpg'), 90, 67)
  if (kind !== 'photo') return [thumbnail]
  const small = { ...thumbnailOf(ownedPicture('small-photo.jpg'), 320, 240), folder: 'photos' }
  return [{ ...thumbnail, folder: 'photos' }, small]
}

/** With a comment after the two bytes that begin a JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, section B.2.4.5 */
function ownedPicture(name: string): Buffer {
  const picture = readFileSync(new URL(name, import.meta.url))
  const comment = Buffer.from(`\0\0\0\0Picture of ${sampleOwner}`)
  comment.writeUInt16BE(0xfffe)
  comment.writeUInt16BE(comment.length - 2, 2)
  return Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)])
}
