import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'
import { expect, test } from 'vitest'

import { toEntities, toRichText } from '../../../adapters/telegram/format.ts'
import { anyRichText, anyText } from '../../core/any-rich-text.ts'
import { expectSound } from '../../core/expect-sound.ts'

const person = { id: 4711, is_bot: false, first_name: 'Ann' }
const place = { offset: 0, length: 5 }

const styles: readonly (readonly [MessageEntity, object])[] = [
  [{ type: 'bold', ...place }, { kind: 'bold' }],
  [{ type: 'italic', ...place }, { kind: 'italic' }],
  [{ type: 'underline', ...place }, { kind: 'underline' }],
  [{ type: 'strikethrough', ...place }, { kind: 'strike' }],
  [{ type: 'spoiler', ...place }, { kind: 'spoiler' }],
  [{ type: 'code', ...place }, { kind: 'code' }],
  [
    { type: 'pre', ...place },
    { kind: 'pre', language: undefined },
  ],
  [
    { type: 'pre', language: 'ts', ...place },
    { kind: 'pre', language: 'ts' },
  ],
  [{ type: 'blockquote', ...place }, { kind: 'quote' }],
  [{ type: 'expandable_blockquote', ...place }, { kind: 'quote' }],
  [
    { type: 'text_link', url: 'https://example.org', ...place },
    { kind: 'link', url: 'https://example.org' },
  ],
]

test.each(styles)('the entity %j becomes the format %j', (entity, format) => {
  expect(toRichText('hello', [entity]).ranges).toEqual([{ start: 0, end: 5, format }])
})

const plainEntities: readonly MessageEntity[] = [
  { type: 'text_mention', user: person, ...place },
  { type: 'mention', ...place },
  { type: 'custom_emoji', custom_emoji_id: '99', ...place },
  { type: 'phone_number', ...place },
  { type: 'url', ...place },
  { type: 'date_time', unix_time: 1, date_time_format: 'r', ...place },
  { type: 'text_link', url: 'tg://user?id=4711', ...place },
  { type: 'text_link', url: 'javascript:alert(1)', ...place },
  { type: 'text_link', url: 'https://', ...place },
]

test.each(plainEntities)('the entity %j leaves nothing but its text', (entity) => {
  expect(toRichText('hello', [entity])).toEqual({ text: 'hello', ranges: [] })
})

test('an entity of a type that nobody knows yet leaves nothing but its text', () => {
  const entity: MessageEntity = JSON.parse('{"type":"hologram","offset":0,"length":5}')
  expect(toRichText('hello', [entity])).toEqual({ text: 'hello', ranges: [] })
})

test('styles go out as the entities that Telegram knows, links as plain text', () => {
  const rich = toRichText('hello', [
    { type: 'expandable_blockquote', ...place },
    { type: 'strikethrough', offset: 0, length: 2 },
    { type: 'pre', language: 'ts', offset: 3, length: 2 },
    { type: 'text_link', url: 'https://example.org', offset: 0, length: 2 },
  ])
  expect(toEntities(rich)).toEqual([
    { type: 'blockquote', offset: 0, length: 5 },
    { type: 'strikethrough', offset: 0, length: 2 },
    { type: 'pre', language: 'ts', offset: 3, length: 2 },
  ])
})

const anyPlace = fc.record({
  offset: fc.integer({ min: -3, max: 40 }),
  length: fc.integer({ min: -3, max: 40 }),
})

const anyEntity: fc.Arbitrary<MessageEntity> = fc.oneof(
  fc
    .tuple(
      anyPlace,
      fc.constantFrom(
        ...(['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote'] as const),
        ...(['expandable_blockquote', 'code', 'mention', 'url', 'bot_command'] as const),
      ),
    )
    .map(([at, type]) => ({ type, ...at })),
  anyPlace.map((at) => ({ type: 'pre' as const, language: 'ts', ...at })),
  fc.tuple(anyPlace, fc.webUrl()).map(([at, url]) => ({ type: 'text_link' as const, url, ...at })),
  anyPlace.map((at) => ({ type: 'text_mention' as const, user: person, ...at })),
)

test('whatever the entities, the text stays as it is, the ranges are sound and no person is in them', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyEntity), (text, entities) => {
      const rich = toRichText(text, entities)
      expect(rich.text).toBe(text)
      expectSound(rich)
      expect(JSON.stringify(rich.ranges)).not.toContain('4711')
    }),
  )
})

test('what came in goes out, comes in and goes out again as the same entities', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyEntity), (text, entities) => {
      const once = toEntities(toRichText(text, entities))
      expect(toEntities(toRichText(text, once))).toEqual(once)
    }),
  )
})

test('any rich text goes out as entities that Telegram accepts', () => {
  fc.assert(
    fc.property(anyRichText, (rich) => {
      const entities = toEntities(rich)
      expectSound(toRichText(rich.text, entities))
      for (const { offset, length } of entities) {
        expect(offset).toBeGreaterThanOrEqual(0)
        expect(length).toBeGreaterThan(0)
        expect(offset + length).toBeLessThanOrEqual(rich.text.length)
      }
      for (const alone of entities.filter(({ type }) => type === 'code' || type === 'pre')) {
        const end = alone.offset + alone.length
        const sharing = entities.filter(
          (other) => other.offset < end && other.offset + other.length > alone.offset,
        )
        expect(sharing.filter((other) => other !== alone && other.type !== 'blockquote')).toEqual(
          [],
        )
      }
    }),
  )
})
