import { normalize } from '../core/rich-text.ts'
import type { Format, Range, RichText } from '../core/rich-text.ts'

const formats: Readonly<Record<string, Format>> = {
  b: { kind: 'bold' },
  i: { kind: 'italic' },
  code: { kind: 'code' },
}

/** Tags, and characters of the private use area that may stand for values. */
const tokens = /<(\/?)(\w+)>|[\ue000-\uf8ff]/g

/** Reads `<b>`, `<i>` and `<code>`, and puts values in the place of their stand-ins; what a value says is never read as markup. */
export function readMarkup(
  wording: string,
  valueOf: (standIn: string) => string | undefined,
): RichText {
  const ranges: Range[] = []
  const open: { readonly tag: string; readonly format: Format; readonly start: number }[] = []
  let text = ''
  let read = 0
  for (const match of wording.matchAll(tokens)) {
    text += wording.slice(read, match.index)
    read = match.index + match[0].length
    const [token, slash, tag] = match
    if (tag === undefined) {
      text += valueOf(token) ?? token
    } else if (slash === '') {
      const format = formats[tag]
      if (!format) throw new Error(`Unknown markup ${token} in: ${wording}`)
      open.push({ tag, format, start: text.length })
    } else {
      const opened = open.pop()
      if (opened?.tag !== tag)
        throw new Error(`Markup ${token} closes what is not open in: ${wording}`)
      ranges.push({ start: opened.start, end: text.length, format: opened.format })
    }
  }
  if (open.length > 0) throw new Error(`Markup is left open in: ${wording}`)
  return normalize(text + wording.slice(read), ranges)
}
