import type { Cloud } from '../cloud.ts'
import type { Params } from '../params.ts'
import type { ChatMessage } from '../private-chat.ts'
import { frameParams, postMessage } from './post-message.ts'
import { refuseUnknownParams, writableChat } from './target-chat.ts'
import { formattedTextParam, linkPreviewParam } from './text-params.ts'

/** https://core.telegram.org/bots/api#sendmessage */
export function sendMessage(cloud: Cloud, params: Params): ChatMessage {
  const chat = writableChat(cloud, params)
  refuseUnknownParams(params)
  const formatted = formattedTextParam(cloud, params)
  const frame = frameParams(chat, params)
  return postMessage(cloud, chat, { ...frame, ...formatted, ...linkPreviewParam(params) })
}
