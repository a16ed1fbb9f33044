// The bot's own reactions: https://docs.discord.com/developers/resources/message#create-reaction

import { apiErrors } from '../api-error.ts'
import type { Dm } from '../dm.ts'
import { hasReaction, mostReactions } from '../reactions.ts'
import type { Reaction } from '../reactions.ts'
import { noContent, param } from '../route.ts'
import type { Answer, Call, Route } from '../route.ts'
import { isStandardEmoji } from '../standard-emoji.ts'
import type { World } from '../world.ts'
import { requireDm } from './channel-routes.ts'

export function reactionRoutes(world: World): readonly Route[] {
  const own = {
    path: '/channels/:channel/messages/:message/reactions/:emoji/@me',
    addressee: (call: Call) => world.dm(param(call, 'channel'))?.account,
  } as const

  return [
    {
      ...own,
      kind: 'PUT reaction',
      verb: 'PUT',
      run: (call) => put(requireDm(world, call), param(call, 'message'), param(call, 'emoji')),
    },
    {
      ...own,
      kind: 'DELETE reaction',
      verb: 'DELETE',
      run: (call) => remove(requireDm(world, call), param(call, 'message'), param(call, 'emoji')),
    },
  ]
}

function put(dm: Dm, messageId: string, emoji: string): Answer {
  const reactions = requireReactions(dm, messageId)
  if (!isStandardEmoji(emoji)) throw apiErrors.unknownEmoji()
  if (dm.account.hasBlocked) throw apiErrors.reactionBlocked()
  if (hasReaction(reactions, emoji, 'bot')) return noContent
  const isNew = !reactions.some((each) => each.emoji === emoji)
  if (isNew && reactions.length >= mostReactions) throw apiErrors.tooManyReactions()
  dm.react(messageId, emoji, 'bot')
  return noContent
}

function remove(dm: Dm, messageId: string, emoji: string): Answer {
  const reactions = requireReactions(dm, messageId)
  if (!isStandardEmoji(emoji)) throw apiErrors.unknownEmoji()
  if (hasReaction(reactions, emoji, 'bot')) dm.unreact(messageId, emoji, 'bot')
  return noContent
}

function requireReactions(dm: Dm, messageId: string): readonly Reaction[] {
  const reactions = dm.reactionsOf(messageId)
  if (reactions === undefined) throw apiErrors.unknownMessage()
  return reactions
}
