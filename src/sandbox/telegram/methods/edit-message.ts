import { isDeepStrictEqual } from 'node:util'

import { badRequest } from '../api-error.ts'
import { type Cloud, secondsNow } from '../cloud.ts'
import { inlineKeyboardParam } from '../inline-keyboard.ts'
import { integerParam, type Params } from '../params.ts'
import type { ChatMessage, PrivateChat } from '../private-chat.ts'
import { seenMessage } from '../seen-message.ts'
import { onlyKnownParams, refuseUnknownParams, writableChat } from './target-chat.ts'
import { formattedTextParam, linkPreviewParam } from './text-params.ts'

/** Leaves nothing of the old text and buttons: https://core.telegram.org/bots/api#editmessagetext */
export function editMessageText(cloud: Cloud, params: Params): ChatMessage {
  const { chat, message } = ownMessage(cloud, params)
  if (message.text === undefined) throw badRequest('there is no text in the message to edit')
  const { text: _, entities: __, link_preview_options: ___, reply_markup: ____, ...rest } = message
  const edited: ChatMessage = {
    ...rest,
    ...formattedTextParam(cloud, params),
    ...linkPreviewParam(params),
    ...keyboardField(params),
  }
  return keepEdit(cloud, chat, message, edited)
}

/** https://core.telegram.org/bots/api#editmessagereplymarkup */
export function editMessageReplyMarkup(cloud: Cloud, params: Params): ChatMessage {
  const { chat, message } = ownMessage(cloud, params)
  const { reply_markup: _, ...rest } = message
  return keep(cloud, chat, message, { ...rest, ...keyboardField(params) }, {})
}

export function keyboardField(params: Params): Pick<ChatMessage, 'reply_markup'> {
  const keyboard = inlineKeyboardParam(params)
  return keyboard === undefined ? {} : { reply_markup: keyboard }
}

/** Where `others` are named, no other parameters than these are taken. */
export function ownMessage(
  cloud: Cloud,
  params: Params,
  others?: readonly string[],
): { readonly chat: PrivateChat; readonly message: ChatMessage } {
  const chat = writableChat(cloud, params)
  if (others === undefined) refuseUnknownParams(params)
  else onlyKnownParams(params, ['message_id', 'reply_markup', ...others])
  const id = integerParam(params, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const message = chat.find(id)
  if (message === undefined) throw badRequest('message to edit not found')
  // "Only … messages without reply_markup or with inline keyboards": https://core.telegram.org/bots/api#updating-messages
  if (message.from.id !== cloud.bot.id || chat.hasAskedReply(id))
    throw badRequest("message can't be edited")
  return { chat, message }
}

export function keepEdit(
  cloud: Cloud,
  chat: PrivateChat,
  before: ChatMessage,
  after: ChatMessage,
): ChatMessage {
  return keep(cloud, chat, before, after, { edit_date: secondsNow(cloud) })
}

function keep(
  cloud: Cloud,
  chat: PrivateChat,
  before: ChatMessage,
  after: ChatMessage,
  stamp: Pick<ChatMessage, 'edit_date'>,
): ChatMessage {
  if (isDeepStrictEqual(lasting(before), lasting(after))) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  const edited = { ...after, ...stamp }
  const at = chat.findSeen(before.message_id)?.at ?? cloud.now()
  chat.replace(edited, seenMessage(edited, { files: cloud.files, at }))
  return edited
}

/** What is shown of a message, without the ids under which its files are handed out this time. */
function lasting(message: object): unknown {
  return JSON.parse(
    JSON.stringify(message, (key, value: unknown) => (key === 'file_id' ? undefined : value)),
  )
}
