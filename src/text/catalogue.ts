// The wording of one language, read from its Fluent file (https://projectfluent.org/fluent/guide/).

import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { isolated, turned } from './direction.ts'
import { readMarkup } from './markup.ts'
import type { Locale } from '../core/locale.ts'
import type { RichText } from '../core/rich-text.ts'

/** Numbers are what plurals are chosen by, and are written as the language writes them; several texts become a list. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>

export interface Catalogue {
  /**
   * Wording with its markup as ranges, in the direction of the language; values stay as they are, isolated where their direction may be
   * another. Throws on an unknown id or a missing value.
   */
  rich(id: string, values?: Values): RichText
  /** The bare words where nothing stands around them and no formatting is possible: labels, menus. */
  plain(id: string): string
}

/** Values travel through formatting and markup as one private character each, so that none can bring markup along. */
const firstStandIn = 0xe000

/** Throws when the file does not read whole: Fluent itself skips what it cannot read. */
export function readCatalogue(language: string, source: string): Catalogue {
  // Fluent would isolate every value of every language, within the markup; `direction.ts` does so where it is needed. Digits are the
  // same in all languages, as people type them and as the rules and times of /privacy are written.
  const bundle = new FluentBundle(`${language}-u-nu-latn`, { useIsolating: false })
  const errors = bundle.addResource(new FluentResource(source))
  if (errors.length > 0)
    throw new AggregateError(errors, `The wording for "${language}" does not read`)
  for (const line of source.split('\n')) {
    const id = /^([a-z][a-z0-9-]*) *=/.exec(line)?.[1]
    const isWritten = id === undefined ? /^(?:$| |#)/.test(line) : bundle.hasMessage(id)
    if (!isWritten) throw new Error(`The wording for "${language}" does not read at: ${line}`)
  }

  function format(id: string, values: Readonly<Record<string, string | number>>): string {
    const pattern = bundle.getMessage(id)?.value
    if (!pattern) throw new Error(`The wording for "${language}" lacks "${id}"`)
    // Without a list to collect errors in, the first one is thrown.
    return bundle.formatPattern(pattern, values)
  }

  function rich(id: string, values: Values = {}): RichText {
    const texts: string[] = []
    const standIn = (value: string): string =>
      String.fromCharCode(firstStandIn + texts.push(isolated(value, language)) - 1)
    const given = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string'
          ? standIn(value)
          : typeof value === 'number'
            ? value
            : value.map(standIn).join(format('list-comma', {})),
      ]),
    )
    return readMarkup(
      turned(format(id, given), language),
      (character) => texts[character.charCodeAt(0) - firstStandIn],
    )
  }

  return { rich, plain: (id) => readMarkup(format(id, {}), () => undefined).text }
}

const read = (locale: Locale): Catalogue =>
  readCatalogue(locale, readFileSync(new URL(`${locale}.ftl`, import.meta.url), 'utf8'))

const catalogues: Readonly<Record<Locale, Catalogue>> = {
  en: read('en'),
  es: read('es'),
  ru: read('ru'),
  ar: read('ar'),
}

/** What the service says in this language. */
export const wordingIn = (locale: Locale): Catalogue => catalogues[locale]
