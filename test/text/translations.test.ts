// Every language says the same: what can be compared without knowing a language is compared with English.

import { readFileSync } from 'node:fs'
import { parse, type Expression, type Pattern } from '@fluent/syntax'
import { describe, expect, it } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import { locales, type Locale } from '../../src/core/locale.ts'
import { topicIn } from '../../src/text/topics.ts'

/** One way in which a message can be said: its text, and the names of what is put into it. */
interface Form {
  readonly text: string
  readonly names: readonly string[]
}

const nothing: readonly Form[] = [{ text: '', names: [] }]

function formsOf(pattern: Pattern): readonly Form[] {
  return pattern.elements.reduce<readonly Form[]>((forms, element) => {
    const next =
      element.type === 'TextElement'
        ? [{ text: element.value, names: [] }]
        : element.expression.type === 'Placeable'
          ? nothing
          : formsIn(element.expression)
    return forms.flatMap((form) =>
      next.map(({ text, names }) => ({
        text: form.text + text,
        names: [...form.names, ...names],
      })),
    )
  }, nothing)
}

function formsIn(expression: Expression): readonly Form[] {
  switch (expression.type) {
    case 'VariableReference':
      return [{ text: '', names: [`$${expression.id.name}`] }]
    case 'MessageReference':
      return [{ text: '', names: [expression.id.name] }]
    case 'StringLiteral':
      return [{ text: expression.value, names: [] }]
    case 'SelectExpression': {
      // A form may leave out the number that it was chosen by: "a minute".
      const chosenBy = formsIn(expression.selector).flatMap(({ names }) => names)
      return expression.variants.flatMap(({ value }) =>
        formsOf(value).map(({ text, names }) => ({ text, names: [...names, ...chosenBy] })),
      )
    }
    default:
      throw new Error(`No catalogue needs a ${expression.type}`)
  }
}

function pluralsOf(pattern: Pattern): readonly (readonly string[])[] {
  return pattern.elements.flatMap((element) =>
    element.type === 'Placeable' && element.expression.type === 'SelectExpression'
      ? [
          element.expression.variants.flatMap(({ key }) =>
            key.type === 'Identifier' ? [key.name] : [],
          ),
        ]
      : [],
  )
}

interface Message {
  readonly attributes: readonly string[]
  readonly forms: readonly Form[]
  readonly plurals: readonly (readonly string[])[]
}

function messagesIn(file: string): ReadonlyMap<string, Message> {
  const source = readFileSync(new URL(`../../src/text/${file}.ftl`, import.meta.url), 'utf8')
  return new Map(
    parse(source, {}).body.flatMap((entry) =>
      entry.type === 'Message' && entry.value
        ? [
            [
              entry.id.name,
              {
                attributes: entry.attributes.map(({ id }) => id.name),
                forms: formsOf(entry.value),
                plurals: pluralsOf(entry.value),
              },
            ] as const,
          ]
        : [],
    ),
  )
}

const distinct = (all: readonly string[]): readonly string[] => [...new Set(all)].toSorted()
const everyForm = ({ forms }: Message, part: (form: Form) => readonly string[]): Set<string> =>
  new Set(forms.map((form) => JSON.stringify(part(form))))
const found = (text: string, what: RegExp): readonly string[] => text.match(what) ?? []

/** Whatever is the same in two languages, so that it need not be a leftover. */
const mayBeTheSame: Readonly<Record<Exclude<Locale, 'en'>, readonly string[]>> = {
  es: [
    'nothing',
    'list-comma',
    'name-telegram',
    'name-discord',
    'interest-series',
    'interest-anime',
    'interest-fitness',
    'interest-memes',
    'button-thumb-up',
    'button-thumb-down',
    'button-share-no',
  ],
  ru: [
    'nothing',
    'list-comma',
    'name-telegram',
    'name-discord',
    'button-thumb-up',
    'button-thumb-down',
  ],
  ar: ['nothing', 'button-thumb-up', 'button-thumb-down'],
}

const others = locales.filter((locale) => locale !== 'en')

describe.each(others)('the language %s', (locale) => {
  const english = new Map([...messagesIn('en'), ...messagesIn('topics/en')])
  const translated = new Map([...messagesIn(locale), ...messagesIn(`topics/${locale}`)])
  const pairs = [...english].flatMap(([id, original]) => {
    const message = translated.get(id)
    return message ? [{ id, original, message }] : []
  })

  it('says all that English says, in the same order, and nothing else', () => {
    expect([...translated.keys()]).toEqual([...english.keys()])
    for (const { id, original, message } of pairs)
      expect(message.attributes, id).toEqual(original.attributes)
  })

  it('puts the same into each message, in every plural', () => {
    for (const { id, original, message } of pairs)
      expect(
        everyForm(message, ({ names }) => distinct(names)),
        id,
      ).toEqual(everyForm(original, ({ names }) => distinct(names)))
  })

  it('has the same formatting in each message', () => {
    for (const { id, original, message } of pairs) {
      const tags = ({ text }: Form): readonly string[] => found(text, /<[^>]*>/g)
      expect(everyForm(message, tags), id).toEqual(everyForm(original, tags))
    }
  })

  it('names the same commands and numbers, and has as many lines and points', () => {
    for (const { id, original, message } of pairs) {
      const facts = ({ text }: Form): readonly string[] =>
        found(text, /(?<![\w<])\/[a-z]+|\d+|\n|^•/gm).toSorted()
      if (original.plurals.length === 0)
        expect(everyForm(message, facts), id).toEqual(everyForm(original, facts))
    }
  })

  it('leaves nothing in English', () => {
    const same = pairs.filter(
      ({ original, message }) =>
        JSON.stringify(original.forms) === JSON.stringify(message.forms) &&
        original.forms.some(({ text }) => text !== ''),
    )
    expect(same.map(({ id }) => id)).toEqual(mayBeTheSame[locale])
  })
})

describe.each(locales)('the plurals of the language %s', (locale) => {
  it('are all that there are in it', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const plurals = [...messagesIn(locale)].flatMap(([id, message]) =>
      message.plurals.map((keys) => ({ id, keys: keys.toSorted() })),
    )
    expect(plurals.length).toBe(4)
    for (const { id, keys } of plurals)
      expect({ id, keys }).toEqual({ id, keys: categories.toSorted() })
  })
})

describe.each(locales)('what to talk about in the language %s', (locale) => {
  const questions = Array.from({ length: limits.topics }, (_, at) => topicIn(locale, at + 1))

  it('is forty different questions of one line', () => {
    expect(questions).toHaveLength(40)
    expect([...messagesIn(`topics/${locale}`).keys()]).toHaveLength(40)
    expect(new Set(questions).size).toBe(40)
    for (const question of questions) expect(question).toMatch(/^.{8,140}[?؟]$/)
  })
})
