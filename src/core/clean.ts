// Takes out of a text what can impersonate the service, hide words or break an app, and changes nothing else.

import { likeNoticeMark } from './notice-mark.ts'
import { normalize } from './rich-text.ts'
import type { RichText } from './rich-text.ts'

/** Most texts hold nothing but these: letters of scripts without combining marks, common punctuation, CJK. */
const unsuspicious =
  /^[\n\t -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u3000-\u3029\u3030-\u3098\u309b-\ua4cf\uac00-\ud7a3]*$/

/** Controls, and bidi embeddings, overrides and isolates (https://www.unicode.org/reports/tr9/#Directional_Formatting_Codes). */
const controls = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** Invisible letters, but for the flags that are spelled with them (https://www.unicode.org/reports/tr51/#valid-emoji-tag-sequences). */
const tags = /(?<kept>\p{RGI_Emoji_Tag_Sequence})|[\u{e0000}-\u{e007f}]/gv

/** More than 8 marks on one character: no language stacks so many, and towers of them cover the lines around. */
const towers = /(?=\p{M})(?<=(?:\p{M}\p{Cf}*){8})(?:\p{M}\p{Cf}*)+/gu

/** White space and characters that show nothing. */
const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u

export function clean(rich: RichText): RichText {
  if (unsuspicious.test(rich.text)) return rich
  const text = rich.text.toWellFormed().replace(/\r(?!\n)/g, '\n')
  return [controls, likeNoticeMark, tags, towers].reduce(without, { text, ranges: rich.ranges })
}

/** Whether an app would show nothing: platforms refuse such messages. */
export function isBlank(text: string): boolean {
  return !visible.test(text)
}

function without(rich: RichText, unwanted: RegExp): RichText {
  const matches = Array.from(rich.text.matchAll(unwanted)).filter(
    (match) => match.groups?.['kept'] === undefined,
  )
  if (matches.length === 0) return rich
  let text = ''
  let end = 0
  for (const match of matches) {
    text += rich.text.slice(end, match.index)
    end = match.index + match[0].length
  }
  const removedBefore = (at: number): number =>
    matches.reduce(
      (sum, match) => sum + Math.min(Math.max(at - match.index, 0), match[0].length),
      0,
    )
  const ranges = rich.ranges.map((range) => ({
    ...range,
    start: range.start - removedBefore(range.start),
    end: range.end - removedBefore(range.end),
  }))
  return normalize(text + rich.text.slice(end), ranges)
}
