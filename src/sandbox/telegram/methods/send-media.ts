// sendPhoto and its like: https://core.telegram.org/bots/api#sendphoto

import type { SeenFileKind } from '../../person.ts'
import { badRequest } from '../api-error.ts'
import type { Medium } from '../files/medium.ts'
import { mediumFields } from '../files/medium-fields.ts'
import type { PrivateChat } from '../private-chat.ts'
import { besideMedium, requestedMedium } from './media-content.ts'
import { mediaKinds } from './media-kinds.ts'
import type { Method } from './method.ts'
import { frameParams, postMessage } from './post-message.ts'
import { onlyKnownParams, writableChat } from './target-chat.ts'

export function mediaSender(kind: SeenFileKind): Method {
  const { field, params: others } = mediaKinds[kind]
  return (cloud, params) => {
    const chat = writableChat(cloud, params)
    onlyKnownParams(params, [field, ...others, 'reply_markup'])
    const value = params[field]
    const medium = requestedMedium(cloud, { kind, item: params, value, params, isInAlbum: false })
    const beside = besideMedium(cloud, medium.kind, params)
    const frame = frameParams(chat, params)
    refuseForbidden(chat, medium)
    return postMessage(cloud, chat, { ...frame, ...mediumFields(cloud.files, medium), ...beside })
  }
}

/** Whoever has Premium may refuse both at once: https://core.telegram.org/api/privacy */
function refuseForbidden(chat: PrivateChat, { kind }: Medium): void {
  const isRecorded = kind === 'voice' || kind === 'video-note'
  if (isRecorded && chat.forbidsVoice) throw badRequest('VOICE_MESSAGES_FORBIDDEN')
}
