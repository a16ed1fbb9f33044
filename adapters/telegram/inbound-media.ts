// The file of a message, and what Telegram says of it.

import type { Message, PhotoSize, Sticker } from 'grammy/types'

import { fileRef, type Media, type MediaKind, type SourceFile } from '../../src/core/media.ts'
import { unreachable } from '../../src/lib/must.ts'

/** What every kind of file of Telegram's has. */
interface TelegramFile {
  readonly file_id: string
  readonly file_unique_id: string
  readonly file_size?: number
}

/** `undefined` where the file is missing, as in a photo without sizes. */
export function mediaOf(kind: MediaKind | 'live-photo', message: Message): Media | undefined {
  const spoiler = message.has_media_spoiler === true
  switch (kind) {
    case 'photo':
      return photo(message.photo, spoiler)
    case 'live-photo':
      // The photo that it is when it does not move.
      return photo(message.photo ?? message.live_photo?.photo, spoiler)
    case 'video':
    case 'animation': {
      const { [kind]: file } = message
      return (
        file && {
          ...recorded(kind, file, file.mime_type),
          ...still(file.thumbnail, 'image/jpeg'),
          spoiler,
        }
      )
    }
    case 'video-note': {
      // Always MPEG-4: https://core.telegram.org/bots/api#sendvideonote
      const { video_note: file } = message
      return (
        file && { ...recorded(kind, file, 'video/mp4'), ...still(file.thumbnail, 'image/jpeg') }
      )
    }
    case 'voice':
    case 'audio': {
      const { [kind]: file } = message
      return file && recorded(kind, file, file.mime_type)
    }
    case 'sticker':
      return message.sticker && sticker(message.sticker)
    case 'document':
      return message.document && media(kind, message.document, message.document.mime_type)
    default:
      return unreachable(kind)
  }
}

function photo(sizes: readonly PhotoSize[] | undefined, spoiler: boolean): Media | undefined {
  const area = ({ width, height }: PhotoSize): number => width * height
  const [largest] = (sizes ?? []).toSorted((one, other) => area(other) - area(one))
  return largest && { ...media('photo', largest, 'image/jpeg'), spoiler }
}

/** `type` says what a sticker means, its two flags what it is made of: https://core.telegram.org/bots/api#sticker */
function sticker(file: Sticker): Media {
  const { is_animated: isLottie, is_video: isVideo, emoji } = file
  const type = isLottie ? 'application/x-tgsticker' : isVideo ? 'video/webm' : 'image/webp'
  const motion = isLottie ? 'lottie' : isVideo ? 'frames' : 'still'
  // Its still may be WebP or JPEG; only the bytes tell.
  return { ...media('sticker', file, type), ...still(file.thumbnail, undefined), emoji, motion }
}

function recorded(
  kind: MediaKind,
  file: TelegramFile & { readonly duration: number },
  type: string | undefined,
): Media {
  return { ...media(kind, file, type), durationMs: file.duration * 1000 }
}

/** Of audio and documents Telegram shows a picture that their sender chose: it stands for nothing. */
function still(size: PhotoSize | undefined, type: string | undefined): Pick<Media, 'thumbnail'> {
  return { thumbnail: size && source(size, type) }
}

function media(kind: MediaKind, file: TelegramFile, type: string | undefined): Media {
  return {
    kind,
    file: source(file, type),
    thumbnail: undefined,
    spoiler: false,
    durationMs: undefined,
    emoji: undefined,
    motion: undefined,
  }
}

function source(file: TelegramFile, type: string | undefined): SourceFile {
  const { file_id: id, file_unique_id: identity, file_size: size } = file
  return { platform: 'telegram', ref: fileRef(id), identity, size, type }
}
