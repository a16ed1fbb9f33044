// Files inside a request that holds several, or that changes one: https://core.telegram.org/bots/api#inputmedia

import type {
  InputMedia,
  InputMediaAnimation,
  InputMediaAudio,
  InputMediaDocument,
  InputMediaPhoto,
  InputMediaVideo,
} from 'grammy/types'

import { DeliveryError } from '../../src/core/delivery-error.ts'
import { unreachable } from '../../src/lib/must.ts'
import {
  covered,
  described,
  framed,
  streamed,
  timed,
  undetected,
  type ShownFile,
} from './shown-file.ts'

type Album = (InputMediaPhoto | InputMediaVideo)[] | InputMediaAudio[] | InputMediaDocument[]

/**
 * Documents and audio are only shown with their own kind (https://core.telegram.org/bots/api#sendmediagroup). Where a file could only be
 * made into something plainer than was planned, all of them go as documents.
 */
export function toAlbum(files: readonly ShownFile[]): Album {
  if (files.every(isVisual)) return files.map(visual)
  if (files.every(({ form }) => form === 'audio')) return files.map(audio)
  const isKnown = files.some(({ form, prepared }) => form !== 'document' && prepared === undefined)
  // What Telegram has as a photo it does not show as a document.
  if (isKnown) throw rejected('these files cannot be shown together')
  return files.map(document)
}

/** What a message can be changed into: https://core.telegram.org/bots/api#editmessagemedia */
export function toInputMedia(shown: ShownFile): InputMedia {
  const { form } = shown
  switch (form) {
    case 'photo':
      return photo(shown)
    case 'video':
      return video(shown)
    case 'animation':
      return animation(shown)
    case 'audio':
      return audio(shown)
    case 'document':
      return document(shown)
    case 'voice':
    case 'video-note':
    case 'sticker':
      throw rejected(`no message can be changed into a ${form}`)
    default:
      return unreachable(form)
  }
}

const isVisual = ({ form }: ShownFile): boolean => form === 'photo' || form === 'video'

const visual = (shown: ShownFile): InputMediaPhoto | InputMediaVideo =>
  shown.form === 'photo' ? photo(shown) : video(shown)

function photo(shown: ShownFile): InputMediaPhoto {
  return { type: 'photo', media: shown.source, ...described(shown), ...covered(shown) }
}

function video(shown: ShownFile): InputMediaVideo {
  const facts = { ...covered(shown), ...timed(shown), ...framed(shown), ...streamed }
  return { type: 'video', media: shown.source, ...described(shown), ...facts }
}

function animation(shown: ShownFile): InputMediaAnimation {
  const facts = { ...covered(shown), ...timed(shown), ...framed(shown) }
  return { type: 'animation', media: shown.source, ...described(shown), ...facts }
}

function audio(shown: ShownFile): InputMediaAudio {
  return { type: 'audio', media: shown.source, ...described(shown), ...timed(shown) }
}

function document(shown: ShownFile): InputMediaDocument {
  return { type: 'document', media: shown.source, ...described(shown), ...undetected }
}

const rejected = (why: string): DeliveryError =>
  new DeliveryError({ kind: 'rejected' }, `Telegram: ${why}`)
