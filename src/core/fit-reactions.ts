import type { ReactionCapability } from './capabilities.ts'
import type { ReactionChange } from './inbound.ts'

const skinTones = /[\u{1f3fb}-\u{1f3ff}]/gu
const variationSelectors = /\ufe0f/g

/** Where a platform allows few: the nearest of those that it is likely to have. */
const nearest: Readonly<Record<string, string>> = {
  '😂': '🤣',
  '😀': '😁',
  '😃': '😁',
  '😄': '😁',
  '😅': '😁',
  '🙂': '😁',
  '😊': '🥰',
  '🩷': '❤',
  '🧡': '❤',
  '💛': '❤',
  '💚': '❤',
  '💙': '❤',
  '💜': '❤',
  '🖤': '❤',
  '💕': '❤',
  '♥': '❤',
  '😞': '😢',
  '😔': '😢',
  '☹': '😢',
  '😠': '😡',
  '😮': '😱',
  '😲': '🤯',
  '🙌': '👏',
  '✅': '👍',
  '❌': '👎',
  '🥳': '🎉',
}

/** The set of emoji after a change; the newest is last. */
export function applyReaction(
  before: readonly string[],
  change: ReactionChange,
): readonly string[] {
  switch (change.kind) {
    case 'set':
      return change.emoji
    case 'added':
      return [...before.filter((emoji) => emoji !== change.emoji), change.emoji]
    case 'removed':
      return before.filter((emoji) => emoji !== change.emoji)
  }
}

export interface FittedReactions {
  /** What can be shown, each as the platform has it, the newest last. */
  readonly emoji: readonly string[]
  /** What has no likeness there at all. */
  readonly unfit: readonly string[]
}

export function fitReactions(
  emoji: readonly string[],
  { most, allowed }: ReactionCapability,
): FittedReactions {
  const fitted = emoji.map((one) => ({ one, as: allowedAs(one, allowed) }))
  const shown = [...new Set(fitted.flatMap(({ as }) => as ?? []))]
  return {
    emoji: shown.slice(Math.max(0, shown.length - most)),
    unfit: fitted.filter(({ as }) => as === undefined).map(({ one }) => one),
  }
}

function allowedAs(emoji: string, allowed: ReactionCapability['allowed']): string | undefined {
  if (allowed === 'any') return emoji
  const bare = emoji.replaceAll(variationSelectors, '')
  const pale = bare.replaceAll(skinTones, '')
  return [bare, pale, nearest[pale]].find((form) => form !== undefined && allowed.has(form))
}
