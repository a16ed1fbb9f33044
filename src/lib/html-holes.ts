// Reads the literal parts of a template as a browser would, as far as needed to know where each value stands.

/** Where a value stands: between tags, in a quoted attribute, or at the start of an attribute that is an address. */
export type Hole = 'text' | 'attribute' | 'url'

interface Place {
  readonly kind: 'text' | 'tag' | 'value'
  readonly element: string
  readonly attribute: string
  readonly quote: string
  /** Nothing of the value has been read yet. */
  readonly fresh: boolean
}

const text: Place = { kind: 'text', element: '', attribute: '', quote: '', fresh: false }

const urlAttributes = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'cite',
  'data',
  'xlink:href',
])
const closedAttributes = /^(?:on.*|style|srcdoc|srcset)$/
const rawElements = new Set([
  'script',
  'style',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'plaintext',
])

/** Throws where a value cannot be made safe by escaping, and where a template does not close what it opens. */
export function findHoles(strings: readonly string[]): readonly Hole[] {
  const holes: Hole[] = []
  let place = text
  for (const [index, part] of strings.entries()) {
    place = read(part, place)
    if (index === strings.length - 1) break
    holes.push(holeAt(place, part))
    place = { ...place, fresh: false }
  }
  if (place.kind !== 'text') throw new Error(`The template ends inside <${place.element}>.`)
  return holes
}

function holeAt(place: Place, before: string): Hole {
  if (place.kind === 'value') {
    if (closedAttributes.test(place.attribute))
      throw new Error(`No value can be safe in ${place.attribute}="".`)
    return urlAttributes.has(place.attribute) && place.fresh ? 'url' : 'attribute'
  }
  if (place.kind === 'tag')
    throw new Error(`A value stands inside <${place.element}> but outside quotes.`)
  if (/<\/?$/.test(before)) throw new Error('A value cannot be the name of an element.')
  return 'text'
}

function read(part: string, from: Place): Place {
  let place = from
  let at = 0
  while (at < part.length) {
    const step =
      place.kind === 'text'
        ? readText(part, at)
        : place.kind === 'tag'
          ? readTag(part, at, place)
          : readValue(part, at, place)
    at = step.at
    place = step.place
  }
  return place
}

interface Step {
  readonly at: number
  readonly place: Place
}

function readText(part: string, at: number): Step {
  const open = part.indexOf('<', at)
  if (open === -1) return { at: part.length, place: text }
  if (part.startsWith('<!--', open))
    return { at: after(part, '-->', open + 4, 'a comment'), place: text }
  if (part.startsWith('<!', open))
    return { at: after(part, '>', open, 'a declaration'), place: text }
  const name = /^<\/?([a-z][^\s/>]*)/i.exec(part.slice(open))
  if (name === null) return { at: open + 1, place: text }
  const element = name[0].startsWith('</') ? '' : (name[1] ?? '').toLowerCase()
  return { at: open + name[0].length, place: { ...text, kind: 'tag', element } }
}

function readTag(part: string, at: number, place: Place): Step {
  const rest = part.slice(at)
  const blank = /^[\s/]+/.exec(rest)
  if (blank !== null) return { at: at + blank[0].length, place }
  if (rest.startsWith('>')) {
    if (!rawElements.has(place.element)) return { at: at + 1, place: text }
    return { at: after(part, `</${place.element}>`, at, `<${place.element}>`), place: text }
  }
  const attribute = /^([^\s"'<>/=]+)(\s*=\s*(["']?))?/.exec(rest)
  if (attribute === null)
    throw new Error(`<${place.element}> is not well formed: ${rest.slice(0, 30)}`)
  const [all, name = '', equals, quote = ''] = attribute
  if (equals === undefined) return { at: at + all.length, place }
  if (quote === '') throw new Error(`The value of ${name} needs quotes.`)
  return {
    at: at + all.length,
    place: { ...place, kind: 'value', attribute: name.toLowerCase(), quote, fresh: true },
  }
}

function readValue(part: string, at: number, place: Place): Step {
  const close = part.indexOf(place.quote, at)
  if (close === -1) return { at: part.length, place: { ...place, fresh: false } }
  return { at: close + 1, place: { ...place, kind: 'tag' } }
}

function after(part: string, end: string, from: number, where: string): number {
  const found = part.indexOf(end, from)
  if (found === -1) throw new Error(`No value can be safe inside ${where}, and it must be closed.`)
  return found + end.length
}
