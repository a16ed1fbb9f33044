// The wording of one language, read from its Fluent file (https://projectfluent.org/fluent/guide/).

import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { readMarkup } from './markup.ts'
import type { Locale } from '../core/locale.ts'
import type { RichText } from '../core/rich-text.ts'

/** Numbers are what plurals are chosen by, and are written as the language writes them. */
type Values = Readonly<Record<string, string | number>>

export interface Catalogue {
  /** Wording with its markup as ranges; values stay as they are. Throws on an unknown id or a missing value. */
  rich(id: string, values?: Values): RichText
  /** The same where no formatting is possible: labels, menus. */
  plain(id: string, values?: Values): string
}

/** Values travel through formatting and markup as one private character each, so that none can bring markup along. */
const firstStandIn = 0xe000

/** Throws when the file does not read whole: Fluent itself skips what it cannot read. */
export function readCatalogue(language: string, source: string): Catalogue {
  // Isolation marks around values would shift formatting and show as boxes in some apps.
  const bundle = new FluentBundle(language, { useIsolating: false })
  const errors = bundle.addResource(new FluentResource(source))
  if (errors.length > 0)
    throw new AggregateError(errors, `The wording for "${language}" does not read`)
  for (const line of source.split('\n')) {
    const id = /^([a-z][a-z0-9-]*) *=/.exec(line)?.[1]
    const isWritten = id === undefined ? /^(?:$| |#)/.test(line) : bundle.hasMessage(id)
    if (!isWritten) throw new Error(`The wording for "${language}" does not read at: ${line}`)
  }

  function rich(id: string, values: Values = {}): RichText {
    const pattern = bundle.getMessage(id)?.value
    if (!pattern) throw new Error(`The wording for "${language}" lacks "${id}"`)
    const texts: string[] = []
    const standIn = (value: string): string =>
      String.fromCharCode(firstStandIn + texts.push(value) - 1)
    const given = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' ? standIn(value) : value,
      ]),
    )
    // Without a list to collect errors in, the first one is thrown.
    const wording = bundle.formatPattern(pattern, given)
    return readMarkup(wording, (character) => texts[character.charCodeAt(0) - firstStandIn])
  }

  return { rich, plain: (id, values) => rich(id, values).text }
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
