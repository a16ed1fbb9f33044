// Text with formatting as both platforms can mean it: a plain string and ranges over its UTF-16 units.

import { nest } from './nest.ts'

export type Format =
  | { readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler' | 'code' | 'quote' }
  | { readonly kind: 'pre'; readonly language: string | undefined }
  | { readonly kind: 'link'; readonly url: string }

/** Half open: `start` is in, `end` is out; both in UTF-16 units and never inside a surrogate pair. */
export interface Range {
  readonly start: number
  readonly end: number
  readonly format: Format
}

/** Ranges are sorted by start, then longest first; they nest, never cross, never are empty, and lie inside the text. */
export interface RichText {
  readonly text: string
  readonly ranges: readonly Range[]
}

export const plain = (text: string): RichText => ({ text, ranges: [] })

/**
 * Makes a rich text of ranges in any order and state: clipped to the text, grown to whole surrogate pairs, joined where the same format
 * touches, and split where they cross. A quote lies outside everything, a link outside all but quotes, code and pre inside both and alone:
 * other formatting is cut away from them. Quotes do not nest in quotes nor links in links. The same ranges always give the same result.
 */
export function normalize(text: string, ranges: readonly Range[]): RichText {
  if (ranges.length === 0) return { text, ranges }
  const whole: Range[] = []
  for (const { start, end, format } of ranges) {
    const from = outOfPair(text, clip(start, text.length), -1)
    const to = outOfPair(text, clip(end, text.length), 1)
    if (from < to && start < end) whole.push({ start: from, end: to, format })
  }
  return { text, ranges: nest(whole) }
}

/** The part from `start` to `end` with its formatting. */
export function slice(rich: RichText, start: number, end: number): RichText {
  const text = rich.text.slice(start, end)
  if (rich.ranges.length === 0) return plain(text)
  const shifted = rich.ranges
    .filter((range) => range.start < end && range.end > start)
    .map((range) => ({
      ...range,
      start: Math.max(range.start, start) - start,
      end: Math.min(range.end, end) - start,
    }))
  return normalize(text, shifted)
}

export function concat(...parts: readonly RichText[]): RichText {
  const ranges: Range[] = []
  let text = ''
  for (const part of parts) {
    for (const range of part.ranges) {
      ranges.push({ ...range, start: range.start + text.length, end: range.end + text.length })
    }
    text += part.text
  }
  return normalize(text, ranges)
}

/** Each on a line of its own. */
export const inLines = (lines: readonly RichText[]): RichText =>
  concat(...lines.flatMap((line, at) => (at === 0 ? [line] : [plain('\n'), line])))

/** Without white space at its ends. */
export function trim(rich: RichText): RichText {
  const start = rich.text.length - rich.text.trimStart().length
  const end = rich.text.trimEnd().length
  if (start === 0 && end === rich.text.length) return rich
  return slice(rich, start, Math.max(start, end))
}

/** Whether the position lies between the two halves of one character. */
export function splitsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

function outOfPair(text: string, at: number, step: 1 | -1): number {
  return splitsPair(text, at) ? at + step : at
}

function clip(at: number, length: number): number {
  return Math.min(Math.max(Math.trunc(at) || 0, 0), length)
}
