// A medium as the fields of a Message, with ids of its own: https://core.telegram.org/bots/api#message

import type { Message, PhotoSize } from 'grammy/types'

import type { FileStore } from './file-store.ts'
import type { Medium, StoredPicture } from './medium.ts'

export type MediumFields = Pick<
  Message,
  'photo' | 'video' | 'animation' | 'audio' | 'voice' | 'video_note' | 'sticker' | 'document'
>

export const mediumFieldNames = [
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'document',
] as const satisfies readonly (keyof MediumFields)[]

/** Where neither the sender nor the bytes tell. */
const plausible = { width: 640, height: 480, durationS: 7 }

export function mediumFields(store: FileStore, medium: Medium): MediumFields {
  const { kind, name, type, tags } = medium
  const width = medium.width ?? plausible.width
  const height = medium.height ?? plausible.height
  const duration = Math.round(medium.durationS ?? plausible.durationS)
  const file = store.issue(medium)
  const mime = { mime_type: type }
  const about = { ...(name !== undefined && { file_name: name }), ...mime }
  switch (kind) {
    case 'photo':
      return { photo: [...smallerSizes(store, medium, width), { ...file, width, height }] }
    case 'video':
      return { video: { ...file, width, height, duration, ...about, ...thumbnail(store, medium) } }
    case 'animation': {
      // Also a `document`, for old bots.
      const document = { ...file, ...about, ...thumbnail(store, medium) }
      return { animation: { ...document, width, height, duration }, document }
    }
    case 'audio': {
      const { performer, title } = tags
      const names = {
        ...(performer !== undefined && { performer }),
        ...(title !== undefined && { title }),
      }
      return { audio: { ...file, duration, ...names, ...about, ...thumbnail(store, medium) } }
    }
    case 'voice':
      return { voice: { ...file, duration, ...mime } }
    case 'video-note':
      return { video_note: { ...file, length: width, duration, ...thumbnail(store, medium) } }
    case 'sticker': {
      const { emoji, setName } = tags
      return {
        sticker: {
          ...file,
          type: 'regular',
          width,
          height,
          is_animated: type === 'application/x-tgsticker',
          is_video: type === 'video/webm',
          ...(emoji !== undefined && { emoji }),
          ...(setName !== undefined && { set_name: setName }),
          ...thumbnail(store, medium),
        },
      }
    }
    case 'document':
      return { document: { ...file, ...about, ...thumbnail(store, medium) } }
  }
}

/** Telegram makes no size that is larger than the photo. */
function smallerSizes(store: FileStore, medium: Medium, below: number): PhotoSize[] {
  return medium.smaller
    .filter(({ width }) => width < below)
    .map((size) => pictureSize(store, medium, size))
}

function thumbnail(store: FileStore, medium: Medium): { thumbnail?: PhotoSize } {
  const [picture] = medium.smaller
  return picture === undefined ? {} : { thumbnail: pictureSize(store, medium, picture) }
}

function pictureSize(store: FileStore, medium: Medium, picture: StoredPicture): PhotoSize {
  const { width, height } = picture
  return { ...store.issue(medium, picture), width, height }
}

/** The medium that a message shows. */
export function mediumOf(store: FileStore, message: MediumFields): Medium | undefined {
  const { photo, video, animation, audio, voice, video_note: note, sticker, document } = message
  const id = (photo?.at(-1) ?? video ?? animation ?? audio ?? voice ?? note ?? sticker ?? document)
    ?.file_id
  return id === undefined ? undefined : store.find(id)?.medium
}
