// Files as the one Bot API request that shows them: https://core.telegram.org/bots/api#sending-files

import type { RawApi } from 'grammy'

import type { CaptionedFile } from '../../src/core/action.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { BotRequest } from './bot-request.ts'
import { toAlbum } from './input-media.ts'
import {
  covered,
  described,
  framed,
  round,
  streamed,
  timed,
  toShown,
  undetected,
  type ShownFile,
} from './shown-file.ts'

/** What every request that sends has: the chat, the mark of a reply, and whether the content may go on from there. */
export type Common = Pick<
  Parameters<RawApi['sendMessage']>[0],
  'chat_id' | 'reply_parameters' | 'protect_content'
>

export function sendFiles(
  files: readonly CaptionedFile[],
  prepared: readonly PreparedFile[],
  common: Common,
): BotRequest {
  const shown = toShown(files, prepared)
  if (shown.length > 1)
    return { method: 'sendMediaGroup', payload: { ...common, media: toAlbum(shown) } }
  const [only] = shown
  if (only === undefined)
    throw new DeliveryError({ kind: 'rejected' }, 'Telegram send-files: there is no file')
  return sendOne(only, common)
}

function sendOne(shown: ShownFile, common: Common): BotRequest {
  const { form, source } = shown
  const captioned = { ...common, ...described(shown) }
  switch (form) {
    case 'photo':
      return { method: 'sendPhoto', payload: { ...captioned, photo: source, ...covered(shown) } }
    case 'video': {
      const facts = { ...covered(shown), ...timed(shown), ...framed(shown), ...streamed }
      return { method: 'sendVideo', payload: { ...captioned, video: source, ...facts } }
    }
    case 'animation': {
      const facts = { ...covered(shown), ...timed(shown), ...framed(shown) }
      return { method: 'sendAnimation', payload: { ...captioned, animation: source, ...facts } }
    }
    case 'audio':
      return { method: 'sendAudio', payload: { ...captioned, audio: source, ...timed(shown) } }
    case 'voice':
      return { method: 'sendVoice', payload: { ...captioned, voice: source, ...timed(shown) } }
    case 'video-note': {
      const facts = { ...timed(shown), ...round(shown) }
      return { method: 'sendVideoNote', payload: { ...common, video_note: source, ...facts } }
    }
    case 'sticker':
      return { method: 'sendSticker', payload: { ...common, sticker: source } }
    case 'document':
      return { method: 'sendDocument', payload: { ...captioned, document: source, ...undetected } }
    default:
      return unreachable(form)
  }
}
