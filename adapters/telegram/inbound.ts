// A Bot API update as what it tells about one person in their private chat with the bot. Of `from` its id goes further, the language of the
// app as far as it can be chosen here, and the username, which the partner is shown by the person's own will alone; nothing of their name.

import type {
  CallbackQuery,
  Chat,
  ChatMemberUpdated,
  Message,
  MessageReactionUpdated,
  Update,
  User,
} from 'grammy/types'

import { parseCommand, type Command } from '../../src/core/command.ts'
import type { Inbound, InboundEvent, ReplyTarget, Sender } from '../../src/core/inbound.ts'
import { languageOf } from '../../src/core/language.ts'
import { contentOf } from './content.ts'
import { addressOf, refOf } from './ids.ts'

/** What is left out of `allowed_updates` is never sent; the list sticks to the bot until the next one: https://core.telegram.org/bots/api#getupdates */
export const allowedUpdates = [
  'message',
  'edited_message',
  'message_reaction',
  'callback_query',
  'my_chat_member',
] as const

/** `undefined` for what concerns nobody: groups, channels, other bots, service messages, kinds of update that we did not ask for. */
export function toInbound(update: Update, botId: string): Inbound | undefined {
  const told = toEvent(update)
  if (told === undefined || told.from.is_bot) return undefined
  return {
    sender: toSender(told.from, told.chatId),
    seenKey: `update:${botId}:${update.update_id}`,
    position: undefined,
    event: told.event,
  }
}

/** Both are optional: https://core.telegram.org/bots/api#user */
function toSender({ id, language_code: language, username }: User, chatId: number): Sender {
  const address = addressOf(chatId)
  return {
    platform: 'telegram',
    id: String(id),
    address,
    language: languageOf(language),
    handle: username,
  }
}

interface Told {
  readonly from: User
  readonly chatId: number
  readonly event: InboundEvent
}

function toEvent({
  message,
  edited_message: edited,
  message_reaction: reaction,
  callback_query: query,
  my_chat_member: member,
}: Update): Told | undefined {
  if (message !== undefined)
    return message.chat.type === 'private' ? fromMessage(message, message.from) : undefined
  if (edited !== undefined)
    return edited.chat.type === 'private' ? fromEdited(edited, edited.from) : undefined
  if (reaction !== undefined)
    return reaction.chat.type === 'private' ? fromReaction(reaction) : undefined
  if (query !== undefined) return fromTap(query)
  if (member !== undefined) return member.chat.type === 'private' ? fromMember(member) : undefined
  return undefined
}

function fromMessage(message: Message, from: User): Told | undefined {
  const content = contentOf(message)
  if (content === undefined) return undefined
  const chatId = message.chat.id
  const replyTo = replyTarget(message)
  const command = content.kind === 'text' ? commandIn(message) : undefined
  if (command !== undefined) return { from, chatId, event: { kind: 'command', command, replyTo } }
  const ref = refOf(chatId, message.message_id)
  return { from, chatId, event: { kind: 'message', ref, content, replyTo } }
}

/** Comes for changes that nobody sees as well: https://core.telegram.org/bots/api#update. What is edited into a command stays words. */
function fromEdited(message: Message, from: User): Told | undefined {
  const content = contentOf(message)
  if (content === undefined) return undefined
  const chatId = message.chat.id
  return {
    from,
    chatId,
    event: { kind: 'edited', ref: refOf(chatId, message.message_id), content },
  }
}

/** Only what somebody types is a command: not what they pass on from elsewhere, and not what is written on a picture or in a poll. */
function commandIn({ text, forward_origin: origin }: Message): Command | undefined {
  return text === undefined || origin !== undefined ? undefined : parseCommand(text)
}

/** All that the person has under the message now; custom and paid ones exist on Telegram alone: https://core.telegram.org/bots/api#reactiontype */
function fromReaction({
  chat,
  user,
  message_id: messageId,
  new_reaction: present,
}: MessageReactionUpdated): Told | undefined {
  if (user === undefined) return undefined
  const emoji = present.flatMap((reaction) => (reaction.type === 'emoji' ? reaction.emoji : []))
  const ref = refOf(chat.id, messageId)
  const reaction = { kind: 'set', emoji } as const
  return { from: user, chatId: chat.id, event: { kind: 'reacted', ref, reaction } }
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
  edited_message: edited,
  message_reaction: reaction,
  my_chat_member: member,
}: Update): { readonly id: number; readonly isIn: boolean } | undefined {
  const chat: Chat | undefined = message?.chat ?? edited?.chat ?? reaction?.chat ?? member?.chat
  if (chat === undefined || chat.type === 'private') return undefined
  const status = member?.new_chat_member.status
  return { id: chat.id, isIn: status !== 'left' && status !== 'kicked' }
}
