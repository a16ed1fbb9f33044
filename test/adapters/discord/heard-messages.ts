// Messages as Discord tells of them, and what is said of them to the core.

import { createCdn } from '../../../adapters/discord/cdn.ts'
import { fromMessage, type HeardMessage } from '../../../adapters/discord/inbound.ts'
import type { Content } from '../../../src/core/content.ts'
import type { RichText } from '../../../src/core/rich-text.ts'

const botId = '1090000000000000001'
export const us = { botId, cdn: createCdn('https://discord.com/api') }
export const annId = '1100000000000000001'
export const dmId = '1100000000000000002'
export const messageId = '1100000000000000003'
const fileId = '1100000000000000004'

export const message = (more: object): HeardMessage => {
  const whole: Partial<HeardMessage> = {
    id: messageId,
    channel_id: dmId,
    channel_type: 1,
    author: {
      id: annId,
      username: 'annabel',
      discriminator: '0',
      global_name: 'Annabel',
      avatar: null,
    },
    content: '',
    type: 0,
    attachments: [],
    embeds: [],
    ...more,
  }
  return whole as HeardMessage
}

export function contentOf(more: object): Content | undefined {
  const event = fromMessage(message(more), us)?.event
  return event?.kind === 'message' ? event.content : undefined
}

const url = `https://cdn.discordapp.com/attachments/${dmId}/${fileId}/x?ex=1&is=2&hm=3`
export const attachment = (more: object = {}) => ({
  id: fileId,
  filename: 'Annabel-Leigh.bin',
  size: 1234,
  url,
  proxy_url: url.replace('cdn.discordapp.com', 'media.discordapp.net'),
  ...more,
})

export const text = (words: string): RichText => ({ text: words, ranges: [] })
export const attachmentRef = (id = fileId) =>
  JSON.stringify({ kind: 'attachment', channelId: dmId, messageId, id, url })

export const media = (more: object = {}, file: object = {}) => ({
  kind: 'document',
  file: {
    platform: 'discord',
    ref: attachmentRef(),
    identity: fileId,
    size: 1234,
    type: undefined,
    ...file,
  },
  thumbnail: undefined,
  spoiler: false,
  durationMs: undefined,
  emoji: undefined,
  motion: undefined,
  ...more,
})

export const said = (files: readonly object[], caption = text('')) => ({
  kind: 'media',
  files,
  caption,
  album: undefined,
})

export const link = 'https://tenor.com/view/cat-gif-1'
const proxy =
  'https://images-ext-1.discordapp.net/external/abc/https/media.tenor.com/x/cat.mp4?format=mp4'
export const gifEmbed = (
  video: object = { url: 'https://media.tenor.com/x/cat.mp4', proxy_url: proxy },
) => ({
  type: 'gifv',
  url: link,
  video,
})
export const gif = said([
  media(
    { kind: 'animation' },
    {
      ref: JSON.stringify({ kind: 'gif', url: proxy }),
      identity: '/external/abc/https/media.tenor.com/x/cat.mp4',
      size: undefined,
      type: 'video/mp4',
    },
  ),
])
