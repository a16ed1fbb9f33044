// Discord's ids as the core's opaque names, and back.

import { StartError } from '../../src/adapter.ts'
import { address, type Address } from '../../src/core/address.ts'
import type { Sender } from '../../src/core/inbound.ts'

/** A token's first part is the bot's user id in base64: https://docs.discord.com/developers/reference#authentication */
export function botIdOf(token: string): string {
  const first = /^([\w-]+)\.[\w-]+\.[\w-]+$/.exec(token)?.[1]
  const id = first === undefined ? '' : Buffer.from(first, 'base64').toString('latin1')
  if (/^\d{15,20}$/.test(id)) return id
  throw new StartError(
    'DISCORD_TOKEN is not a bot token. Copy it again from the Developer Portal, Bot page.',
  )
}

/** A DM is opened by the person alone, so its channel is remembered with them and never asked for. */
export function addressOf(userId: string, channelId: string): Address {
  return address(`${userId}/${channelId}`)
}

export function channelIdOf(to: Address): string {
  return to.slice(to.indexOf('/') + 1)
}

export function senderAt(from: Address): Sender {
  return { platform: 'discord', id: from.slice(0, from.indexOf('/')), address: from }
}

const discordEpochMs = 1_420_070_400_000n
const timeBits = 22n

/** When an id was made: https://docs.discord.com/developers/reference#snowflakes */
export function timeOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> timeBits) + discordEpochMs)
}

/** Less than every id that was made at that time. */
export function snowflakeAt(ms: number): string {
  const sinceEpoch = BigInt(Math.trunc(ms)) - discordEpochMs
  return String(sinceEpoch > 0n ? sinceEpoch << timeBits : 0n)
}

export function bySnowflake(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
