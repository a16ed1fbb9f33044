// Telegram's entities and the core's ranges: https://core.telegram.org/bots/api#messageentity

import type { MessageEntity } from 'grammy/types'

import { normalize, type Format, type Range, type RichText } from '../../src/core/rich-text.ts'
import { unreachable } from '../../src/lib/must.ts'

/** What is no formatting (mentions, custom emoji, hashtags, whatever comes tomorrow) stays as the plain text that it covers. */
export function toRichText(text: string, entities: readonly MessageEntity[]): RichText {
  const ranges: Range[] = []
  for (const entity of entities) {
    const format = toFormat(entity)
    if (format !== undefined)
      ranges.push({ start: entity.offset, end: entity.offset + entity.length, format })
  }
  return normalize(text, ranges)
}

function toFormat(entity: MessageEntity): Format | undefined {
  switch (entity.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'spoiler':
    case 'code':
      return { kind: entity.type }
    case 'strikethrough':
      return { kind: 'strike' }
    case 'blockquote':
    case 'expandable_blockquote':
      return { kind: 'quote' }
    case 'pre':
      return { kind: 'pre', language: entity.language }
    case 'text_link':
      return isWebAddress(entity.url) ? { kind: 'link', url: entity.url } : undefined
    case 'text_mention':
    case 'mention':
    case 'hashtag':
    case 'cashtag':
    case 'bot_command':
    case 'url':
    case 'email':
    case 'phone_number':
    case 'custom_emoji':
    case 'date_time':
    // And what grammY's types do not know yet.
    default:
      return undefined
  }
}

/** Telegram also links to people and chats: tg://user?id=… would name somebody. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

/**
 * The canonical form of the core keeps Telegram's own rules: code stands alone, quotes hold all and lie in nothing.
 * Links are not sent: the core has already turned them into plain text.
 */
export function toEntities({ text, ranges }: RichText): MessageEntity[] {
  const sent = ranges.filter(({ format }) => format.kind !== 'link')
  return normalize(text, sent).ranges.flatMap((range) => toEntity(range) ?? [])
}

function toEntity({ start, end, format }: Range): MessageEntity | undefined {
  const place = { offset: start, length: end - start }
  switch (format.kind) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'spoiler':
    case 'code':
      return { type: format.kind, ...place }
    case 'strike':
      return { type: 'strikethrough', ...place }
    case 'quote':
      return { type: 'blockquote', ...place }
    case 'pre':
      return format.language === undefined
        ? { type: 'pre', ...place }
        : { type: 'pre', language: format.language, ...place }
    case 'link':
      return undefined
    default:
      return unreachable(format)
  }
}
