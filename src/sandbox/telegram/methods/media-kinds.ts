// What the Bot API knows of each kind of media.

import type { SeenFileKind } from '../../person.ts'

interface KindRules {
  /** The parameter that holds it in a method of its own. */
  readonly field: string
  /** As Telegram calls it where a file is used as what it is not. */
  readonly fileType: string
  /** What is missing where it is. */
  readonly what: string
  /** Parameters beside it, in its own method and, where it has one, in its InputMedia. */
  readonly params: readonly string[]
}

const caption = ['caption', 'caption_entities']
const picture = [...caption, 'show_caption_above_media', 'has_spoiler']
const moving = ['duration', 'width', 'height', 'thumbnail']

export const mediaKinds: Readonly<Record<SeenFileKind, KindRules>> = {
  photo: { field: 'photo', fileType: 'Photo', what: 'photo', params: picture },
  video: {
    field: 'video',
    fileType: 'Video',
    what: 'video',
    params: [...picture, ...moving, 'supports_streaming'],
  },
  animation: {
    field: 'animation',
    fileType: 'Animation',
    what: 'animation',
    params: [...picture, ...moving],
  },
  audio: {
    field: 'audio',
    fileType: 'Audio',
    what: 'audio',
    params: [...caption, 'duration', 'performer', 'title', 'thumbnail'],
  },
  voice: { field: 'voice', fileType: 'VoiceNote', what: 'voice', params: [...caption, 'duration'] },
  'video-note': {
    field: 'video_note',
    fileType: 'VideoNote',
    what: 'video note',
    params: ['duration', 'length', 'thumbnail'],
  },
  sticker: { field: 'sticker', fileType: 'Sticker', what: 'sticker', params: ['emoji'] },
  document: {
    field: 'document',
    fileType: 'Document',
    what: 'document',
    params: [...caption, 'thumbnail', 'disable_content_type_detection'],
  },
}

/** Those that an InputMedia can be of: https://core.telegram.org/bots/api#inputmedia */
const inputMediaKinds = ['photo', 'video', 'animation', 'audio', 'document'] as const
export type InputMediaKind = (typeof inputMediaKinds)[number]

export function inputMediaKind(type: unknown): InputMediaKind | undefined {
  return inputMediaKinds.find((kind) => kind === type)
}
