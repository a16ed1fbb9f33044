// Where Discord keeps a file, as the core carries it about.

import { StickerFormatType } from 'discord.js'

import { fileRef, type FileRef } from '../../src/core/media.ts'

export type KeptFile =
  /** Its address is signed and ends after a day; the message knows a fresh one for as long as it is there. */
  | {
      readonly kind: 'attachment'
      readonly channelId: string
      readonly messageId: string
      readonly id: string
      readonly url: string
    }
  | { readonly kind: 'sticker'; readonly id: string; readonly format: StickerFormatType }
  /** A GIF of another site, as Discord's apps show it: by way of Discord. */
  | { readonly kind: 'gif'; readonly url: string }

export function writeFileRef(file: KeptFile): FileRef {
  return fileRef(JSON.stringify(file))
}

/** Undefined where it is none that was written here. */
export function readFileRef(text: FileRef): KeptFile | undefined {
  const read = fields(text)
  if (read === undefined) return undefined
  const { kind, channelId, messageId, id, url, format } = read
  if (kind === 'attachment' && isId(channelId) && isId(messageId) && isId(id) && isText(url))
    return { kind, channelId, messageId, id, url }
  if (kind === 'sticker' && isId(id) && isFormat(format)) return { kind, id, format }
  return kind === 'gif' && isText(url) ? { kind, url } : undefined
}

function fields(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? { ...read } : undefined
  } catch {
    return undefined
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isId = (value: unknown): value is string => isText(value) && /^\d{1,20}$/.test(value)

const formats: ReadonlySet<unknown> = new Set([
  StickerFormatType.PNG,
  StickerFormatType.APNG,
  StickerFormatType.Lottie,
  StickerFormatType.GIF,
])

export function isFormat(value: unknown): value is StickerFormatType {
  return formats.has(value)
}
