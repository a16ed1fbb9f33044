// Ranges that overlap in any way become ranges that nest: the rules of `normalize`, without the text.

import type { Format, Range } from './rich-text.ts'

/** Outer first where ranges cover the same; code and pre are innermost and bear nothing but a quote or a link around them. */
const ranks: readonly Format['kind'][] = [
  'quote',
  'link',
  'bold',
  'italic',
  'underline',
  'strike',
  'spoiler',
  'code',
  'pre',
]
const rank = (range: Range): number => ranks.indexOf(range.format.kind)
/** Quotes, then links, then everything else: an outer class is never split by an inner one. */
const nestingClass = (range: Range): number => Math.min(rank(range), 2)

const outerFirst = (a: Range, b: Range): number =>
  nestingClass(a) - nestingClass(b) || a.start - b.start || b.end - a.end || rank(a) - rank(b)
const firstLongest = (a: Range, b: Range): number =>
  a.start - b.start || b.end - a.end || rank(a) - rank(b) || compare(key(a.format), key(b.format))

export function nest(ranges: readonly Range[]): readonly Range[] {
  const joined = join(ranges)
  const code = disjoint(joined.filter(isCode))
  const links = disjoint(joined.filter((range) => range.format.kind === 'link'))
  const outer = [...joined.filter((range) => range.format.kind === 'quote'), ...links]
  const marks = joined.filter((range) => !isCode(range) && nestingClass(range) === 2)
  return sweep([
    ...code,
    ...outer.flatMap((range) => cutBack(range, code)),
    ...marks.flatMap((range) => without(range, code)),
  ])
}

const isCode = (range: Range): boolean =>
  range.format.kind === 'code' || range.format.kind === 'pre'

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function key(format: Format): string {
  if (format.kind === 'pre') return `pre ${format.language ?? ''}`
  return format.kind === 'link' ? `link ${format.url}` : format.kind
}

/** The same format is never over the same text twice, and where it touches it is one. */
function join(ranges: readonly Range[]): Range[] {
  const last = new Map<string, Range>()
  const joined: Range[] = []
  for (const range of ranges.toSorted(firstLongest)) {
    const name = key(range.format)
    const before = last.get(name)
    if (before === undefined || range.start > before.end) {
      if (before !== undefined) joined.push(before)
      last.set(name, range)
    } else if (range.end > before.end) {
      last.set(name, { ...before, end: range.end })
    }
  }
  return [...joined, ...last.values()].sort(firstLongest)
}

/** What begins first keeps its text; a later one keeps what lies beyond. */
function disjoint(sorted: readonly Range[]): readonly Range[] {
  const kept: Range[] = []
  let taken = 0
  for (const range of sorted) {
    const start = Math.max(range.start, taken)
    if (start >= range.end) continue
    kept.push({ ...range, start })
    taken = range.end
  }
  return kept
}

/** A quote or link that begins or ends inside code gives that part up. */
function cutBack(range: Range, code: readonly Range[]): readonly Range[] {
  let { start, end } = range
  for (const block of code) {
    if (block.start < start && start < block.end) start = block.end
    if (block.start < end && end < block.end) end = block.start
  }
  return start < end ? [{ ...range, start, end }] : []
}

function without(range: Range, code: readonly Range[]): readonly Range[] {
  const pieces: Range[] = []
  let start = range.start
  for (const block of code) {
    if (block.end <= start) continue
    if (block.start >= range.end) break
    if (block.start > start) pieces.push({ ...range, start, end: block.start })
    start = block.end
  }
  if (start < range.end) pieces.push({ ...range, start })
  return pieces
}

interface Open {
  readonly range: Range
  readonly since: number
}

/** Walks over all borders with the stack of open ranges, as a writer of tags would: what must close early is opened again. */
function sweep(ranges: readonly Range[]): readonly Range[] {
  const borders = [...new Set(ranges.flatMap((range) => [range.start, range.end]))].sort(
    (a, b) => a - b,
  )
  const waiting = ranges.toSorted(firstLongest)
  const nested: Range[] = []
  let next = 0
  let stack: readonly Open[] = []
  for (const at of borders) {
    const active = stack.map((open) => open.range).filter((range) => range.end > at)
    for (
      let range = waiting[next];
      range !== undefined && range.start === at;
      range = waiting[++next]
    )
      active.push(range)
    active.sort(outerFirst)
    let same = 0
    while (same < stack.length && stack[same]?.range === active[same]) same += 1
    for (const { range, since } of stack.slice(same))
      nested.push({ start: since, end: at, format: range.format })
    stack = [...stack.slice(0, same), ...active.slice(same).map((range) => ({ range, since: at }))]
  }
  return nested.sort(firstLongest)
}
