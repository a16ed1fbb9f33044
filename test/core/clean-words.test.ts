import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanWords } from '../../src/core/clean-words.ts'
import { traces } from '../../src/core/contact-traces.ts'
import { limits } from '../../src/core/limits.ts'
import { noticeMark } from '../../src/core/notice-mark.ts'
import { anyText } from './any-rich-text.ts'
import { disguisedNames } from './disguised-names.ts'
import { ordinarySentences } from './ordinary-sentences.ts'

const cleaned = (text: string, most: number): string => cleanWords(text, most).words
const bio = (text: string): string => cleaned(text, limits.bioMostCharacters)

describe('what people can be found by elsewhere is taken out', () => {
  it.each([
    ['a link', 'see https://example.com/a?b#c now', 'see now'],
    ['any scheme', 'hxxps://example ok tg://resolve?domain=x', 'ok'],
    ['a link with www', 'www.example hi', 'hi'],
    ['a bare domain', 'mail name.com me', 'mail me'],
    ['a domain in capitals', 'NAME.COM yes', 'yes'],
    ['a short link', 't.me/stranger yes', 'yes'],
    ['an invitation', 'join discord.gg/abc123 now', 'join now'],
    ['a domain in another script', 'мой сайт.рф тут', 'мой тут'],
    ['letters of two scripts', 't.mе/x yes', 'yes'],
    ['letters that only look like ASCII', 'yes name.сом', 'yes'],
    ['an address of a machine', 'play at 127.0.0.1:8080 today', 'play at today'],
    ['a mail address', 'write a.b+c@mail.example.org please', 'write please'],
    ['a handle', 'I am @stranger_1', 'I am'],
    ['a handle with a gap', 'I am @ stranger_1', 'I am'],
    ['a discriminator', 'add stranger#1234 there', 'add there'],
    ['a discriminator with gaps', 'stranger # 1234 there', 'there'],
    ['a name with a service', 'hi, insta: some_name', 'hi,'],
    ['a telephone number', 'call +49 (170) 123-45-67 soon', 'call soon'],
    ['a bare number', 'call 5551234', 'call'],
    ['digits of other scripts', 'اتصل ٠١٢٣٤٥٦٧٨', 'اتصل'],
    ['Devanagari digits', 'फ़ोन ९८७६५४३२१०', 'फ़ोन'],
    ['circled and keycap digits', '①②③④⑤⑥⑦ 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣ hi', 'hi'],
  ])('%s', (_, text, left) => {
    expect(bio(text)).toBe(left)
  })

  it.each([
    't . me / name',
    't. me/name',
    'name dot com',
    'name (dot) com',
    'name[.]com',
    'name . com',
    'нейм точка ру',
    'nombre punto com',
    'me at gmail dot com',
    'me(at)gmail(dot)com',
    'name @ gmail.com',
    'ｎａｍｅ．ｃｏｍ',
    'ⓣ.ⓜⓔ/name',
    't\u200b.\u2060m\u00ade/name',
    't̶.̶m̶e̶/̶n̶a̶m̶e̶',
    'name·com',
    'example。com',
    'https:∕∕example.com',
    '＠stranger',
    '１２３ ４５６ ７８９０',
    '1.2.3-4 5/6 7',
  ])('disguised as %s', (text) => {
    expect(bio(text)).toBe('')
  })

  it.each(disguisedNames)('behind a service, or in other signs: %s', (text, left) => {
    expect(bio(text)).toBe(left)
  })

  it('also where what is left of one makes another', () => {
    expect(bio('t.t.me/xme/x')).not.toContain('me')
    expect(bio('hi na@xme.com')).toBe('hi')
  })
})

describe('what is harmless stays as it is', () => {
  it.each([
    'I like dogs. Cats too! E.g. tabbies, a.m. or p.m.',
    'Born in 1999, moved in 2021, 24/7 music, 3.5 stars',
    'C# and F#, 100% rock & roll :) <3',
    'Я люблю кошек.Собак тоже люблю',
    'أحب الموسيقى والقهوة، وأقرأ كثيرًا',
    'می‌خواهم یاد بگیرم',
    'हिन्दी और क्‍या',
    '我喜欢音乐。你呢？',
    "I can't. Me neither. Talk to me",
    'Hasta este punto me gusta. Gosto de café. Com leite',
    '👨‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇪🇸 👍🏽 1️⃣',
    ...ordinarySentences,
  ])('%s', (text) => {
    expect(cleanWords(text, limits.bioMostCharacters)).toEqual({ words: text, leftOut: false })
  })
})

describe('whether something was left out', () => {
  it.each(['two cats t.me/x', 'I am @someone', 'tg bob_99, hi', '@me'])('it is of %s', (text) => {
    expect(cleanWords(text, limits.bioMostCharacters).leftOut).toBe(true)
  })

  it.each([' two\n\ncats ', 'e\u0301tudes', 'a\u200bb\u202e', 'a'.repeat(500), ''])(
    'it is not of %j, which says no less',
    (text) => {
      expect(cleanWords(text, limits.bioMostCharacters).leftOut).toBe(false)
    },
  )
})

it('makes one line of several, with one space in each gap', () => {
  expect(bio(' one\r\n\r\ntwo\u2028three\u00a0\tfour\u2800five ')).toBe('one two three four five')
})

it('takes out what shows nothing, turns the reading around, or stands for the service', () => {
  expect(bio(`${noticeMark} Pass\u202eer\u0000by\u200b \u2067x\u{e0041}\ufe0f`)).toBe('Passerby x')
})

it('writes letters as everybody does', () => {
  expect(bio('e\u0301tudes')).toBe('études')
})

it.each(['', ' \n ', '@someone', '(https://a.example)', '...', '\u2800\u3164'])(
  'leaves nothing of %j',
  (text) => {
    expect(bio(text)).toBe('')
  },
)

it('cuts between what people see as characters', () => {
  const family = '👨‍👩‍👧'
  expect(family).toHaveLength(8)
  expect(cleaned(family.repeat(9), 30)).toBe(family.repeat(3))
  expect(cleaned(`${'a'.repeat(23)}e\u0301\u0323b`, 24)).toBe('a'.repeat(23))
  expect(cleaned('a'.repeat(500), 200)).toBe('a'.repeat(200))
  expect(cleaned(`${'a'.repeat(23)} b`, 24)).toBe('a'.repeat(23))
})

const scraps = [
  ['t', 'me', 'com', 'discord', 'gg', 'name', 'www', 'https', 'dot', 'at', 'имя', 'рф', '你'],
  ['tg', ' is ', 'bob_9', '.And', ',', ';', '・', 'My '],
  ['.', ' . ', '．', '。', '·', ':', '//', '/', '∕', '@', '＠', ' @ ', '#', '＃', '-', '_', '+'],
  ['1234', '567', '１２', '٣٤', '④', '(', ')', '[.]', '\u200b', '\u200d', '\u00ad', '\u202e'],
  ['\n', ' ', 'e\u0301', '\u0336', '❧', '👨‍👩‍👧', '\ufe0f', '\u{1d7d8}', 'ⓣ', 'ｃｏｍ'],
].flat()
const contact = fc.array(fc.constantFrom(...scraps), { maxLength: 20 }).map((all) => all.join(''))
const anything = fc.oneof(
  contact,
  anyText,
  fc.array(fc.oneof(contact, anyText), { maxLength: 4 }).map((all) => all.join(' ')),
)

/** As a reader, or an app that makes links of what it recognises, may take it. */
const asRead = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()

const found = [
  ['a link', /:\/\//],
  ['www', /(?<![\p{L}\p{N}'’])www\./u],
  ['a domain', /[a-z0-9][.。](?:com|gg)(?![\p{L}\p{N}])/u],
  ['a domain with a path', /[a-z0-9]\.[a-z]{2,}\/\S/u],
  ['a name with a service', /(?<![\p{L}\p{N}'’])(?:discord|tg) (?:is )?bob_9(?![\p{L}\p{N}])/u],
  ['a domain that is spelled out', /(?<![\p{L}\p{N}_-])name (?:dot|\.) com(?![\p{L}\p{N}])/u],
  ['a host', /(?<![\p{L}\p{N}'’])(?:t ?\. ?me|discord ?\. ?gg)(?![\p{L}\p{N}])/u],
  ['a handle', /@/],
  ['a discriminator', /#\p{Nd}{4}(?!\p{Nd})/u],
  ['a number', /\p{Nd}(?:[ -]?\p{Nd}){6}/u],
] as const

it('never leaves anything that is read as one of them, whatever people write', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(24, 200), (text, most) => {
      const words = asRead(cleaned(text, most))
      for (const [what, pattern] of found) expect(words, what).not.toMatch(pattern)
    }),
    { numRuns: 2000 },
  )
})

it('is at most so long, one line in the usual form, and the same when it is cleaned again', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(3, 24, 200), (text, most) => {
      const words = cleaned(text, most)
      expect(words.length).toBeLessThanOrEqual(most)
      expect(words).toBe(words.normalize('NFC').trim())
      expect(words).not.toMatch(/[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069❧]| {2}/u)
      expect(words.isWellFormed()).toBe(true)
      expect(cleaned(words, most)).toBe(words)
    }),
    { numRuns: 1000 },
  )
})

/** A pattern whose work grows with the square of the text takes half a minute; the others a fraction of a second. */
describe('what is made to take long takes no longer', { timeout: 8000 }, () => {
  const scraps =
    'a|a.|1 |@|a@| .|://|(|a-|t.me|www.|# |a_|t,|é|你|tg |tg is |tg a.|my tg - |a.a/|a.ab?|a at |a dot |' +
    'a_b on |tg: |tg-'
  const many = (scrap: string, length: number): string => scrap.repeat(length).slice(0, length)

  it('in whole', () => {
    // What is left of it makes another one, again and again.
    const nested = `${'t.'.repeat(70)}${'me/x'.repeat(2500)}`
    for (const text of [nested, ...scraps.split('|').map((scrap) => many(scrap, 10_000))]) bio(text)
  })

  it.each(scraps.split('|'))('to look through when it is %j again and again', (scrap) => {
    const text = many(scrap, 100_000)
    for (const trace of traces) text.replace(trace, '')
  })
})
