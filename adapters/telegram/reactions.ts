// What a bot may put under a message, as Telegram spells it: https://core.telegram.org/bots/api#reactiontypeemoji

import type { ReactionTypeEmoji } from 'grammy/types'

type ReactionEmoji = ReactionTypeEmoji['emoji']

const documented: readonly ReactionEmoji[] = [
  '👍',
  '👎',
  '❤',
  '🔥',
  '🥰',
  '👏',
  '😁',
  '🤔',
  '🤯',
  '😱',
  '🤬',
  '😢',
  '🎉',
  '🤩',
  '🤮',
  '💩',
  '🙏',
  '👌',
  '🕊',
  '🤡',
  '🥱',
  '🥴',
  '😍',
  '🐳',
  '❤‍🔥',
  '🌚',
  '🌭',
  '💯',
  '🤣',
  '⚡',
  '🍌',
  '🏆',
  '💔',
  '🤨',
  '😐',
  '🍓',
  '🍾',
  '💋',
  '🖕',
  '😈',
  '😴',
  '😭',
  '🤓',
  '👻',
  '👨‍💻',
  '👀',
  '🎃',
  '🙈',
  '😇',
  '😨',
  '🤝',
  '✍',
  '🤗',
  '🫡',
  '🎅',
  '🎄',
  '☃',
  '💅',
  '🤪',
  '🗿',
  '🆒',
  '💘',
  '🙉',
  '🦄',
  '😘',
  '💊',
  '🙊',
  '😎',
  '👾',
  '🤷‍♂',
  '🤷',
  '🤷‍♀',
  '😡',
]

/** U+FE0F asks for a picture instead of a letter; people's keyboards add it, and Telegram's list leaves it out. */
const bare = (emoji: string): string => emoji.replaceAll('\ufe0f', '')

const spellings: ReadonlyMap<string, ReactionEmoji> = new Map(
  documented.map((emoji) => [bare(emoji), emoji]),
)

/** Without variation selectors: to be compared with an emoji that has none either. */
export const allowedReactions: ReadonlySet<string> = new Set(spellings.keys())

/** `undefined` for what Telegram would answer with REACTION_INVALID. */
export function asListed(emoji: string): ReactionEmoji | undefined {
  return spellings.get(bare(emoji))
}
