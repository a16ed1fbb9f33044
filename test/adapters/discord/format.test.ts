import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { discordCapabilities } from '../../../adapters/discord/capabilities.ts'
import { render } from '../../../adapters/discord/format.ts'
import { parse } from '../../../adapters/discord/parse.ts'
import { presentable } from '../../../adapters/discord/presentable.ts'
import { measure } from '../../../src/core/measure.ts'
import { plain, type RichText } from '../../../src/core/rich-text.ts'
import { richTexts, texts } from './rich-texts.ts'

const withoutSpaceOfNoWidth = (text: string): string => text.replaceAll('\u200b', '')

describe('rendering for Discord', () => {
  it('shows every plain text exactly as it was typed', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme' })), (text) => {
        expect(parse(render(plain(text)))).toEqual(plain(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('never writes more than its capability says', () => {
    fc.assert(
      fc.property(richTexts(), (rich) => {
        expect(render(rich).length).toBeLessThanOrEqual(measure(rich, discordCapabilities.text))
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps every character, whatever the formatting', () => {
    fc.assert(
      fc.property(richTexts(), (rich) => {
        const read = parse(render(rich)).text
        expect(withoutSpaceOfNoWidth(read)).toBe(withoutSpaceOfNoWidth(presentable(rich).text))
      }),
      { numRuns: 2000 },
    )
  })

  it('writes formatted words so that they read back the same', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', ' ', '\n', '*', '_', '1'), { maxLength: 16 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(richTexts(words), (rich) => {
        const wanted = presentable(rich)
        const read = parse(render(rich))
        expect(read.ranges.map((range) => range.format)).toEqual(
          wanted.ranges.map((range) => range.format),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('makes nothing more presentable than presentable', () => {
    fc.assert(
      fc.property(richTexts(), (rich) => {
        const once = presentable(rich)
        expect(presentable(once)).toEqual(once)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a rendered example', () => {
  const bold = { kind: 'bold' } as const
  const italic = { kind: 'italic' } as const
  const cases: readonly (readonly [name: string, rich: RichText, markdown: string])[] = [
    [
      'what marks would do',
      plain('*a* _b_ ~~c~~ ||d|| `e`'),
      '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`',
    ],
    [
      'mentions, dates and emoji',
      plain('<@1> <#2> <t:3:R> <:x:4> :joy:'),
      '\\<@1> \\<#2> \\<t\\:3:R> \\<\\:x:4> \\:joy:',
    ],
    [
      'what begins a line',
      plain('> a\n# b\n- c\n1. d\n-# e\n-5'),
      '\\> a\n\\# b\n\\- c\n1\\. d\n\\-# e\n-5',
    ],
    ['masked links', plain('[a](https://b.example)'), '\\[a](https://b.example)'],
    [
      'addresses whole',
      plain('see https://a.example/x_y_z*, ok'),
      'see https://a.example/x_y_z*, ok',
    ],
    ['no mention after an address', plain('https://a.example<@1>'), 'https\\://a.example\\<@1>'],
    [
      'bold beside italic',
      {
        text: 'ab',
        ranges: [
          { start: 0, end: 1, format: bold },
          { start: 1, end: 2, format: italic },
        ],
      },
      '**a**_b_',
    ],
    [
      'bold in italic',
      {
        text: 'ab',
        ranges: [
          { start: 0, end: 2, format: italic },
          { start: 1, end: 2, format: bold },
        ],
      },
      '*a**b***',
    ],
    [
      'white space outside the marks',
      { text: ' a b ', ranges: [{ start: 0, end: 5, format: bold }] },
      ' **a b** ',
    ],
    [
      'a quote',
      { text: 'x\na\nb\ny', ranges: [{ start: 2, end: 5, format: { kind: 'quote' } }] },
      'x\n> a\n> b\ny',
    ],
    [
      'code with a backtick',
      { text: 'a`b', ranges: [{ start: 0, end: 3, format: { kind: 'code' } }] },
      '``a`b``',
    ],
    [
      'a block of code',
      { text: 'let *a*', ranges: [{ start: 0, end: 7, format: { kind: 'pre', language: 'js' } }] },
      '```js\nlet *a*\n```',
    ],
    [
      'a hidden pipe',
      { text: 'a|', ranges: [{ start: 0, end: 2, format: { kind: 'spoiler' } }] },
      '||a\\|\u200b||',
    ],
  ]
  it.each(cases)('shows %s', (_name, rich, markdown) => {
    expect(render(rich)).toBe(markdown)
  })
})
