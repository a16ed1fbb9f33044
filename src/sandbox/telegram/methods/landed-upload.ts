// What Telegram makes of an uploaded file: not always what the bot sends it as.

import type { SeenFileKind } from '../../person.ts'
import { badRequest } from '../api-error.ts'
import type { FileFacts } from '../files/file-facts.ts'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

export interface Upload {
  readonly size: number
  readonly facts: FileFacts
  /** https://core.telegram.org/bots/api#senddocument */
  readonly detectsType: boolean
}

/** Where the documentation says that "other formats may be sent as Document", they are. */
export function landedKind(kind: SeenFileKind, upload: Upload): SeenFileKind {
  const { type, width, height, durationS = 0 } = upload.facts
  switch (kind) {
    case 'photo':
      checkPhoto(upload)
      return kind
    case 'video':
      return isVideo(type) ? kind : 'document'
    case 'animation':
      return type === 'image/gif' || isVideo(type) ? kind : 'document'
    case 'audio':
      return isSong(type) ? kind : 'document'
    case 'voice':
      return type === 'audio/ogg' || isSong(type) ? kind : 'document'
    case 'video-note':
      if (!isVideo(type)) return 'document'
      // "A rounded square MPEG4 video of up to 1 minute long": https://core.telegram.org/bots/api#sendvideonote
      return width === height && durationS <= 60 ? kind : 'video'
    case 'sticker':
      return isSticker(upload) ? kind : 'document'
    case 'document':
      return upload.detectsType ? detectedKind(upload) : kind
  }
}

function detectedKind(upload: Upload): SeenFileKind {
  const { type } = upload.facts
  if (type === 'image/gif') return 'animation'
  if (type === 'image/webp' && isSticker(upload)) return 'sticker'
  if (type === 'audio/ogg') return 'voice'
  if (isSong(type)) return 'audio'
  return isVideo(type) ? 'video' : 'document'
}

function isVideo(type: string | undefined): boolean {
  return type === 'video/mp4' || type === 'video/quicktime'
}

function isSong(type: string | undefined): boolean {
  return type === 'audio/mpeg' || type === 'audio/mp4'
}

/** https://core.telegram.org/stickers */
function isSticker({ size, facts }: Upload): boolean {
  const { type, width = 0, height = 0, durationS = 0 } = facts
  if (Math.max(width, height) > 512) return false
  switch (type) {
    case 'image/webp':
      return size <= 512 * kilobyte
    case 'application/x-tgsticker':
      return size <= 64 * kilobyte
    case 'video/webm':
      return size <= 256 * kilobyte && durationS <= 3
    default:
      return false
  }
}

const pictureTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** https://core.telegram.org/bots/api#sendphoto */
function checkPhoto({ size, facts }: Upload): void {
  const most = 10 * megabyte
  if (size > most) {
    throw badRequest(
      `file of size ${size} bytes is too big for a photo; the maximum size is ${most} bytes`,
    )
  }
  const { type = '', width = 0, height = 0 } = facts
  if (!pictureTypes.has(type) || width === 0 || height === 0) {
    throw badRequest('IMAGE_PROCESS_FAILED')
  }
  const ratio = Math.max(width / height, height / width)
  if (width + height > 10_000 || ratio > 20) throw badRequest('PHOTO_INVALID_DIMENSIONS')
}
