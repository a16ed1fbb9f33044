import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parse } from '../../../adapters/discord/parse.ts'
import type { Format } from '../../../src/core/rich-text.ts'
import { texts } from './rich-texts.ts'

/** The text with its ranges as `kind:words`. */
function shown(source: string): readonly [text: string, ...ranges: string[]] {
  const { text, ranges } = parse(source)
  return [
    text,
    ...ranges.map((range) => `${name(range.format)}:${text.slice(range.start, range.end)}`),
  ]
}

function name(format: Format): string {
  if (format.kind === 'link') return `link(${format.url})`
  return format.kind === 'pre' ? `pre(${format.language ?? ''})` : format.kind
}

const id = '1234567890123456789'

describe('reading Discord markdown', () => {
  it.each([
    [
      '**a** *b* _c_ __d__ ~~e~~ ||f|| `g`',
      'a b c d e f g',
      'bold:a',
      'italic:b',
      'italic:c',
      'underline:d',
      'strike:e',
      'spoiler:f',
      'code:g',
    ],
    ['***a***', 'a', 'bold:a', 'italic:a'],
    ['**a *b* c**', 'a b c', 'bold:a b c', 'italic:b'],
    ['snake_case_name', 'snake_case_name'],
    ['```js\nlet a\n```', 'let a', 'pre(js):let a'],
    ['> a\n> b\nc', 'a\nb\nc', 'quote:a\nb'],
    ['a\n>>> b\nc', 'a\nb\nc', 'quote:b\nc'],
    ['# Title\ntext', 'Title\ntext', 'bold:Title'],
    ['-# small', 'small'],
    ['- one\n- two\n1. three', '- one\n- two\n1. three'],
    ['[words](https://a.example/b) x', 'words x', 'link(https://a.example/b):words'],
    ['<https://a.example/b_c_d>', 'https://a.example/b_c_d'],
    ['https://a.example/_b_', 'https://a.example/_b_'],
    ['\\*a\\* \\\\', '*a* \\'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
    ['1 * 2 * 3', '1 * 2 * 3'],
  ])('reads %j', (source, ...expected) => {
    expect(shown(source)).toEqual(expected)
  })

  it.each([
    [`hi <@${id}> and <@!${id}>`, 'hi @someone and @someone'],
    [`<@&${id}> <#${id}> </find:${id}>`, '@role #channel /find'],
    [`<:wave:${id}><a:spin:${id}>`, ':wave::spin:'],
    ['<t:1700000000:R>', '2023-11-14 22:13 UTC'],
    ['<t:99999999999999:R>', '<t:99999999999999:R>'],
    [`https://discord.com/channels/@me/${id}/${id} x`, '(link to a Discord message) x'],
    [`https://canary.discord.com/channels/${id}/${id}`, '(link to a Discord channel)'],
    [`<https://discord.com/users/${id}>`, '(link to a Discord profile)'],
    [`https://cdn.discordapp.com/attachments/${id}/${id}/me.png?ex=1`, '(link to a Discord file)'],
    [`[look](https://discord.com/channels/${id}/${id}/${id})`, 'look (link to a Discord message)'],
    [`\\<@${id}> and \\<:a:${id}>`, '@someone and :a:'],
  ])('lets no id through: %j', (source, text) => {
    expect(parse(source)).toEqual({ text, ranges: [] })
  })

  it('lets no id through in code', () => {
    expect(
      shown(`\`<@${id}>\` \`\`\`\n<#${id}> https://discord.com/channels/1/2/3\n\`\`\``),
    ).toEqual([
      '@someone #channel (link to a Discord message)',
      'code:@someone',
      'pre():#channel (link to a Discord message)',
    ])
  })

  it('never throws, and gives ranges inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (source) => {
        const { text, ranges } = parse(source)
        for (const range of ranges) {
          expect(range.start).toBeLessThan(range.end)
          expect(range.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('does not nest without end', () => {
    expect(parse('*_'.repeat(1000) + 'a' + '_*'.repeat(1000)).text).toContain('a')
  })
})
