import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isBlank } from '../../../src/core/clean.ts'
import type { Content } from '../../../src/core/content.ts'
import { expectSound } from '../../core/expect-sound.ts'
import { holds } from '../holds.ts'
import { hostileTexts } from '../hostile-texts.ts'
import { contentOf } from './content-of.ts'
import { hostileEntities } from './hostile-entities.ts'

const marked = hostileTexts.chain((text) => fc.tuple(fc.constant(text), hostileEntities(text)))
const ann = { id: 4711, is_bot: false, first_name: 'Ann', username: 'ann_4711' }

/** The words, of which nothing is lost but blank space around. */
function wordsOf(content: Content | undefined): string | undefined {
  if (content?.kind !== 'text') return undefined
  expectSound(content.text)
  expect(JSON.stringify(content)).not.toMatch(/4711|tg:|javascript/)
  return content.text.text
}

test('a poll is every word of its question, description and answers, in order', () => {
  holds(
    fc.property(marked, marked, fc.array(marked, { maxLength: 10 }), (question, about, options) => {
      const said = contentOf({
        poll: {
          id: '4711',
          question: question[0],
          question_entities: question[1],
          description: about[0],
          description_entities: about[1],
          options: options.map(([text, text_entities]) => ({
            text,
            text_entities,
            voter_count: 3,
          })),
        },
      })
      const words = [question[0], about[0], ...options.map(([text]) => `• ${text}`)].join('\n')
      // Without a word there is nothing to say.
      expect(wordsOf(said)).toBe(isBlank(words) ? undefined : words)
    }),
  )
})

test('a caption is read as a text is', () => {
  const photo = [{ file_id: 'f', file_unique_id: 'u', width: 90, height: 60 }]
  holds(
    fc.property(marked, ([text, entities]) => {
      const captioned = contentOf({ photo, caption: text, caption_entities: entities })
      const caption = captioned?.kind === 'media' ? captioned.caption : undefined
      const said = contentOf({ text, entities })
      expect(said?.kind === 'text' ? said.text : undefined).toEqual(caption)
    }),
  )
})

test('dice are their picture and what they fell on', () => {
  holds(
    fc.property(fc.constantFrom('🎲', '🎯', '🏀', '⚽', '🎳', '🎰'), fc.nat(64), (emoji, value) => {
      expect(wordsOf(contentOf({ dice: { emoji, value } }))).toBe(`${emoji} ${value}`)
    }),
  )
})

const leaf = fc.stringMatching(/^[a-z*_~|`<>😀]{1,8}$/u)
const around = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'spoiler' },
  { type: 'code' },
  { type: 'marked' },
  { type: 'tomorrow' },
  { type: 'url', url: 'https://a.example' },
  { type: 'url', url: 'tg://user?id=4711' },
  { type: 'text_mention', user: ann },
]

interface Tree {
  readonly rich: unknown
  readonly words: string
}
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf.map((text) => ({ rich: text, words: text })),
    fc.tuple(fc.constantFrom(...around), tie('tree')).map(([kind, { rich, words }]) => ({
      rich: { ...kind, text: rich },
      words,
    })),
    fc.array(tie('tree'), { maxLength: 4 }).map((parts) => ({
      rich: parts.map(({ rich }) => rich),
      words: parts.map(({ words }) => words).join(''),
    })),
  ),
}))

const asBlock = fc.constantFrom<((text: unknown) => object)[]>(
  (text) => ({ type: 'paragraph', text }),
  (text) => ({ type: 'heading', size: 1, text }),
  (text) => ({ type: 'pre', language: 'ts', text }),
  (text) => ({ type: 'blockquote', blocks: [{ type: 'paragraph', text }] }),
  (text) => ({ type: 'details', summary: text, blocks: [] }),
  (text) => ({ type: 'table', cells: [[{ text }]] }),
  (text) => ({ type: 'list', items: [{ label: '1.', blocks: [{ type: 'paragraph', text }] }] }),
)

test('a rich message is every word in it, however it is nested, and names nobody', () => {
  holds(
    fc.property(fc.array(fc.tuple(asBlock, tree), { minLength: 1, maxLength: 6 }), (parts) => {
      const blocks = parts.map(([block, { rich }]) => block(rich))
      const shown = wordsOf(contentOf({ rich_message: { blocks } })) ?? ''
      const kept = shown.replaceAll(/^1\.(?: |$)/gm, '').replaceAll('\n', '')
      expect(kept).toBe(parts.map(([, { words }]) => words).join(''))
    }),
  )
})

test('a rich message of a thousand nested marks is still its words', () => {
  let text: unknown = 'word'
  for (let depth = 0; depth < 1000; depth += 1) text = { type: depth % 2 ? 'bold' : 'italic', text }
  expect(wordsOf(contentOf({ rich_message: { blocks: [{ type: 'paragraph', text }] } }))).toBe(
    'word',
  )
})
