// Files that people send, as the core knows them. Of a file's name nothing is read but whether it is behind a spoiler.

import {
  AttachmentFlags,
  EmbedType,
  MessageFlags,
  StickerFormatType,
  type APIAttachment,
  type APIMessageSnapshotFields,
  type APIStickerItem,
} from 'discord.js'

import type { Media, MediaKind, StickerMotion } from '../../src/core/media.ts'
import type { Cdn } from './cdn.ts'
import { isFormat, writeFileRef } from './file-ref.ts'

/** What a message says, its own or one that it forwards. */
export type Said = Pick<APIMessageSnapshotFields, 'content'> &
  Partial<Pick<APIMessageSnapshotFields, 'attachments' | 'embeds' | 'flags' | 'sticker_items'>>

/** The message that knows fresh addresses of its files. */
export interface MessagePlace {
  readonly channelId: string
  readonly messageId: string
}

export function filesOf(
  { attachments = [], flags, sticker_items: stickers = [] }: Said,
  place: MessagePlace,
): readonly Media[] {
  const isVoice = has(flags, MessageFlags.IsVoiceMessage)
  return [
    ...attachments.map((attachment) => ofAttachment(attachment, isVoice, place)),
    ...stickers.flatMap((sticker) => ofSticker(sticker) ?? []),
  ]
}

const nothingMore = { thumbnail: undefined, emoji: undefined, motion: undefined } as const

function ofAttachment(attachment: APIAttachment, isVoice: boolean, place: MessagePlace): Media {
  const { id, url, size, filename, flags, duration_secs: seconds } = attachment
  const type = mediaType(attachment.content_type)
  return {
    ...nothingMore,
    kind: isVoice ? 'voice' : kindOf(type, has(flags, AttachmentFlags.IsAnimated)),
    file: {
      platform: 'discord',
      ref: writeFileRef({ kind: 'attachment', ...place, id, url }),
      identity: id,
      size,
      type,
    },
    // Older apps say it by the name alone: https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags
    spoiler: has(flags, AttachmentFlags.IsSpoiler) || filename.startsWith('SPOILER_'),
    durationMs: seconds === undefined ? undefined : Math.round(seconds * 1000),
  }
}

/** Without its parameters; undefined where it is none. */
function mediaType(contentType: string | undefined): string | undefined {
  return /^[a-z]+\/[\w.+-]+(?=\s*(?:;|$))/i.exec(contentType ?? '')?.[0].toLowerCase()
}

function kindOf(type = '', isAnimated: boolean): MediaKind {
  if (type === 'image/gif' || (isAnimated && type.startsWith('image/'))) return 'animation'
  if (type.startsWith('image/')) return 'photo'
  if (type.startsWith('video/')) return 'video'
  return type.startsWith('audio/') ? 'audio' : 'document'
}

const stickerForms: Readonly<
  Record<StickerFormatType, { readonly type: string; readonly motion: StickerMotion }>
> = {
  [StickerFormatType.PNG]: { type: 'image/png', motion: 'still' },
  [StickerFormatType.APNG]: { type: 'image/apng', motion: 'frames' },
  [StickerFormatType.Lottie]: { type: 'application/json', motion: 'lottie' },
  [StickerFormatType.GIF]: { type: 'image/gif', motion: 'frames' },
}

/** The name of a sticker is not read: a server's people choose it. What format comes tomorrow cannot be shown. */
function ofSticker({ id, format_type: format }: APIStickerItem): Media | undefined {
  if (!isFormat(format)) return undefined
  const { type, motion } = stickerForms[format]
  return {
    ...nothingMore,
    kind: 'sticker',
    file: {
      platform: 'discord',
      ref: writeFileRef({ kind: 'sticker', id, format }),
      identity: id,
      size: undefined,
      type,
    },
    spoiler: false,
    durationMs: undefined,
    motion,
  }
}

/**
 * A GIF that somebody chose in the app is sent as a link to its site, which the app shows as the GIF alone. It is taken from Discord,
 * which has copied it, and never from that site: there our address would be seen.
 */
export function gifOf({ content, embeds = [] }: Said, cdn: Cdn): Media | undefined {
  const [embed] = embeds
  if (embed?.type !== EmbedType.GIFV || embeds.length > 1) return undefined
  if (!/^https?:\/\/\S+$/.test(content.trim())) return undefined
  const url = embed.video?.proxy_url
  if (url === undefined || !URL.canParse(url)) return undefined
  const address = new URL(url)
  if (!cdn.isFileHost(address)) return undefined
  return {
    ...nothingMore,
    kind: 'animation',
    file: {
      platform: 'discord',
      ref: writeFileRef({ kind: 'gif', url }),
      identity: address.pathname,
      size: undefined,
      type: mediaType(embed.video?.content_type) ?? 'video/mp4',
    },
    spoiler: false,
    durationMs: undefined,
  }
}

const has = (flags: number | undefined, flag: number): boolean => ((flags ?? 0) & flag) !== 0
