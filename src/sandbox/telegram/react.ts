import { isDeepStrictEqual } from 'node:util'

import type { ReactionType } from 'grammy/types'

import { type Cloud, secondsNow } from './cloud.ts'
import type { ChatMessage, PrivateChat } from './private-chat.ts'
import { pickReaction, type ReactionEmoji } from './reaction-emoji.ts'

/** Without Premium, `reactions_user_max_default`: https://core.telegram.org/api/config#client-configuration */
const most = 1

/** Makes the person's reaction be this one or none, and tells the bot what it was and is. */
export function reactTo(
  cloud: Cloud,
  chat: PrivateChat,
  message: ChatMessage,
  emoji: readonly string[],
): void {
  if (emoji.length > most) {
    throw new Error(`Telegram's app lets nobody without Premium have ${emoji.length} reactions`)
  }
  const before = chat.reactionsOf(message.message_id, 'person')
  const after = emoji.map(mustPick)
  if (isDeepStrictEqual(before, after)) return
  chat.setReactions(message.message_id, 'person', after)
  cloud.updates.push({
    message_reaction: {
      chat: chat.chat,
      message_id: message.message_id,
      user: chat.user,
      date: secondsNow(cloud),
      old_reaction: before.map(reactionType),
      new_reaction: after.map(reactionType),
    },
  })
}

function mustPick(emoji: string): ReactionEmoji {
  const picked = pickReaction(emoji)
  if (picked === undefined) throw new Error(`Telegram's app has no reaction ${emoji}`)
  return picked
}

function reactionType(emoji: ReactionEmoji): ReactionType {
  return { type: 'emoji', emoji }
}
