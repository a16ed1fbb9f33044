import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parse, readShown } from '../../../adapters/discord/parse.ts'
import { expectSound } from '../../core/expect-sound.ts'
import { holds } from '../holds.ts'
import { bombs, hostileTexts, longTexts } from '../hostile-texts.ts'
import { countReads } from './count-reads.ts'
import { messageSaying } from './message-saying.ts'

const anySource = fc.oneof(
  hostileTexts,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
/** Letters of words are no syntax: whatever the marks around them, a reader sees them. */
const letters = (text: string): string => text.replaceAll(/[^b-gj-r]/g, '')
const wordy = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_~|`>\\#-\n ().!'.split('')),
      fc.constantFrom('be', 'corn', '\n# ', '\n> ', '\n-# '),
    ),
  )
  .map((parts) => parts.join(''))

describe('whatever a Discord user types', () => {
  it('is read without a throw into sound ranges, and names no id', () => {
    holds(
      fc.property(fc.oneof({ weight: 60, arbitrary: anySource }, longTexts), (source) => {
        const read = parse(source)
        expectSound(read)
        expectSound(readShown(source))
        expect(read.text).not.toMatch(/<(?:@[!&]?|#|a?:\w+:)\d{15,}>/)
      }),
    )
  })

  it('keeps its words', () => {
    holds(
      fc.property(wordy, (source) => {
        expect(letters(parse(source).text)).toBe(letters(source))
      }),
    )
  })

  it('is read again as itself where nothing in it is active', () => {
    holds(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', '1', '.', ',', '!', '\n', '😀', 'é') }),
        (source) => {
          expect(parse(source)).toEqual({ text: source, ranges: [] })
        },
      ),
    )
  })

  it('takes no more than a few looks at each character, however it is nested', () => {
    holds(
      fc.property(bombs, fc.constantFrom('', '*', '**', '||', '> ', '~~'), (source, around) => {
        const reads = countReads(() => parse(around + source + around))
        expect(reads).toBeLessThan(60 * source.length)
      }),
      100,
    )
  })

  it('is a poll whose words stand as they were typed, and names no id', () => {
    holds(
      fc.property(hostileTexts, fc.array(hostileTexts, { maxLength: 10 }), (question, answers) => {
        const said = messageSaying({
          poll: {
            question: { text: question },
            answers: answers.map((text) => ({ poll_media: { text } })),
          },
        })
        const text = said?.kind === 'text' ? said.text.text : ''
        expect(said).toMatchObject({ kind: 'text', text: { ranges: [] } })
        expect(text).not.toMatch(/<(?:@[!&]?|#|a?:\w+:)\d{15,}>/)
        if (!/[<h]/.test(question + answers.join('')))
          expect(text).toBe(
            [question, ...answers.map((each) => (each === '' ? '•' : `• ${each}`))].join('\n'),
          )
      }),
    )
  })

  it('is the same in a forward as in a message', () => {
    holds(
      fc.property(hostileTexts, (content) => {
        const forwarded = messageSaying({
          content: '',
          message_reference: { type: 1, channel_id: '20', message_id: '9' },
          message_snapshots: [{ message: { content, attachments: [], embeds: [] } }],
        })
        expect(forwarded).toEqual(messageSaying({ content }))
      }),
    )
  })
})
