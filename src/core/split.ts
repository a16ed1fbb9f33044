// Where a text too long for one message is cut.

import type { TextCapability } from './capabilities.ts'
import { markLength, unitsOf } from './measure.ts'
import { slice, splitsPair } from './rich-text.ts'
import type { RichText } from './rich-text.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** White space where a line may be broken; the no-break spaces hold their words together. */
const gaps = /[\t-\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+/g

/** A cut loses the white space between `end` and `next`. */
interface Cut {
  readonly end: number
  readonly next: number
}

/** What fits into one message, and what is left over. */
export function cutOff(
  rich: RichText,
  capability: TextCapability,
): { readonly first: RichText; readonly rest: RichText } {
  const cut = nextCut(rich, 0, capability)
  return {
    first: slice(rich, 0, cut.end),
    rest: slice(rich, cut.next, rich.text.length),
  }
}

/** Parts that each measure at most `maxLength`, in order. The text begins and ends with something other than white space. */
export function split(rich: RichText, capability: TextCapability): readonly RichText[] {
  const parts: RichText[] = []
  let start = 0
  while (start < rich.text.length) {
    const cut = nextCut(rich, start, capability)
    parts.push(slice(rich, start, cut.end))
    start = cut.next
  }
  return parts
}

function nextCut(rich: RichText, start: number, capability: TextCapability): Cut {
  const reach = furthestEnd(rich, start, capability)
  return reach === rich.text.length ? { end: reach, next: reach } : findCut(rich.text, start, reach)
}

/** How far a part from `start` may go. Never measures less than `slice` up to there does: joining formats makes it only shorter. */
function furthestEnd(
  { text, ranges }: RichText,
  start: number,
  capability: TextCapability,
): number {
  const escaped = unitsOf(capability.escaped)
  const open = ranges.filter((range) => range.end > start)
  let following = 0
  let quotedUntil = 0
  let length = 0
  for (let at = start; at < text.length; at += 1) {
    for (
      let range = open[following];
      range !== undefined && range.start <= at;
      range = open[++following]
    ) {
      length += markLength(range, capability)
      if (range.format.kind !== 'quote') continue
      length += capability.quoteLineMark
      quotedUntil = range.end
    }
    const unit = text.charCodeAt(at)
    length += escaped.has(unit) ? 2 : 1
    if (unit === 0x0a && at < quotedUntil) length += capability.quoteLineMark
    if (length > capability.maxLength) return at
  }
  return text.length
}

function findCut(text: string, start: number, reach: number): Cut {
  const segments = graphemes.segment(text.slice(start))
  const isBorder = (at: number): boolean => {
    const segment = segments.containing(at - start)
    return segment === undefined || segment.index === at - start
  }
  const gap = findGap(text, start, reach, isBorder)
  if (gap !== undefined) return gap
  const border = start + (segments.containing(reach - start)?.index ?? 0)
  const end = border > start ? border : insideGrapheme(text, start, reach)
  return { end, next: end }
}

/** The last gap between paragraphs, else lines, unless that leaves most of the part unused; else the last between words. */
function findGap(
  text: string,
  start: number,
  reach: number,
  isBorder: (at: number) => boolean,
): Cut | undefined {
  const worthwhile = start + (reach - start) / 3
  let paragraph: Cut | undefined
  let line: Cut | undefined
  let word: Cut | undefined
  gaps.lastIndex = start
  for (let gap = gaps.exec(text); gap !== null && gap.index <= reach; gap = gaps.exec(text)) {
    const cut = { end: gap.index, next: gap.index + gap[0].length }
    if (cut.end === start || !isBorder(cut.end) || !isBorder(cut.next)) continue
    const lines = gap[0].split('\n').length - 1
    if (lines > 1 && cut.end >= worthwhile) paragraph = cut
    if (lines > 0 && cut.end >= worthwhile) line = cut
    word = cut
  }
  return paragraph ?? line ?? word
}

/** A grapheme longer than a whole message is cut between its characters; at least one goes, however little room there is. */
function insideGrapheme(text: string, start: number, reach: number): number {
  const end = splitsPair(text, reach) ? reach - 1 : reach
  return end > start ? end : start + (splitsPair(text, start + 1) ? 2 : 1)
}
