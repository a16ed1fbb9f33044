import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextCapability } from '../../src/core/capabilities.ts'
import { fitNotice, fitText } from '../../src/core/fit.ts'
import { measure } from '../../src/core/measure.ts'
import { noticeMark } from '../../src/core/notice-mark.ts'
import { concat, normalize, plain } from '../../src/core/rich-text.ts'
import type { Range, RichText } from '../../src/core/rich-text.ts'
import { anyRichText, anyText } from './any-rich-text.ts'
import { expectSound } from './expect-sound.ts'

const telegram: TextCapability = {
  maxLength: 4096,
  escaped: '',
  marks: { bold: 0, italic: 0, underline: 0, strike: 0, spoiler: 0, code: 0, quote: 0, pre: 0 },
  quoteLineMark: 0,
}
const discord: TextCapability = {
  maxLength: 2000,
  escaped: '\\*_~`|<>#:@-[]()',
  marks: { bold: 4, italic: 2, underline: 4, strike: 4, spoiler: 4, code: 4, quote: 2, pre: 20 },
  quoteLineMark: 2,
}
const small = (maxLength: number): TextCapability => ({ ...discord, maxLength })

const texts = (parts: readonly RichText[]): readonly string[] => parts.map((part) => part.text)
const fitPlain = (text: string, capability = discord): readonly string[] =>
  texts(fitText(plain(text), capability))
const bold = (start: number, end: number): Range => ({ start, end, format: { kind: 'bold' } })
const link = (start: number, end: number, url: string): Range => ({
  start,
  end,
  format: { kind: 'link', url },
})

describe('fitting a text', () => {
  it('leaves ordinary texts of all scripts as they are', () => {
    for (const text of [
      'Hello, how are you?',
      'שלום, מה שלומך?',
      'السلام عليكم ورحمة الله',
      'می‌خواهم کتاب‌ها را ببینم',
      'สวัสดีครับ ที่นี่ที่ไหน',
      'क्षत्रिय नमस्ते दुनिया',
      'བོད་སྐད་ཀྱི་བརྡ་སྤྲོད',
      'Tiếng Việt rất đẹp',
      'Ça va, e\u0301te\u0301 ?',
      '你好，世界。',
      '👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪 👍🏽 ❤️‍🔥 1️⃣',
      'line\n\n\tindented',
    ]) {
      expect(fitPlain(text)).toEqual([text])
    }
  })

  it('makes nothing of a text in which there is nothing to see', () => {
    for (const text of [
      '',
      ' \n\t ',
      '\u200b',
      '\u3164\u2800',
      '\u202e\u2066',
      '\u{e0041}',
      noticeMark,
    ]) {
      expect(fitPlain(text)).toEqual([])
    }
  })

  it('takes out controls, bidi overrides and invisible letters, and replaces broken characters', () => {
    expect(fitPlain('a\0b\x1b[31mc\x7f\x85d')).toEqual(['ab[31mcd'])
    expect(fitPlain('a\r\nb\rc')).toEqual(['a\nb\nc'])
    expect(fitPlain('\u202egnp.exe\u202c \u2066x\u2069')).toEqual(['gnp.exe x'])
    expect(fitPlain('hi\u{e0068}\u{e0069} 🏴\u{e0078}\u{e0079}')).toEqual(['hi 🏴'])
    expect(fitPlain('a\ud83dz')).toEqual(['a\ufffdz'])
  })

  it('lowers towers of marks to eight', () => {
    expect(fitPlain(`Z${'\u0351'.repeat(40)}y`)).toEqual([`Z${'\u0351'.repeat(8)}y`])
    expect(fitPlain(`Z${'\u0351\u200d'.repeat(40)}y`)).toEqual([`Z${'\u0351\u200d'.repeat(8)}y`])
  })

  it('lets nobody write the mark of a notice, nor anything like it', () => {
    expect(fitPlain(`${noticeMark} Your partner left.`)).toEqual(['Your partner left.'])
    expect(fitPlain(`Hm.\n ${noticeMark}\ufe0e ☙ 🙦Banned.`)).toEqual(['Hm.\n   Banned.'])
    expect(fitPlain(`❧\0❧`)).toEqual([])
  })

  it('moves formatting along with what it formats', () => {
    const parts = fitText(normalize('\u202eab\u202e cd ', [bold(4, 7)]), discord)
    expect(parts).toEqual([normalize('ab cd', [bold(2, 5)])])
  })

  it('shows where a link leads', () => {
    expect(fitText(normalize('see this!', [link(4, 8, 'https://a.example/x')]), discord)).toEqual([
      plain('see this (https://a.example/x)!'),
    ])
    expect(
      fitText(normalize('https://a.example', [link(0, 17, 'https://b.example')]), discord),
    ).toEqual([plain('https://a.example (https://b.example)')])
  })

  it('does not repeat an address that is there to see', () => {
    expect(
      fitText(normalize('https://a.example/', [link(0, 18, 'https://a.example')]), discord),
    ).toEqual([plain('https://a.example/')])
    expect(fitText(normalize('go a.example', [link(3, 12, 'http://a.example/')]), discord)).toEqual(
      [plain('go a.example')],
    )
  })

  it.each([
    'tg://user?id=1',
    'javascript:alert(1)',
    'mailto:me@a.example',
    'https://',
    'https://a b',
    '',
  ])('drops the address %j', (url) => {
    expect(fitText(normalize('me', [link(0, 2, url)]), discord)).toEqual([plain('me')])
  })

  it('does not become a flood of addresses', () => {
    const url = (at: number): string => `https://a.example/${at}/${'x'.repeat(980)}`
    const links = Array.from('abcdef', (_, at) => link(at, at + 1, url(at)))
    expect(fitPlain('abcdef').length).toBe(1)
    const whole = texts(fitText(normalize('abcdef', links), { ...discord, maxLength: 1e6 }))
    expect(whole).toEqual([`a (${url(0)})bcdef`])
  })

  it('keeps the address of a hidden link hidden', () => {
    const spoiler: Range = { start: 0, end: 2, format: { kind: 'spoiler' } }
    expect(fitText(normalize('it x', [spoiler, link(0, 2, 'http://a.b')]), discord)).toEqual([
      normalize('it (http://a.b) x', [{ ...spoiler, end: 15 }]),
    ])
  })

  it('cuts between paragraphs, else lines, else words, else characters', () => {
    expect(fitPlain('One two.\n\nThree\nfour five six.', small(22))).toEqual([
      'One two.',
      'Three\nfour five six.',
    ])
    expect(fitPlain('One two.\nThree four five six.', small(22))).toEqual([
      'One two.',
      'Three four five six.',
    ])
    expect(fitPlain('One two three four five six', small(22))).toEqual([
      'One two three four',
      'five six',
    ])
    expect(fitPlain('👍🏽'.repeat(8), small(22))).toEqual(['👍🏽'.repeat(5), '👍🏽'.repeat(3)])
  })

  it('does not take a space for a gap that is one character with its neighbour', () => {
    expect(fitPlain('one two\u0600 abcdef', small(12))).toEqual(['one', 'two\u0600 abcdef'])
    expect(fitPlain('one two \u0301abcdef', small(12))).toEqual(['one', 'two \u0301abcdef'])
  })

  it('does not waste a message on a short first line', () => {
    expect(fitPlain('Hi\nOne two three four five six', small(22))).toEqual([
      'Hi\nOne two three four',
      'five six',
    ])
  })

  it('cuts a character longer than a message between its code points', () => {
    const family = '👨‍👩‍👧‍👦'
    expect(fitPlain(family, small(6)).join('')).toBe(family)
  })

  it('closes formatting at a cut and opens it again', () => {
    expect(
      fitText(normalize('One two three four', [bold(4, 18)]), { ...telegram, maxLength: 14 }),
    ).toEqual([normalize('One two three', [bold(4, 13)]), normalize('four', [bold(0, 4)])])
  })

  it('cuts ten thousand families without breaking one', () => {
    const family = '👨‍👩‍👧‍👦'
    const parts = fitPlain(family.repeat(10_000), discord)
    expect(parts.join('')).toBe(family.repeat(10_000))
    expect(new Set(parts.map((part) => part.length % family.length))).toEqual(new Set([0]))
  })

  it('cuts notices, too, and every part of one has the mark', () => {
    const parts = fitNotice(plain(`${noticeMark} One two three four five`), small(12))
    expect(texts(parts)).toEqual([
      `${noticeMark} One two`,
      `${noticeMark} three four`,
      `${noticeMark} five`,
    ])
  })

  it('keeps every limit, every range and every word', () => {
    fc.assert(
      fc.property(anyRichText, fc.integer({ min: 60, max: 400 }), (rich, maxLength) => {
        const whole = fitText(rich, { ...discord, maxLength: Number.MAX_SAFE_INTEGER })
        const parts = fitText(rich, small(maxLength))
        for (const part of parts) {
          expect(measure(part, discord)).toBeLessThanOrEqual(maxLength)
          expect(part.text).toMatch(/[^\s]/)
          expectSound(part)
          expect(normalize(part.text, part.ranges)).toEqual(part)
        }
        const words = (texts: readonly RichText[]): string =>
          concat(...texts).text.replace(/\s+/g, '')
        expect(words(parts)).toBe(words(whole))
      }),
      { numRuns: 500 },
    )
  })

  it('cuts only between graphemes', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(anyText, (text) => {
        const [whole] = fitPlain(text, small(1e6))
        if (whole === undefined) return
        const borders = new Set([...graphemes.segment(whole)].map(({ index }) => index))
        let from = 0
        for (const part of fitPlain(whole, small(80))) {
          const at = whole.indexOf(part, from)
          expect(borders).toContain(at)
          from = at + part.length
          if (from < whole.length) expect(borders).toContain(from)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is done once: what fits is left alone', () => {
    fc.assert(
      fc.property(anyRichText, (rich) => {
        for (const part of fitText(rich, small(200)))
          expect(fitText(part, small(200))).toEqual([part])
      }),
    )
  })
})
