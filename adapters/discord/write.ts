// Writes a presentable rich text as markdown in one manner; whether that reads back as meant is for format.ts to find out.

import type { Range, RichText } from '../../src/core/rich-text.ts'
import { escapeUnits } from './escape.ts'

export interface Manner {
  /** Discord knows two marks for italic; `either` takes the underscore where an asterisk would meet another. */
  readonly italic: '*' | '_' | 'either'
  /** Holds marks apart that would be read as one, by a zero-width space: at most one before each mark. */
  readonly apart: boolean
  readonly breakAddresses: boolean
}

type Token =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'mark'
      readonly mark: string
      readonly opens: boolean
      readonly italic: boolean
    }

const marks = { bold: '**', italic: '*', underline: '__', strike: '~~', spoiler: '||' } as const

export function write({ text, ranges }: RichText, manner: Manner): string {
  const units = escapeUnits(text, {
    code: ranges.filter((range) => range.format.kind === 'code' || range.format.kind === 'pre'),
    borders: new Set(ranges.flatMap((range) => [range.start, range.end])),
    breakAddresses: manner.breakAddresses,
  })
  const quotes = ranges.filter((range) => range.format.kind === 'quote')
  const others = ranges.filter((range) => range.format.kind !== 'quote')
  const stretch = (start: number, end: number): string =>
    join(
      tokens(
        text,
        units,
        others.filter((range) => range.start >= start && range.end <= end),
        start,
        end,
        manner,
      ),
      manner,
    )
  let markdown = ''
  let at = 0
  for (const quote of quotes) {
    markdown +=
      stretch(at, quote.start) +
      stretch(quote.start, quote.end).replace(/^/, '> ').replaceAll('\n', '\n> ')
    at = quote.end
  }
  return markdown + stretch(at, text.length)
}

/** `ranges` nest, each before those inside it. */
function tokens(
  text: string,
  units: readonly string[],
  ranges: readonly Range[],
  start: number,
  end: number,
  manner: Manner,
): readonly Token[] {
  const found: Token[] = []
  let at = start
  const wordsTo = (next: number): void => {
    if (next > at) found.push({ kind: 'words', text: units.slice(at, next).join('') })
  }
  for (const [index, range] of ranges.entries()) {
    if (range.start < at) continue
    wordsTo(range.start)
    at = range.end
    const { kind } = range.format
    if (kind === 'code' || kind === 'pre') {
      found.push(...codeTokens(text, range, manner))
    } else if (kind !== 'quote' && kind !== 'link') {
      const inner = ranges.slice(index + 1).filter((other) => other.end <= range.end)
      const mark = { kind: 'mark', mark: marks[kind], italic: kind === 'italic' } as const
      found.push({ ...mark, opens: true })
      found.push(...tokens(text, units, inner, range.start, range.end, manner))
      found.push({ ...mark, opens: false })
    }
  }
  wordsTo(end)
  return found
}

function codeTokens(text: string, range: Range, manner: Manner): readonly Token[] {
  const content = text.slice(range.start, range.end)
  if (range.format.kind === 'pre') {
    // Three backticks end a block, whatever they stand for.
    const safe = manner.apart ? content.replace(/`(?=``)/g, '`\u200b') : content
    return surrounded(`\`\`\`${range.format.language ?? ''}\n`, safe, '\n```')
  }
  const runs = new Set((content.match(/`+/g) ?? []).map((run) => run.length))
  // A fence of three would be a block.
  const fence = !runs.has(1) ? '`' : '``'
  const safe = manner.apart && fence === '``' ? content.replace(/`(?=`)/g, '`\u200b') : content
  const before = /^ *`/.test(safe) ? ' ' : ''
  const after = /` *$/.test(safe) ? ' ' : ''
  return surrounded(fence + before, safe, after + fence)
}

function surrounded(open: string, content: string, close: string): readonly Token[] {
  const mark = { kind: 'mark', italic: false } as const
  return [
    { ...mark, mark: open, opens: true },
    { kind: 'words', text: content },
    { ...mark, mark: close, opens: false },
  ]
}

function join(found: readonly Token[], manner: Manner): string {
  const written = italics(found, manner)
  let markdown = ''
  for (const token of written) {
    if (token.kind === 'words') markdown += token.text
    else markdown += (manner.apart && meets(markdown, token.mark) ? '\u200b' : '') + token.mark
  }
  return markdown
}

/** `~~` followed by `_` ends nothing: markdown.ts. */
function meets(before: string, mark: string): boolean {
  return (
    (mark.startsWith('_') && before.endsWith('~~')) ||
    ('*_~|`'.includes(mark.charAt(0)) && before.endsWith(mark.charAt(0)))
  )
}

/** Opening and closing mark of one italic are decided together: a stack pairs them. */
function italics(found: readonly Token[], manner: Manner): readonly Token[] {
  if (manner.italic === '*') return found
  const written = [...found]
  const open: number[] = []
  for (const [at, token] of found.entries()) {
    if (token.kind === 'words' || !token.italic) continue
    if (token.opens) {
      open.push(at)
      continue
    }
    const start = open.pop() ?? at
    if (manner.italic === 'either' && !besideStars(found, start, at)) continue
    written[start] = { ...token, mark: '_', opens: true }
    written[at] = { ...token, mark: '_' }
  }
  return written
}

function besideStars(found: readonly Token[], start: number, end: number): boolean {
  return [start - 1, start + 1, end - 1, end + 1].some((at) => {
    const token = found[at]
    return token?.kind === 'mark' && token.mark.startsWith('*')
  })
}
