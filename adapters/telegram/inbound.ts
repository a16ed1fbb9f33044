// A Bot API update as what it tells about one person in their private chat with the bot. Nothing of `from` but its id goes further.

import type { CallbackQuery, Chat, ChatMemberUpdated, Message, Update, User } from 'grammy/types'

import { parseCommand } from '../../src/core/command.ts'
import type { Content } from '../../src/core/content.ts'
import type { Inbound, InboundEvent, ReplyTarget } from '../../src/core/inbound.ts'
import { toRichText } from './format.ts'
import { addressOf, refOf } from './ids.ts'
import { kindOf } from './message-kind.ts'

/** What is left out of `allowed_updates` is never sent; the list sticks to the bot until the next one: https://core.telegram.org/bots/api#getupdates */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const

/** `undefined` for what concerns nobody: groups, channels, other bots, service messages, kinds of update that we did not ask for. */
export function toInbound(update: Update, botId: string): Inbound | undefined {
  const told = toEvent(update)
  if (told === undefined || told.from.is_bot) return undefined
  return {
    sender: { platform: 'telegram', id: String(told.from.id), address: addressOf(told.chatId) },
    seenKey: `update:${botId}:${update.update_id}`,
    position: undefined,
    event: told.event,
  }
}

interface Told {
  readonly from: User
  readonly chatId: number
  readonly event: InboundEvent
}

function toEvent({
  message,
  callback_query: query,
  my_chat_member: member,
}: Update): Told | undefined {
  if (message !== undefined)
    return message.chat.type === 'private' ? fromMessage(message, message.from) : undefined
  if (query !== undefined) return fromTap(query)
  if (member !== undefined) return member.chat.type === 'private' ? fromMember(member) : undefined
  return undefined
}

function fromMessage(message: Message, from: User): Told | undefined {
  const kind = kindOf(message)
  if (kind === 'service') return undefined
  const chatId = message.chat.id
  const text = message.text ?? ''
  const command = kind === 'text' ? parseCommand(text) : undefined
  if (command !== undefined) return { from, chatId, event: { kind: 'command', command } }

  const content: Content =
    kind === 'text'
      ? { kind: 'text', text: toRichText(text, message.entities ?? []) }
      : { kind: 'refused', what: kind, group: message.media_group_id }
  const ref = refOf(chatId, message.message_id)
  return { from, chatId, event: { kind: 'message', ref, content, replyTo: replyTarget(message) } }
}

/** A reply to a message of another chat comes as `external_reply` instead, and is dropped with it. */
function replyTarget({ chat, reply_to_message: replied }: Message): ReplyTarget | undefined {
  if (replied === undefined) return undefined
  return { ref: refOf(chat.id, replied.message_id), at: replied.date * 1000 }
}

function fromTap({
  from,
  data,
  message,
  inline_message_id: inlineId,
}: CallbackQuery): Told | undefined {
  if (data === undefined || inlineId !== undefined) return undefined
  // Without its message it can only come from the private chat, whose id is the person's: https://core.telegram.org/bots/api#callbackquery
  if (message === undefined)
    return { from, chatId: from.id, event: { kind: 'tap', data, on: undefined } }
  if (message.chat.type !== 'private') return undefined
  return {
    from,
    chatId: message.chat.id,
    event: { kind: 'tap', data, on: refOf(message.chat.id, message.message_id) },
  }
}

/** In a private chat this comes only when the bot is blocked or unblocked: https://core.telegram.org/bots/api#update */
function fromMember({ from, chat, new_chat_member: now }: ChatMemberUpdated): Told | undefined {
  if (now.status === 'kicked') return { from, chatId: chat.id, event: { kind: 'blocked' } }
  if (now.status === 'member') return { from, chatId: chat.id, event: { kind: 'unblocked' } }
  return undefined
}

/** The group or channel that an update shows the bot to be in: it has no business there. */
export function foreignChat({
  message,
  my_chat_member: member,
}: Update): { readonly id: number; readonly isIn: boolean } | undefined {
  const chat: Chat | undefined = message?.chat ?? member?.chat
  if (chat === undefined || chat.type === 'private') return undefined
  const status = member?.new_chat_member.status
  return { id: chat.id, isIn: status !== 'left' && status !== 'kicked' }
}
