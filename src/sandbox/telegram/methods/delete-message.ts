import { badRequest } from '../api-error.ts'
import { type Cloud, secondsNow } from '../cloud.ts'
import { integerParam, type Params } from '../params.ts'
import { targetChat } from './target-chat.ts'

/** "A message can only be deleted if it was sent less than 48 hours ago": https://core.telegram.org/bots/api#deletemessage */
const deletableS = 48 * 3600

export function deleteMessage(cloud: Cloud, params: Params): true {
  const chat = targetChat(cloud, params)
  const id = integerParam(params, 'message_id')
  if (id === undefined) throw badRequest('message identifier is not specified')
  const message = chat.find(id)
  if (message === undefined) throw badRequest('message to delete not found')
  if (secondsNow(cloud) - message.date >= deletableS) {
    throw badRequest("message can't be deleted for everyone")
  }
  chat.remove(id)
  return true
}
