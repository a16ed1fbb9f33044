// Updates as Telegram sends them, with every name that must not get through.

import type { CallbackQuery, ChatMember, Message, ReactionType, Update, User } from 'grammy/types'

export const ann: User = {
  id: 5,
  is_bot: false,
  first_name: 'Annabel',
  last_name: 'Leigh',
  username: 'annabel_leigh',
  language_code: 'de',
}
/** What of her goes further. */
export const annAsSender = {
  platform: 'telegram',
  id: '5',
  address: '5',
  handle: 'annabel_leigh',
  language: 'de',
} as const
export const annsChat = {
  id: 5,
  type: 'private',
  first_name: 'Annabel',
  username: 'annabel_leigh',
} as const
export const group = { id: -100, type: 'group', title: 'Crowd' } as const
export const channel = { id: -200, type: 'channel', title: 'News' } as const
const bot: User = { id: 123456789, is_bot: true, first_name: 'Bot' }

/** A message of Ann's; its content is what is said in `said`. */
export function messageUpdate(updateId: number, said: Record<string, unknown>): Update {
  const message = {
    message_id: 1000 + updateId,
    date: 1_700_000_000,
    chat: annsChat,
    from: ann,
    ...said,
  }
  return { update_id: updateId, message }
}

export function editUpdate(updateId: number, said: Record<string, unknown>): Update {
  const { message } = messageUpdate(updateId, { edit_date: 1_700_000_100, ...said })
  // The types tell apart what is the same on the wire.
  const update: Update = JSON.parse(
    JSON.stringify({ update_id: updateId, edited_message: message }),
  )
  return update
}

export function reactionUpdate(
  updateId: number,
  present: readonly ReactionType[],
  more: Record<string, unknown> = {},
): Update {
  const change = {
    chat: annsChat,
    message_id: 900,
    user: ann,
    date: 1_700_000_000,
    old_reaction: [],
    new_reaction: [...present],
    ...more,
  }
  return { update_id: updateId, message_reaction: change }
}

export function tapUpdate(updateId: number, query: Partial<CallbackQuery>): Update {
  const message: Message = {
    message_id: 900,
    date: 1_700_000_000,
    chat: annsChat,
    from: bot,
    text: 'Tap!',
  }
  return {
    update_id: updateId,
    callback_query: { id: `query-${updateId}`, from: ann, chat_instance: 'x', message, ...query },
  }
}

export function memberUpdate(
  updateId: number,
  status: 'kicked' | 'member' | 'left',
  chat: typeof annsChat | typeof group | typeof channel = annsChat,
): Update {
  const now: ChatMember =
    status === 'kicked' ? { status, user: bot, until_date: 0 } : { status, user: bot }
  const before: ChatMember = { status: 'member', user: bot }
  const change = {
    chat,
    from: ann,
    date: 1_700_000_000,
    old_chat_member: before,
    new_chat_member: now,
  }
  return { update_id: updateId, my_chat_member: change }
}
