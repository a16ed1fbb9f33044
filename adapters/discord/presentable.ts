// The form of a rich text that Discord's markdown can say: what `render` writes and `parse` reads back.

import { normalize, type Range, type RichText } from '../../src/core/rich-text.ts'

/** Discord highlights by the name in the first line of a block; longer ones are no language. */
const languageName = /^[a-z0-9_+\-.#]{1,20}$/i

export function presentable(rich: RichText): RichText {
  return reshape(withQuotesOnLines(reshape(normalize(rich.text, rich.ranges))))
}

function reshape({ text, ranges }: RichText): RichText {
  return normalize(
    text,
    ranges.flatMap((range) => shaped(text, range)),
  )
}

function shaped(text: string, range: Range): readonly Range[] {
  switch (range.format.kind) {
    // A masked link would show something else than where it leads; the words stay.
    case 'link':
      return []
    case 'code':
    case 'quote':
      return shrunk(text, range, /[^\n]/)
    case 'pre': {
      const { language } = range.format
      const known = language !== undefined && languageName.test(language) ? language : undefined
      return shrunk(text, { ...range, format: { kind: 'pre', language: known } }, /[^\n]/)
    }
    default:
      return shrunk(text, range, /\S/)
  }
}

/** Without what does not count at both ends: marks beside white space mark nothing. Empty if nothing counts. */
function shrunk(text: string, range: Range, counts: RegExp): readonly Range[] {
  let { start, end } = range
  while (start < end && !counts.test(text.charAt(start))) start += 1
  while (start < end && !counts.test(text.charAt(end - 1))) end -= 1
  return start < end ? [{ ...range, start, end }] : []
}

/** A quote is made of whole lines: where it is not, it gets lines of its own. Quotes on neighbouring lines are one. */
function withQuotesOnLines(rich: RichText): RichText {
  let { text, ranges } = rich
  const insertBreak = (at: number): void => {
    text = `${text.slice(0, at)}\n${text.slice(at)}`
    ranges = ranges.map((range) => ({
      ...range,
      start: range.start >= at ? range.start + 1 : range.start,
      end: range.end > at ? range.end + 1 : range.end,
    }))
  }
  for (const { start, end, format } of rich.ranges.toReversed()) {
    if (format.kind !== 'quote') continue
    if (end < text.length && text[end] !== '\n') insertBreak(end)
    if (start > 0 && text[start - 1] !== '\n') insertBreak(start)
  }
  const touching = ranges.map((range) =>
    range.format.kind === 'quote' && text[range.end] === '\n'
      ? { ...range, end: range.end + 1 }
      : range,
  )
  return normalize(text, touching)
}
