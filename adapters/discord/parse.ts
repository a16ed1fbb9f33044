// What a Discord user wrote, as rich text: marks become ranges, and notations that name somebody or something by id become words.

import { normalize, type Format, type Range, type RichText } from '../../src/core/rich-text.ts'
import { readNotation, readRealNotation, withoutIds, wordsForAddress } from './discord-names.ts'
import { matchAt, syntax } from './markdown.ts'

/** `blocks`: lines may be quotes and headings. */
interface Place {
  readonly showsIds: boolean
  readonly blocks: boolean
  readonly quoted: boolean
  readonly depth: number
}

interface Piece {
  readonly text: string
  readonly ranges: readonly Range[]
}

/** What a rule found at a place, and how much of the source it took. */
interface Found extends Piece {
  readonly length: number
}

/** Deeper nesting is shown as it was typed: it is no conversation, and it would cost time. */
const deepest = 10

export function parse(source: string): RichText {
  return readAll(source, false)
}

/** As an app shows it: ids and addresses of Discord's stay where they are shown as they were typed. For nobody's eyes but our own. */
export function readShown(source: string): RichText {
  return readAll(source, true)
}

function readAll(source: string, showsIds: boolean): RichText {
  const { text, ranges } = read(source, { showsIds, blocks: true, quoted: false, depth: 0 })
  return normalize(text, ranges)
}

function read(source: string, place: Place): Piece {
  let text = ''
  const ranges: Range[] = []
  for (let at = 0; at < source.length;) {
    const startsLine = at === 0 || source[at - 1] === '\n'
    const found =
      (startsLine && place.blocks ? readBlock(source, at, place) : undefined) ??
      readInline(source, at, place)
    for (const range of found.ranges)
      ranges.push({ ...range, start: range.start + text.length, end: range.end + text.length })
    text += found.text
    at += found.length
  }
  return { text, ranges }
}

function readBlock(source: string, at: number, place: Place): Found | undefined {
  if (!place.quoted) {
    const toEnd = matchAt(syntax.quoteToEnd, source, at)
    if (toEnd !== null) return quote(toEnd[0], toEnd[1] ?? '', place)
    const lines = matchAt(syntax.quote, source, at)
    if (lines !== null) return quote(lines[0], lines[0].replace(/^ *> ?/gm, ''), place)
  }
  const heading = matchAt(syntax.heading, source, at)
  if (heading !== null) return inside('bold', heading[0].length, heading[1] ?? '', place)
  const subtext = matchAt(syntax.subtext, source, at)
  if (subtext === null) return undefined
  return { ...read(subtext[1] ?? '', inner(place)), length: subtext[0].length }
}

function quote(taken: string, content: string, place: Place): Found {
  const piece = read(content, { ...place, quoted: true })
  // The line break after a quote belongs to nobody.
  const end = piece.text.length - (taken.endsWith('\n') && piece.text.endsWith('\n') ? 1 : 0)
  const range: Range = { start: 0, end, format: { kind: 'quote' } }
  return { text: piece.text, ranges: [range, ...piece.ranges], length: taken.length }
}

function readInline(source: string, at: number, place: Place): Found {
  return special(source, at, place) ?? words(source, at)
}

function words(source: string, at: number): Found {
  const text = matchAt(syntax.words, source, at)?.[0] ?? source.slice(at, at + 1)
  return literal(text.length, text)
}

function special(source: string, at: number, place: Place): Found | undefined {
  switch (source[at]) {
    case '¯':
      return shrug(source, at)
    case '\\':
      return escaped(source, at, place)
    case '`':
      return codeBlock(source, at, place) ?? code(source, at, place)
    case '<':
      return notation(source, at, place)
    case 'h':
    case 's':
      return webAddress(source, at, place)
    case '[':
      return place.depth < deepest ? maskedLink(source, at, place) : undefined
    case '*':
    case '_':
    case '~':
    case '|':
      return place.depth < deepest ? marked(source, at, place) : undefined
    default:
      return undefined
  }
}

/** The one text whose backslash Discord leaves alone. */
function shrug(source: string, at: number): Found | undefined {
  const match = matchAt(syntax.shrug, source, at)
  return match === null ? undefined : literal(match[0].length, match[0])
}

function escaped(source: string, at: number, place: Place): Found | undefined {
  const match = matchAt(syntax.escape, source, at)
  if (match === null) return undefined
  const reading = place.showsIds ? undefined : readRealNotation(source, at + 1)
  return reading === undefined
    ? literal(match[0].length, match[1] ?? '')
    : literal(1 + reading.length, reading.text)
}

function codeBlock(source: string, at: number, place: Place): Found | undefined {
  const match = matchAt(syntax.codeBlock, source, at)
  if (match === null) return undefined
  const content = match[2] ?? ''
  return whole({ kind: 'pre', language: match[1] }, match[0].length, inCode(content, place))
}

function code(source: string, at: number, place: Place): Found | undefined {
  const match = matchAt(syntax.code, source, at)
  if (match === null) return undefined
  const content = (match[2] ?? '').replace(/^ (?= *`)|(` *) $/g, '$1')
  return whole({ kind: 'code' }, match[0].length, inCode(content, place))
}

const inCode = (content: string, place: Place): string =>
  place.showsIds ? content : withoutIds(content)

function notation(source: string, at: number, place: Place): Found | undefined {
  const reading = readNotation(source, at)
  if (reading !== undefined) return literal(reading.length, reading.text)
  const match = matchAt(syntax.bracketedAddress, source, at)
  return match === null ? undefined : address(match[0].length, match[1] ?? '', place)
}

function webAddress(source: string, at: number, place: Place): Found | undefined {
  const match = matchAt(syntax.address, source, at)
  return match === null ? undefined : address(match[0].length, match[0], place)
}

function address(length: number, url: string, place: Place): Found {
  return literal(length, place.showsIds ? url : (wordsForAddress(url) ?? url))
}

function maskedLink(source: string, at: number, place: Place): Found | undefined {
  const match = matchAt(syntax.maskedLink, source, at)
  if (match === null) return undefined
  const url = match[2] ?? ''
  const words = wordsForAddress(url)
  if (words === undefined)
    return inside({ kind: 'link', url }, match[0].length, match[1] ?? '', place)
  const label = read(match[1] ?? '', inner(place))
  return { text: `${label.text} ${words}`, ranges: label.ranges, length: match[0].length }
}

/** Of two rules that fit at the same place, the apps take the one that takes more, and emphasis when they take the same. */
function marked(source: string, at: number, place: Place): Found | undefined {
  switch (source[at]) {
    case '~':
      return paired('strike', matchAt(syntax.strike, source, at), place)
    case '|':
      return paired('spoiler', matchAt(syntax.spoiler, source, at), place)
    case '*':
      return longer(
        'bold',
        matchAt(syntax.strong, source, at),
        matchAt(syntax.emphasis, source, at),
        place,
      )
    default:
      return longer(
        'underline',
        matchAt(syntax.underline, source, at),
        matchAt(syntax.lowEmphasis, source, at),
        place,
      )
  }
}

function longer(
  kind: 'bold' | 'underline',
  double: RegExpExecArray | null,
  single: RegExpExecArray | null,
  place: Place,
): Found | undefined {
  const takesMore = single !== null && single[0].length >= (double?.[0].length ?? 0)
  return takesMore ? paired('italic', single, place) : paired(kind, double, place)
}

type Mark = Exclude<Format['kind'], 'pre' | 'link'>

function paired(kind: Mark, match: RegExpExecArray | null, place: Place): Found | undefined {
  return match === null ? undefined : inside(kind, match[0].length, match[1] ?? '', place)
}

function inside(format: Mark | Format, length: number, content: string, place: Place): Found {
  const piece = read(content, inner(place))
  const range: Range = {
    start: 0,
    end: piece.text.length,
    format: typeof format === 'string' ? { kind: format } : format,
  }
  return { text: piece.text, ranges: [range, ...piece.ranges], length }
}

const inner = (place: Place): Place => ({ ...place, blocks: false, depth: place.depth + 1 })

const literal = (length: number, text: string): Found => ({ text, ranges: [], length })

const whole = (format: Format, length: number, text: string): Found => ({
  text,
  ranges: [{ start: 0, end: text.length, format }],
  length,
})
