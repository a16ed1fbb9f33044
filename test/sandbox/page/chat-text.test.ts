// The browser's modules that need no browser.

import fc from 'fast-check'
import { expect, test } from 'vitest'

interface Node {
  readonly kind: string
  readonly children: readonly (Node | string)[]
}
interface Entity {
  readonly type: string
  readonly offset: number
  readonly length: number
}
interface ChatText {
  readonly excerpt: (nodes: readonly (Node | string)[]) => string
  readonly discordTree: (text: string) => readonly (Node | string)[]
  readonly telegramTree: (text: string, entities: readonly Entity[]) => readonly (Node | string)[]
  readonly readTelegramMarkup: (source: string) => {
    readonly text: string
    readonly entities: readonly Entity[]
  }
}

const assets = new URL('../../../src/sandbox/page/assets/', import.meta.url)
const { discordTree, telegramTree, readTelegramMarkup, excerpt }: ChatText = {
  ...(await import(new URL('discord-text.js', assets).href)),
  ...(await import(new URL('telegram-text.js', assets).href)),
  ...(await import(new URL('text-dom.js', assets).href)),
}

/** A tree in brackets, for reading. */
const show = (nodes: readonly (Node | string)[]): string =>
  nodes
    .map((node) => (typeof node === 'string' ? node : `${node.kind}(${show(node.children)})`))
    .join('')

const flat = (nodes: readonly (Node | string)[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : flat(node.children))).join('')

test.each([
  ['**a *b* c**', 'bold(a italic(b) c)'],
  ['__u__ _i_ ~~s~~ ||p||', 'underline(u) italic(i) strike(s) spoiler(p)'],
  ['***both***', 'bold(italic(both))'],
  ['\\*no\\* snake_case_name 2 * 3 * 4', '*no* snake_case_name 2 * 3 * 4'],
  ['**a\\*\\*b**', 'bold(a**b)'],
  ['`**x**` ``a`b``', 'code(**x**) code(a`b)'],
  ['```js\nlet x\n```', 'pre(let x)'],
  ['> a\n> b\nc', 'quote(a\nb)c'],
  ['a > b\n>c', 'a > b\n>c'],
  ['# T\n-# s\n- i', 'heading(T)subtext(s)item(i)'],
  ['see https://e.org/a_b_c.', 'see link(https://e.org/a_b_c).'],
  ['[x](https://e.org) [y](javascript:z)', 'link(x) [y](javascript:z)'],
  ['</find:12> <@34> <b>', 'command(/find) accent(@unknown) <b>'],
  ['unclosed ** and || and `', 'unclosed ** and || and `'],
])('Discord shows %j as %j', (text, shown) => {
  expect(show(discordTree(text))).toBe(shown)
})

/** A block ends its line by itself, so line breaks do not count. */
const words = (text: string): string => text.replaceAll('\n', '')

test('Discord text in which every mark is escaped is shown as it was', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'*_~|`>#-[]()<:/\\ab1 \n'.split('')) }),
      (text) => {
        expect(flat(discordTree(text.replace(/[^a-z0-9\s]/g, '\\$&')))).toBe(text)
      },
    ),
  )
})

test('whatever entities there are, Telegram shows the whole text once', () => {
  const entity = fc.record({
    type: fc.constantFrom('bold', 'italic', 'spoiler', 'pre', 'text_link', 'new_thing'),
    offset: fc.nat(12),
    length: fc.nat(12),
  })
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(entity),
      (text, entities) => {
        expect(words(flat(telegramTree(text, entities)))).toBe(words(text))
      },
    ),
  )
})

test.each([
  ['**a __b__ c** d', 'bold(a italic(b) c) d'],
  ['||s|| ~~t~~ `**x**`', 'spoiler(s) strike(t) code(**x**)'],
  ['```js\nlet x```', 'pre(let x)'],
  ['2 ** 3 ** 4 || x', '2 ** 3 ** 4 || x'],
  ['😀**b**', '😀bold(b)'],
])('what is typed on Telegram as %j is sent as %j', (source, shown) => {
  const { text, entities } = readTelegramMarkup(source)
  expect(show(telegramTree(text, entities))).toBe(shown)
})

test('the line break behind a block is the end of the block', () => {
  const entities = [{ type: 'blockquote', offset: 0, length: 3 }]
  expect(show(telegramTree('one\ntwo', entities))).toBe('quote(one)two')
  expect(show(telegramTree('one\n\ntwo', entities))).toBe('quote(one)\ntwo')
})

test('what is typed on Telegram always becomes entities that lie inside the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('**', '__', '||', '~~', '`', '```', 'a', ' ', '\n') }),
      (source) => {
        const { text, entities } = readTelegramMarkup(source)
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
        }
        expect(words(flat(telegramTree(text, entities)))).toBe(words(text))
      },
    ),
  )
})

test('an excerpt is one line without marks, and keeps hidden parts hidden', () => {
  expect(excerpt(discordTree('**a**\n> b ||secret||'))).toBe('a b ▒▒▒')
  expect(excerpt([{ kind: 'bold', children: ['x'.repeat(500)] }])).toHaveLength(120)
})
