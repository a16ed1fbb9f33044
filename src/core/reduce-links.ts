import { normalize } from './rich-text.ts'
import type { Range, RichText } from './rich-text.ts'

/** Addresses beyond this are left out: a hundred long ones behind a few letters would flood the partner. */
const mostAdded = 2000

/**
 * Turns links into plain words, because a link that shows something else than where it leads is a stranger's favourite trap:
 * `text (url)` for a web address, and the text alone where it already is the address or where the address is no web address.
 */
export function reduceLinks(rich: RichText): RichText {
  let { text } = rich
  let ranges = rich.ranges.filter((range) => range.format.kind !== 'link')
  for (const { link, added } of additions(rich).toReversed()) {
    text = text.slice(0, link.end) + added + text.slice(link.end)
    ranges = ranges.map((range) => moved(range, link, added.length))
  }
  return normalize(text, ranges)
}

interface Addition {
  readonly link: Range
  readonly added: string
}

function additions({ text, ranges }: RichText): readonly Addition[] {
  let left = mostAdded
  return ranges.flatMap((link): readonly Addition[] => {
    if (link.format.kind !== 'link') return []
    const { url } = link.format
    if (!isWebAddress(url) || isShown(text.slice(link.start, link.end), url)) return []
    const added = ` (${url})`
    if (added.length > left) return []
    left -= added.length
    return [{ link, added }]
  })
}

const isWebAddress = (url: string): boolean => /^https?:\/\/[^\s/]\S*$/i.test(url)

function isShown(text: string, url: string): boolean {
  const shown = text.trim().replace(/\/$/, '')
  const whole = url.replace(/\/$/, '')
  return shown === whole || shown === whole.replace(/^https?:\/\//i, '')
}

/** What lies around the whole link grows with it, so that a hidden link stays hidden; code does not, as addresses are no code. */
function moved(range: Range, link: Range, by: number): Range {
  if (range.start >= link.end) return { ...range, start: range.start + by, end: range.end + by }
  const around =
    range.start <= link.start && range.format.kind !== 'code' && range.format.kind !== 'pre'
  return range.end > link.end || (range.end === link.end && around)
    ? { ...range, end: range.end + by }
    : range
}
