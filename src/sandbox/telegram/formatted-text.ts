// A text as Telegram keeps it: trimmed, its entities nested and in order, links and commands marked.

import type { MessageEntity } from 'grammy/types'

import { badRequest } from './api-error.ts'
import { detectEntities } from './detect-entities.ts'
import { type FindUser, parseEntities } from './parse-entities.ts'

export interface FormattedText {
  readonly text: string
  /** Left out where there are none, as in a Message. */
  readonly entities?: MessageEntity[]
}

export interface FormattedCaption {
  readonly caption?: string
  readonly caption_entities?: MessageEntity[]
}

/**
 * "1-4096 characters after entities parsing": https://core.telegram.org/bots/api#sendmessage
 * Counted in UTF-16 units, which is never laxer than Telegram.
 */
const longestText = 4096
/** "0-1024 characters after entities parsing": https://core.telegram.org/bots/api#sendphoto */
const longestCaption = 1024

export function formatText(raw: string, givenEntities: unknown, findUser: FindUser): FormattedText {
  const { text, entities } = format(raw, givenEntities, findUser)
  if (text === '') throw badRequest('message text is empty')
  if (text.length > longestText) throw badRequest('message is too long')
  return entities.length === 0 ? { text } : { text, entities }
}

export function formatCaption(
  raw: string,
  givenEntities: unknown,
  findUser: FindUser,
): FormattedCaption {
  const { text, entities } = format(raw, givenEntities, findUser)
  if (text === '') return {}
  if (text.length > longestCaption) throw badRequest('message caption is too long')
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities }
}

function format(
  raw: string,
  givenEntities: unknown,
  findUser: FindUser,
): { readonly text: string; readonly entities: MessageEntity[] } {
  if (!raw.isWellFormed()) throw badRequest('text must be encoded in UTF-8')
  const { text, entities: kept } = trim(raw, parseEntities(givenEntities, raw, findUser))
  const nested = nest(kept)
  return { text, entities: [...nested, ...detectEntities(text, nested)].toSorted(byPlace) }
}

function byPlace(one: MessageEntity, other: MessageEntity): number {
  return one.offset - other.offset || other.length - one.length
}

/** White space goes at the end, and at the beginning as far as no entity holds it. */
function trim(
  raw: string,
  given: readonly MessageEntity[],
): { text: string; entities: MessageEntity[] } {
  const first = Math.min(raw.length, ...given.map(({ offset }) => offset))
  const start = Math.min(first, raw.length - raw.trimStart().length)
  const end = Math.max(start, raw.trimEnd().length)
  const entities = given.flatMap((entity) => {
    const offset = entity.offset - start
    const length = Math.min(entity.offset + entity.length, end) - entity.offset
    const isVisible = raw.slice(entity.offset, entity.offset + length).trim() !== ''
    return length > 0 && isVisible ? [{ ...entity, offset, length }] : []
  })
  return { text: raw.slice(start, end), entities }
}

/** Where two cross, the later one is split at the end of the earlier one. */
function nest(given: readonly MessageEntity[]): MessageEntity[] {
  const waiting = given.toSorted(byPlace)
  const nested: MessageEntity[] = []
  for (let entity = waiting.shift(); entity !== undefined; entity = waiting.shift()) {
    const { offset, length } = entity
    const crossed = nested.find(
      (outer) =>
        outer.offset + outer.length > offset && outer.offset + outer.length < offset + length,
    )
    if (crossed === undefined) {
      nested.push(entity)
      continue
    }
    const cut = crossed.offset + crossed.length
    waiting.push(
      { ...entity, length: cut - offset },
      { ...entity, offset: cut, length: offset + length - cut },
    )
    waiting.sort(byPlace)
  }
  return nested
}
