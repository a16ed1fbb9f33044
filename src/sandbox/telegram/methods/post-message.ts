// A message of the bot: what every sending method has in common.

import { badRequest } from '../api-error.ts'
import { type Cloud, secondsNow } from '../cloud.ts'
import { flagParam, integerParam, isRecord, type Params, structureParam } from '../params.ts'
import {
  type ChatMessage,
  type MessageContent,
  type PrivateChat,
  quotable,
} from '../private-chat.ts'
import { seenMessage } from '../seen-message.ts'
import { replyMarkupParam, type ReplyMarkup } from './reply-markup.ts'

/** What surrounds the content, read before anything is sent. */
export type Frame = Pick<
  ChatMessage,
  'reply_to_message' | 'has_protected_content' | 'reply_markup'
> &
  Partial<Pick<ReplyMarkup, 'asksReply'>>

export function frameParams(chat: PrivateChat, params: Params): Frame {
  const { keyboard, asksReply } = replyMarkupParam(params)
  const replied = repliedMessage(chat, params)
  return {
    ...(replied !== undefined && { reply_to_message: quotable(replied) }),
    ...(flagParam(params, 'protect_content') && { has_protected_content: true }),
    ...(keyboard !== undefined && { reply_markup: keyboard }),
    asksReply,
  }
}

export function postMessage(
  cloud: Cloud,
  chat: PrivateChat,
  { asksReply, ...content }: Frame & MessageContent,
): ChatMessage {
  const { id, is_bot, first_name, username } = cloud.bot
  const message: ChatMessage = {
    message_id: cloud.nextMessageId(),
    from: { id, is_bot, first_name, username },
    chat: chat.chat,
    date: secondsNow(cloud),
    ...content,
  }
  const { files } = cloud
  chat.add(message, seenMessage(message, { files, at: cloud.now(), asksReply }))
  return message
}

/** https://core.telegram.org/bots/api#replyparameters */
function repliedMessage(chat: PrivateChat, params: Params): ChatMessage | undefined {
  const reply = structureParam(params, 'reply_parameters', 'reply parameters')
  if (reply === undefined) return undefined
  if (!isRecord(reply)) throw badRequest('object expected as reply parameters')
  for (const name of ['quote', 'checklist_task_id', 'poll_option_id', 'ephemeral_message_id']) {
    if (reply[name] !== undefined) throw badRequest(`the sandbox does not know ${name}`)
  }
  const id = integerParam(reply, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const otherChat = integerParam(reply, 'chat_id') ?? chat.user.id
  const replied = otherChat === chat.user.id ? chat.find(id) : undefined
  if (replied === undefined && !flagParam(reply, 'allow_sending_without_reply')) {
    throw badRequest('message to be replied not found')
  }
  return replied
}
