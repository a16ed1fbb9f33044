// The chat that a call is about, and whether the bot may write there.

import { badRequest, forbidden } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { integerParam, type Params } from '../params.ts'
import type { PrivateChat } from '../private-chat.ts'
import { isUploadedFile } from '../uploaded-file.ts'

export function targetChat(cloud: Cloud, params: Params): PrivateChat {
  const given = params['chat_id']
  if (given === undefined || given === '') throw badRequest('chat_id is empty')
  const id = integerParam(params, 'chat_id')
  const chat = id === undefined ? undefined : cloud.chats.get(id)
  if (chat === undefined) throw badRequest('chat not found')
  return chat
}

export function writableChat(cloud: Cloud, params: Params): PrivateChat {
  const chat = targetChat(cloud, params)
  switch (chat.standing) {
    case 'open':
      return chat
    case 'never-wrote':
      throw forbidden("bot can't initiate conversation with a user")
    case 'blocked':
      throw forbidden('bot was blocked by the user')
    case 'deleted':
      throw forbidden('user is deactivated')
  }
}

/** Features that the sandbox does not imitate are refused aloud, so that nobody believes them tested. */
const unknownParams = [
  'business_connection_id',
  'direct_messages_topic_id',
  'ephemeral_message_parameters',
  'inline_message_id',
  'message_effect_id',
  'message_thread_id',
  'parse_mode',
  'rich_message',
  'suggested_post_parameters',
]

export function refuseUnknownParams(params: Params): void {
  const unknown = unknownParams.find((name) => params[name] !== undefined && params[name] !== '')
  if (unknown !== undefined) throw badRequest(`the sandbox does not know ${unknown}`)
}

const sendingParams = ['chat_id', 'disable_notification', 'protect_content', 'reply_parameters']

/** Stricter: nothing is taken but what is imitated. */
export function onlyKnownParams(params: Params, others: readonly string[]): void {
  onlyTheseFields(params, [...sendingParams, ...others])
}

/** Files that are attached under names of their own are no parameters. */
export function onlyTheseFields(item: Params, known: readonly string[]): void {
  const unknown = Object.entries(item).find(
    ([name, value]) =>
      !known.includes(name) && value !== undefined && value !== '' && !isUploadedFile(value),
  )
  if (unknown !== undefined) throw badRequest(`the sandbox does not know ${unknown[0]}`)
}
