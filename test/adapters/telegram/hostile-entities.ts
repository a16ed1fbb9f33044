import fc from 'fast-check'
import type { MessageEntity } from 'grammy/types'

const user = { id: 4711, is_bot: false, first_name: 'Ann', username: 'ann_4711' }
const kinds: readonly object[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'blockquote',
  'expandable_blockquote',
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'new',
].map((type) => ({ type }))
const detailed: readonly object[] = [
  { type: 'pre' },
  { type: 'pre', language: 'ts' },
  { type: 'text_link', url: 'https://a.example' },
  { type: 'text_link', url: 'tg://user?id=4711' },
  { type: 'text_link', url: 'javascript:alert(1)' },
  { type: 'text_mention', user },
  { type: 'custom_emoji', custom_emoji_id: '4711' },
  { type: 'date_time', unix_time: 1, date_time_format: 'r' },
]
const odd = fc.constantFrom(-1e9, -1, 0.5, Number.NaN, Infinity, 2 ** 31, 1e15)

/** In every order, crossing, inside of pairs, out of the text, and of types that nobody knows. */
export const hostileEntities = (text: string): fc.Arbitrary<readonly MessageEntity[]> => {
  const place = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -3, max: text.length + 3 }) },
    odd,
  )
  return fc.array(
    fc
      .tuple(place, place, fc.constantFrom(...kinds, ...detailed))
      .map(([offset, length, kind]): MessageEntity => {
        const entity: object = { offset, length, ...kind }
        return entity as MessageEntity
      }),
    { maxLength: 12 },
  )
}
