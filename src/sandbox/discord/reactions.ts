// The reactions under one message, by emoji in the order in which these came.

import type { SeenMessage } from '../person.ts'
import type { WireReaction } from './wire-message.ts'

export type Reactor = 'person' | 'bot'

export interface Reaction {
  readonly emoji: string
  /** Never empty. */
  readonly from: readonly Reactor[]
}

/** How many different ones a message can carry: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export const mostReactions = 20

export function hasReaction(all: readonly Reaction[], emoji: string, from: Reactor): boolean {
  return all.some((each) => each.emoji === emoji && each.from.includes(from))
}

/** There is none of the kind yet: see `hasReaction`. */
export function addReaction(
  all: readonly Reaction[],
  emoji: string,
  from: Reactor,
): readonly Reaction[] {
  if (!all.some((each) => each.emoji === emoji)) return [...all, { emoji, from: [from] }]
  return all.map((each) => (each.emoji === emoji ? { emoji, from: [...each.from, from] } : each))
}

export function dropReaction(
  all: readonly Reaction[],
  emoji: string,
  from: Reactor,
): readonly Reaction[] {
  return all
    .map((each) =>
      each.emoji === emoji ? { emoji, from: each.from.filter((who) => who !== from) } : each,
    )
    .filter((each) => each.from.length > 0)
}

export function seenReactions(all: readonly Reaction[]): SeenMessage['reactions'] {
  return all.flatMap(({ emoji, from }) => from.map((who) => ({ emoji, from: who })))
}

export interface ReactionPlace {
  readonly user_id: string
  readonly channel_id: string
  readonly message_id: string
}

/** https://docs.discord.com/developers/events/gateway-events#message-reaction-remove */
export function reactionEvent(place: ReactionPlace, emoji: string): object {
  return { ...place, emoji: { id: null, name: emoji }, burst: false, type: 0 }
}

/** https://docs.discord.com/developers/resources/message#reaction-object */
export function wireReactions(all: readonly Reaction[]): readonly WireReaction[] {
  return all.map(({ emoji, from }) => ({
    emoji: { id: null, name: emoji },
    count: from.length,
    count_details: { burst: 0, normal: from.length },
    burst_colors: [],
    me_burst: false,
    me: from.includes('bot'),
  }))
}
