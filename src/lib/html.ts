// HTML that cannot be broken by what is put into it: every value is escaped for the place where it stands, and there is
// no way to insert raw markup but another `html` template. Places where escaping would not be enough are refused.

import { findHoles, type Hole } from './html-holes.ts'

const markup = Symbol('markup')

export interface Html {
  readonly [markup]: string
}

/** `undefined`, `null`, `true` and `false` vanish, so that `condition && html…` reads well. */
export type Child = Html | string | number | bigint | boolean | null | undefined | readonly Child[]

const holesOf = new WeakMap<TemplateStringsArray, readonly Hole[]>()

/** Throws where the template itself is unsafe; that depends on its literal text alone, never on the values. */
export function html(strings: TemplateStringsArray, ...values: readonly Child[]): Html {
  let holes = holesOf.get(strings)
  if (holes === undefined) {
    holes = findHoles(strings)
    holesOf.set(strings, holes)
  }
  let out = strings[0] ?? ''
  for (const [index, value] of values.entries()) {
    const hole = holes[index] ?? 'text'
    out += hole === 'text' ? renderChild(value) : renderAttribute(value, hole)
    out += strings[index + 1] ?? ''
  }
  return { [markup]: out }
}

export function toMarkup(fragment: Html): string {
  return fragment[markup]
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

const escape = (text: string): string =>
  text.replace(/[&<>"'`]/g, (character) => entities[character] ?? '')

const isList = (value: Child): value is readonly Child[] => Array.isArray(value)

function renderChild(value: Child): string {
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (isList(value)) return value.map(renderChild).join('')
  return typeof value === 'object' ? value[markup] : escape(String(value))
}

function renderAttribute(value: Child, hole: 'attribute' | 'url'): string {
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  if (typeof value === 'object')
    throw new Error('Markup and lists cannot be the value of an attribute.')
  const text = String(value)
  return escape(hole === 'url' ? safeUrl(text) : text)
}

/** Browsers ignore control characters and blanks in and before a scheme: https://url.spec.whatwg.org/#concept-basic-url-parser */
function safeUrl(url: string): string {
  // oxlint-disable-next-line no-control-regex -- exactly these are ignored by browsers
  const scheme = /^([^/?#:]*):/.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase()
  return scheme === undefined || ['http', 'https', 'mailto'].includes(scheme)
    ? url
    : 'about:invalid'
}
