import { isDeepStrictEqual } from 'node:util'

import { badRequest } from '../api-error.ts'
import { type Cloud, secondsNow } from '../cloud.ts'
import { inlineKeyboardParam } from '../inline-keyboard.ts'
import { integerParam, type Params } from '../params.ts'
import type { ChatMessage, PrivateChat } from '../private-chat.ts'
import { seenMessage } from '../seen-message.ts'
import { refuseUnknownParams, writableChat } from './target-chat.ts'
import { formattedTextParam, linkPreviewParam } from './text-params.ts'

/** Leaves nothing of the old text and buttons: https://core.telegram.org/bots/api#editmessagetext */
export function editMessageText(cloud: Cloud, params: Params): ChatMessage {
  const { chat, message } = ownMessage(cloud, params)
  const { text: _, entities: __, link_preview_options: ___, reply_markup: ____, ...rest } = message
  const keyboard = inlineKeyboardParam(params)
  const edited: ChatMessage = {
    ...rest,
    ...formattedTextParam(cloud, params),
    ...linkPreviewParam(params),
    ...(keyboard !== undefined && { reply_markup: keyboard }),
  }
  return keep(cloud, chat, message, edited, { edit_date: secondsNow(cloud) })
}

/** https://core.telegram.org/bots/api#editmessagereplymarkup */
export function editMessageReplyMarkup(cloud: Cloud, params: Params): ChatMessage {
  const { chat, message } = ownMessage(cloud, params)
  const { reply_markup: _, ...rest } = message
  const keyboard = inlineKeyboardParam(params)
  const edited = { ...rest, ...(keyboard !== undefined && { reply_markup: keyboard }) }
  return keep(cloud, chat, message, edited, {})
}

function ownMessage(
  cloud: Cloud,
  params: Params,
): { readonly chat: PrivateChat; readonly message: ChatMessage } {
  const chat = writableChat(cloud, params)
  refuseUnknownParams(params)
  const id = integerParam(params, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const message = chat.find(id)
  if (message === undefined) throw badRequest('message to edit not found')
  if (message.from.id !== cloud.bot.id) throw badRequest("message can't be edited")
  return { chat, message }
}

function keep(
  cloud: Cloud,
  chat: PrivateChat,
  before: ChatMessage,
  after: ChatMessage,
  stamp: Pick<ChatMessage, 'edit_date'>,
): ChatMessage {
  if (isDeepStrictEqual(before, after)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  const edited = { ...after, ...stamp }
  const at = chat.findSeen(before.message_id)?.at ?? cloud.now()
  chat.replace(edited, seenMessage(edited, at))
  return edited
}
