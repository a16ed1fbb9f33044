// The wording of one language, read from its Fluent file (https://projectfluent.org/fluent/guide/).

import { readFileSync } from 'node:fs'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { readMarkup } from './markup.ts'
import type { RichText } from '../core/rich-text.ts'

type Values = Readonly<Record<string, string>>

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
    const names = Object.keys(values)
    const standIns = Object.fromEntries(
      names.map((name, at) => [name, String.fromCharCode(firstStandIn + at)]),
    )
    // Without a list to collect errors in, the first one is thrown.
    const wording = bundle.formatPattern(pattern, standIns)
    return readMarkup(
      wording,
      (character) => values[names[character.charCodeAt(0) - firstStandIn] ?? ''],
    )
  }

  return { rich, plain: (id, values) => rich(id, values).text }
}

export const english: Catalogue = readCatalogue(
  'en',
  readFileSync(new URL('en.ftl', import.meta.url), 'utf8'),
)
