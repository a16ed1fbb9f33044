// Where Discord keeps files. Anybody may read there what they know the address of: nothing of ours, least of all the token, is told there.

import { StickerFormatType } from 'discord.js'

import { allowOnly } from '../../src/lib/download.ts'

export interface Cdn {
  /** Whether it is one of Discord's own file hosts: nothing is ever fetched from anywhere else. */
  readonly isFileHost: (url: URL) => boolean
  readonly addressOfSticker: (id: string, format: StickerFormatType) => string
}

/** https://docs.discord.com/developers/reference#image-formatting; pictures and videos of other sites come through images-ext. */
const fileHosts = [
  'cdn.discordapp.com',
  'media.discordapp.net',
  'images-ext-1.discordapp.net',
  'images-ext-2.discordapp.net',
]

/** A stand-in for the API stands in for the file hosts as well. */
export function createCdn(apiRoot: string): Cdn {
  const { origin } = new URL(apiRoot)
  const standIn = origin === 'https://discord.com' ? undefined : origin
  return {
    isFileHost: allowOnly(fileHosts, standIn === undefined ? [] : [standIn]),
    addressOfSticker(id, format) {
      const path = `/stickers/${id}.${endings[format]}`
      // GIFs are served by the other host: https://docs.discord.com/developers/reference#image-formatting-cdn-endpoints
      const host =
        format === StickerFormatType.GIF
          ? 'https://media.discordapp.net'
          : 'https://cdn.discordapp.com'
      return `${standIn ?? host}${path}`
    },
  }
}

const endings: Readonly<Record<StickerFormatType, string>> = {
  [StickerFormatType.PNG]: 'png',
  [StickerFormatType.APNG]: 'png',
  [StickerFormatType.Lottie]: 'json',
  [StickerFormatType.GIF]: 'gif',
}
