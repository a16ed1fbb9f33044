import type { CaptionedFile } from '../../../src/core/action.ts'
import { fileRef, type Media, type MediaKind, type PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'

const endings: Readonly<Partial<Record<MediaKind, readonly [type: string, ending: string]>>> = {
  photo: ['image/jpeg', 'jpg'],
  video: ['video/mp4', 'mp4'],
  animation: ['image/webp', 'webp'],
  audio: ['audio/mpeg', 'mp3'],
  voice: ['audio/ogg', 'ogg'],
}

const media = (kind: MediaKind): Media => ({
  kind,
  file: {
    platform: 'telegram',
    ref: fileRef('of the other platform'),
    identity: 'x',
    size: 3,
    type: undefined,
  },
  thumbnail: undefined,
  spoiler: false,
  durationMs: undefined,
  emoji: undefined,
  motion: undefined,
})

/** What is wanted of a file, as `fit` says it. */
export function wanted(
  number: number,
  form: MediaKind = 'photo',
  more: Partial<CaptionedFile> = {},
): CaptionedFile {
  return {
    media: media(form),
    form,
    platform: 'discord',
    spoiler: false,
    mayNameSender: false,
    isByReference: false,
    number,
    caption: plain(''),
    ...more,
  }
}

/** What is made of it. */
export function prepared(
  number: number,
  form: MediaKind = 'photo',
  more: Partial<PreparedFile> = {},
): PreparedFile {
  const [type, ending] = endings[form] ?? ['application/pdf', 'pdf']
  return {
    form,
    bytes: new TextEncoder().encode(`${form} ${number}`),
    name: `${form}-${number}.${ending}`,
    type,
    width: undefined,
    height: undefined,
    durationMs: undefined,
    standIn: undefined,
    waveform: undefined,
    ...more,
  }
}
