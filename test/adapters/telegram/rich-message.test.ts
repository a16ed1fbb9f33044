import { expect, test } from 'vitest'

import { contentOf } from './content-of.ts'
import { ann } from './updates.ts'

const size = { file_id: 'f', file_unique_id: 'u', width: 90, height: 60 }
const rich = (...blocks: readonly unknown[]) => contentOf({ rich_message: { blocks } })
const paragraph = (text: unknown) => ({ type: 'paragraph', text })

test('a rich message is its words, formatted as far as both platforms know it', () => {
  expect(
    rich(
      { type: 'heading', size: 1, text: 'Title' },
      paragraph([
        'a ',
        { type: 'bold', text: ['b', { type: 'italic', text: 'c' }] },
        { type: 'marked', text: ' d ' },
        { type: 'url', url: 'https://example.org', text: 'link' },
        { type: 'text_mention', text: ' Ann', user: ann },
        { type: 'custom_emoji', custom_emoji_id: '7', alternative_text: '🙃' },
        { type: 'tomorrow', text: ' e' },
      ]),
      { type: 'divider' },
      { type: 'photo', photo: [size], caption: { text: 'a view' } },
      { type: 'blockquote', blocks: [paragraph('q')], credit: 'who' },
    ),
  ).toEqual({
    kind: 'text',
    text: {
      text: 'Title\na bc d link Ann🙃 e\na view\nq\nwho',
      ranges: [
        { start: 0, end: 5, format: { kind: 'bold' } },
        { start: 8, end: 10, format: { kind: 'bold' } },
        { start: 9, end: 10, format: { kind: 'italic' } },
        { start: 13, end: 17, format: { kind: 'link', url: 'https://example.org' } },
        { start: 33, end: 38, format: { kind: 'quote' } },
      ],
    },
  })
})

test.each<[string, unknown, string]>([
  [
    'a list',
    {
      type: 'list',
      items: [
        { label: '1.', blocks: [paragraph('one')] },
        { label: '2.', blocks: [paragraph('two')], has_checkbox: true, is_checked: true },
        { label: '3.', blocks: [paragraph('three')], has_checkbox: true },
      ],
    },
    '1. one\n☑ two\n☐ three',
  ],
  [
    'a table',
    { type: 'table', cells: [[{ text: 'a' }, {}, { text: 'b' }], [{ text: 'c' }]], caption: 'T' },
    'T\na | b\nc',
  ],
  ['details', { type: 'details', summary: 'more', blocks: [paragraph('hidden')] }, 'more\nhidden'],
  ['code', { type: 'pre', text: 'x = 1', language: 'py' }, 'x = 1'],
  ['a formula', { type: 'mathematical_expression', expression: 'x^2' }, 'x^2'],
  ['a pull quote', { type: 'pullquote', text: 'so', credit: 'I' }, 'so\nI'],
  ['a slide show', { type: 'slideshow', blocks: [], caption: { text: 'two of us' } }, 'two of us'],
  ['buttons', { type: 'buttons', buttons: [{ text: 'Go', url: 'tg://user?id=5' }] }, 'Go'],
  ['something new', { type: 'tomorrow', text: 'x' }, 'words'],
])('%s in a rich message is words', (_what, block, text) => {
  const blocks = text === 'words' ? [block, paragraph('words')] : [block]
  expect(rich(...blocks)).toMatchObject({ kind: 'text', text: { text } })
})

test('a link of a rich message to a person is no link', () => {
  expect(rich(paragraph({ type: 'url', url: 'tg://user?id=5', text: 'Ann' }))).toEqual({
    kind: 'text',
    text: { text: 'Ann', ranges: [] },
  })
})

test('a rich message without words is refused', () => {
  const map = { type: 'map', location: { latitude: 1, longitude: 1 }, zoom: 3 }
  expect(rich(map, { type: 'photo', photo: [size] })).toEqual({
    kind: 'refused',
    what: 'unknown',
    group: undefined,
  })
})
