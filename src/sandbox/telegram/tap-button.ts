import { randomInt } from 'node:crypto'

import type { Cloud } from './cloud.ts'
import type { PrivateChat } from './private-chat.ts'

export interface Tap {
  readonly messageId: number
  readonly data: string
  readonly timeoutMs: number
}

/** Resolves when the bot has answered: https://core.telegram.org/bots/api#callbackquery */
export async function tapButton(
  cloud: Cloud,
  chat: PrivateChat,
  { messageId, data, timeoutMs }: Tap,
): Promise<void> {
  const message = chat.find(messageId)
  // A modified app can tap what no button says: https://core.telegram.org/bots/api#callbackquery
  if (message === undefined) {
    throw new Error(`There is no message ${messageId} to tap on`)
  }
  const { id, answered } = cloud.queries.open(chat.user.id)
  const chat_instance = String(randomInt(10 ** 13, 10 ** 14))
  cloud.updates.push({ callback_query: { id, from: chat.user, message, chat_instance, data } })

  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const unanswered = new Error(`The bot has not answered the tap on ${data} in ${timeoutMs} ms`)
    timer = setTimeout(() => reject(unanswered), timeoutMs)
  })
  await Promise.race([answered, late]).finally(() => clearTimeout(timer))
}
