import type { TextCapability } from './capabilities.ts'
import type { Range, RichText } from './rich-text.ts'

/** How long the text becomes on the wire at most, as TextCapability counts. Links count nothing: `fitText` leaves none. */
export function measure(rich: RichText, capability: TextCapability): number {
  let length = rich.text.length + countEscaped(rich.text, capability.escaped)
  for (const range of rich.ranges) {
    length += markLength(range, capability)
    if (range.format.kind === 'quote')
      length += capability.quoteLineMark * linesOf(rich.text, range)
  }
  return length
}

export function markLength(range: Range, capability: TextCapability): number {
  return range.format.kind === 'link' ? 0 : capability.marks[range.format.kind]
}

function countEscaped(text: string, escaped: string): number {
  if (escaped === '') return 0
  const units = unitsOf(escaped)
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (units.has(text.charCodeAt(at))) count += 1
  return count
}

/** The UTF-16 units of the characters that are escaped. */
export function unitsOf(escaped: string): ReadonlySet<number> {
  return new Set(Array.from({ length: escaped.length }, (_, at) => escaped.charCodeAt(at)))
}

function linesOf(text: string, range: Range): number {
  let lines = 1
  for (
    let at = text.indexOf('\n', range.start);
    at !== -1 && at < range.end;
    at = text.indexOf('\n', at + 1)
  )
    lines += 1
  return lines
}
