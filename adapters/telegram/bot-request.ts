import type { RawApi } from 'grammy'
import type { Message } from 'grammy/types'

import { unreachable } from '../../src/lib/must.ts'
import type { Signal } from './bot-api.ts'

type Method =
  | 'sendMessage'
  | 'sendPhoto'
  | 'sendVideo'
  | 'sendAnimation'
  | 'sendAudio'
  | 'sendVoice'
  | 'sendVideoNote'
  | 'sendSticker'
  | 'sendDocument'
  | 'sendMediaGroup'
  | 'sendLocation'
  | 'sendVenue'
  | 'editMessageText'
  | 'editMessageCaption'
  | 'editMessageMedia'
  | 'deleteMessage'
  | 'setMessageReaction'

/** One request that carries out a delivery, as data. */
export type BotRequest = {
  [M in Method]: { readonly method: M; readonly payload: Parameters<RawApi[M]>[0] }
}[Method]

/** The messages that came of it: one each for what sends, in the order of its files, none for everything else. */
export async function carryOut(
  api: RawApi,
  request: BotRequest,
  signal: Signal,
): Promise<readonly Message[]> {
  switch (request.method) {
    case 'sendMessage':
      return [await api.sendMessage(request.payload, signal)]
    case 'sendPhoto':
      return [await api.sendPhoto(request.payload, signal)]
    case 'sendVideo':
      return [await api.sendVideo(request.payload, signal)]
    case 'sendAnimation':
      return [await api.sendAnimation(request.payload, signal)]
    case 'sendAudio':
      return [await api.sendAudio(request.payload, signal)]
    case 'sendVoice':
      return [await api.sendVoice(request.payload, signal)]
    case 'sendVideoNote':
      return [await api.sendVideoNote(request.payload, signal)]
    case 'sendSticker':
      return [await api.sendSticker(request.payload, signal)]
    case 'sendDocument':
      return [await api.sendDocument(request.payload, signal)]
    case 'sendMediaGroup':
      return api.sendMediaGroup(request.payload, signal)
    case 'sendLocation':
      return [await api.sendLocation(request.payload, signal)]
    case 'sendVenue':
      return [await api.sendVenue(request.payload, signal)]
    case 'editMessageText':
      await api.editMessageText(request.payload, signal)
      return []
    case 'editMessageCaption':
      await api.editMessageCaption(request.payload, signal)
      return []
    case 'editMessageMedia':
      await api.editMessageMedia(request.payload, signal)
      return []
    case 'deleteMessage':
      await api.deleteMessage(request.payload, signal)
      return []
    case 'setMessageReaction':
      await api.setMessageReaction(request.payload, signal)
      return []
    default:
      return unreachable(request)
  }
}
