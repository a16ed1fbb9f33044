// The entities that a sender gives, refused in Telegram's own words: https://core.telegram.org/bots/api#messageentity

import type { MessageEntity, User } from 'grammy/types'

import { badRequest } from './api-error.ts'
import { isRecord } from './params.ts'

const plainTypes = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
] as const

type PlainType = (typeof plainTypes)[number]

function isPlain(type: unknown): type is PlainType {
  return plainTypes.some((plain) => plain === type)
}

/** Somebody whom the bot has met, for mentions without a username. */
export type FindUser = (id: number) => User | undefined

/** Types that Telegram marks by itself are left out: it ignores them. */
export function parseEntities(given: unknown, text: string, findUser: FindUser): MessageEntity[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw badRequest("can't parse entities: expected an Array")
  return given.flatMap((item: unknown) => parseEntity(item, text, findUser) ?? [])
}

function parseEntity(given: unknown, text: string, findUser: FindUser): MessageEntity | undefined {
  if (!isRecord(given)) throw cannotParse('expected an Object')
  const { type, offset, length, url, language, custom_emoji_id: emojiId, user } = given
  if (typeof type !== 'string') throw cannotParse('Can\'t find field "type"')
  if (typeof offset !== 'number') throw cannotParse('Can\'t find field "offset"')
  if (typeof length !== 'number') throw cannotParse('Can\'t find field "length"')
  checkBounds(offset, length, text)
  if (length === 0) return undefined

  const span = { offset, length }
  if (isPlain(type)) return { type, ...span }
  if (type === 'pre') {
    return { type, ...span, ...(typeof language === 'string' && language !== '' && { language }) }
  }
  if (type === 'text_link' && typeof url === 'string' && URL.canParse(url)) {
    return { type, ...span, url }
  }
  if (type === 'custom_emoji' && typeof emojiId === 'string') {
    return { type, ...span, custom_emoji_id: emojiId }
  }
  if (type === 'text_mention' && isRecord(user) && typeof user['id'] === 'number') {
    const mentioned = findUser(user['id'])
    return mentioned && { type, ...span, user: mentioned }
  }
  return undefined
}

function cannotParse(why: string): Error {
  return badRequest(`can't parse MessageEntity: ${why}`)
}

function checkBounds(offset: number, length: number, text: string): void {
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`)
  const end = offset + length
  if (offset > text.length) {
    throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
  }
  const beginning = `entity beginning at UTF-16 offset ${offset}`
  if (end > text.length) {
    throw badRequest(`${beginning} ends after the end of the text at UTF-16 offset ${end}`)
  }
  if (splitsPair(text, offset)) {
    throw badRequest(
      `entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, offset)}`,
    )
  }
  if (splitsPair(text, end)) {
    throw badRequest(
      `${beginning} ends in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, end)}`,
    )
  }
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
}

/** Where the next whole character begins, in UTF-8. */
function byteOffset(text: string, at: number): number {
  return Buffer.byteLength(text.slice(0, at + 1))
}
