// Telegram's numbers as the core's opaque names, and back.

import { StartError } from '../../src/adapter.ts'
import { address, ref, type Address, type Ref } from '../../src/core/address.ts'

/** A token is the bot's user id, a colon and a secret: https://core.telegram.org/bots/api#authorizing-your-bot */
export function botIdOf(token: string): string {
  const id = /^(\d+):\S+$/.exec(token)?.[1]
  if (id === undefined)
    throw new StartError('TELEGRAM_TOKEN is not a bot token. Copy it again from @BotFather.')
  return id
}

export function addressOf(chatId: number): Address {
  return address(String(chatId))
}

export function chatIdOf(to: Address): number {
  return Number(to)
}

export function refOf(chatId: number, messageId: number): Ref {
  return ref(`${chatId}/${messageId}`)
}

/** `undefined` for what was never a message of Telegram's. */
export function messageIdOf(name: Ref): number | undefined {
  const id = /^-?\d+\/(\d+)$/.exec(name)?.[1]
  return id === undefined ? undefined : Number(id)
}
