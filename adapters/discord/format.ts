// Rich text as Discord's markdown. Nothing that a person typed is active in it; what they formatted is.
// Reading their markdown is in parse.ts.

import { plain, type Range, type RichText } from '../../src/core/rich-text.ts'
import { readShown } from './parse.ts'
import { presentable } from './presentable.ts'
import { write, type Manner } from './write.ts'

/**
 * Marks that meet can be read in more than one way (`**a***b*`), so each manner of writing is read back, and the first that means what
 * was meant is taken. The later ones hold marks apart by a zero-width space and give up clickable addresses inside formatting.
 */
const manners: readonly Manner[] = [
  { italic: '*', apart: false, breakAddresses: false },
  { italic: '_', apart: false, breakAddresses: false },
  { italic: 'either', apart: false, breakAddresses: false },
  { italic: '*', apart: true, breakAddresses: false },
  { italic: 'either', apart: true, breakAddresses: false },
  { italic: '*', apart: true, breakAddresses: true },
  { italic: 'either', apart: true, breakAddresses: true },
]

export function render(rich: RichText): string {
  const wanted = presentable(rich)
  // What nothing can say loses formatting, and what the sender hid is the last to go.
  const hidden = wanted.ranges.filter((range) => range.format.kind === 'spoiler')
  for (const ranges of [wanted.ranges, hidden]) {
    const attempt: RichText = { text: wanted.text, ranges }
    for (const manner of manners) {
      const markdown = write(attempt, manner)
      if (means(markdown, attempt)) return markdown
    }
  }
  return write(plain(wanted.text), { italic: '*', apart: false, breakAddresses: true })
}

function means(markdown: string, rich: RichText): boolean {
  const read = withoutSpaceOfNoWidth(readShown(markdown))
  const meant = withoutSpaceOfNoWidth(rich)
  return (
    read.text === meant.text &&
    read.ranges.length === meant.ranges.length &&
    read.ranges.every((range, at) => isSame(range, meant.ranges[at]))
  )
}

function isSame(a: Range, b: Range | undefined): boolean {
  if (b === undefined || a.start !== b.start || a.end !== b.end || a.format.kind !== b.format.kind)
    return false
  return (
    a.format.kind !== 'pre' || b.format.kind !== 'pre' || a.format.language === b.format.language
  )
}

/** Both sides are compared without it, because a person may have typed one too. */
function withoutSpaceOfNoWidth(rich: RichText): RichText {
  if (!rich.text.includes('\u200b')) return rich
  const shift = (at: number): number => rich.text.slice(0, at).replaceAll('\u200b', '').length
  return {
    text: rich.text.replaceAll('\u200b', ''),
    ranges: rich.ranges.map((range) => ({
      ...range,
      start: shift(range.start),
      end: shift(range.end),
    })),
  }
}
