import type { ReactionTypeEmoji } from 'grammy/types'

export type ReactionEmoji = ReactionTypeEmoji['emoji']

/** All that there are, without variation selectors: https://core.telegram.org/bots/api#reactiontypeemoji */
const reactionEmoji: readonly ReactionEmoji[] = [
  ...(['❤', '👍', '👎', '🔥', '🥰', '👏', '😁', '🤔', '🤯', '😱', '🤬', '😢', '🎉'] as const),
  ...(['🤩', '🤮', '💩', '🙏', '👌', '🕊', '🤡', '🥱', '🥴', '😍', '🐳', '❤‍🔥', '🌚'] as const),
  ...(['🌭', '💯', '🤣', '⚡', '🍌', '🏆', '💔', '🤨', '😐', '🍓', '🍾', '💋', '🖕'] as const),
  ...(['😈', '😴', '😭', '🤓', '👻', '👨‍💻', '👀', '🎃', '🙈', '😇', '😨', '🤝', '✍'] as const),
  ...(['🤗', '🫡', '🎅', '🎄', '☃', '💅', '🤪', '🗿', '🆒', '💘', '🙉', '🦄', '😘'] as const),
  ...(['💊', '🙊', '😎', '👾', '🤷‍♂', '🤷', '🤷‍♀', '😡'] as const),
]

/** Exactly as written: for the bot. */
export function findReaction(emoji: string): ReactionEmoji | undefined {
  return reactionEmoji.find((each) => each === emoji)
}

/** What the app offers for an emoji that somebody's keyboard wrote with variation selectors. */
export function pickReaction(emoji: string): ReactionEmoji | undefined {
  return findReaction(emoji.replaceAll('\uFE0F', ''))
}
