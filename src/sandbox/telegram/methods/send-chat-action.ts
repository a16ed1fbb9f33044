import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { type Params, textParam } from '../params.ts'
import { refuseUnknownParams, writableChat } from './target-chat.ts'

/** https://core.telegram.org/bots/api#sendchataction */
const actions = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
])

export function sendChatAction(cloud: Cloud, params: Params): true {
  const chat = writableChat(cloud, params)
  refuseUnknownParams(params)
  const action = textParam(params, 'action') ?? ''
  if (!actions.has(action)) throw badRequest('wrong parameter action in request')
  if (action === 'typing') chat.noteTyping()
  return true
}
