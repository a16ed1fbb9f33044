import type { TextCapability } from '../../src/core/capabilities.ts'

/** Lengths are counted after entities are parsed: they cost nothing, and nothing has to be escaped. */
export function textOfAtMost(maxLength: number): TextCapability {
  return {
    maxLength,
    escaped: '',
    marks: { bold: 0, italic: 0, underline: 0, strike: 0, spoiler: 0, code: 0, quote: 0, pre: 0 },
    quoteLineMark: 0,
  }
}
