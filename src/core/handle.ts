import type { Platform } from './platform.ts'

/** https://core.telegram.org/method/account.checkUsername: five or more, and four where they were bought. https://discord.com/developers/docs/resources/user#usernames-and-nicknames */
const shapes = {
  telegram: /^[A-Za-z0-9_]{4,32}$/,
  discord: /^[a-z0-9._]{2,32}$/,
} as const satisfies Readonly<Record<Platform, RegExp>>

/** A name by which somebody can be found on that platform; whatever else was told is none. */
export const asHandle = (platform: Platform, name: string | undefined): string | undefined =>
  name !== undefined && shapes[platform].test(name) ? name : undefined
