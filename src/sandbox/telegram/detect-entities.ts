// What Telegram marks by itself in every text: https://core.telegram.org/api/entities

import type { MessageEntity } from 'grammy/types'

type Detected = 'url' | 'email' | 'bot_command' | 'mention' | 'hashtag'

/** Earlier ones win where two fit the same characters. Bare domains only of a few well-known endings. */
const patterns: readonly (readonly [Detected, RegExp])[] = [
  ['url', /\bhttps?:\/\/[^\s<>"]*[^\s<>".,:;!?'\])}]/giu],
  ['email', /(?<![\w.+-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-])/giu],
  [
    'url',
    /(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|gg|dev|app)(?![\w-])(?:\/[^\s<>"]*[^\s<>".,:;!?'\])}])?/giu,
  ],
  ['bot_command', /(?<![\p{L}\p{N}_/@.])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/])/gu],
  ['mention', /(?<![\p{L}\p{N}_/@.])@[a-z]\w{3,31}(?!\w)/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
]

/** Nothing is marked inside these. */
const opaque = new Set(['code', 'pre', 'text_link', 'text_mention', 'custom_emoji'])

export function detectEntities(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  if (!/[./@#]/u.test(text)) return []
  const found: MessageEntity[] = []
  for (const [type, pattern] of patterns) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const entity = { type, offset: index, length: match.length }
      const isFree =
        found.every((other) => !overlap(entity, other)) &&
        given.every(
          (other) => !overlap(entity, other) || holds(other, entity) || fits(entity, other),
        )
      if (isFree) found.push(entity)
    }
  }
  return found
}

interface Span {
  readonly offset: number
  readonly length: number
}

function overlap(one: Span, other: Span): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length
}

/** Formatting may lie around a marked word … */
function holds(outer: MessageEntity, inner: Span): boolean {
  return !opaque.has(outer.type) && isWithin(inner, outer)
}

/** … or inside it. */
function fits(outer: Span, inner: MessageEntity): boolean {
  return !opaque.has(inner.type) && isWithin(inner, outer)
}
