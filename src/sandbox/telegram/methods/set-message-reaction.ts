import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { integerParam, isRecord, type Params, structureParam } from '../params.ts'
import { findReaction, type ReactionEmoji } from '../reaction-emoji.ts'
import { refuseUnknownParams, targetChat, writableChat } from './target-chat.ts'

/** "Bots can set up to one reaction per message": https://core.telegram.org/bots/api#setmessagereaction */
const most = 1

/** Bots are not told of their own reactions. */
export function setMessageReaction(cloud: Cloud, params: Params): true {
  const chat = targetChat(cloud, params)
  refuseUnknownParams(params)
  const given = structureParam(params, 'reaction', 'reaction types') ?? []
  if (!Array.isArray(given)) throw badRequest('expected an Array of ReactionType')
  const id = integerParam(params, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  if (chat.find(id) === undefined) throw badRequest('message to react not found')
  writableChat(cloud, params)
  const emoji = given.map(parseReaction)
  if (emoji.length > most) throw badRequest('REACTIONS_TOO_MANY')
  chat.setReactions(id, 'bot', emoji)
  return true
}

/** Custom emoji only where they are under the message already, which here they never are; paid ones never. */
function parseReaction(given: unknown): ReactionEmoji {
  if (!isRecord(given)) throw badRequest("can't parse ReactionType: expected an Object")
  const { type, emoji } = given
  const found = type === 'emoji' && typeof emoji === 'string' ? findReaction(emoji) : undefined
  if (found === undefined) throw badRequest('REACTION_INVALID')
  return found
}
