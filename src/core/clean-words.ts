// What people say of themselves, made fit to be shown to strangers: one line, with nothing by which they are found elsewhere.

import { clean } from './clean.ts'
import { traces } from './contact-traces.ts'
import { fold } from './fold.ts'
import { plain } from './rich-text.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** So many times what is kept is looked at: whatever stands behind that would hardly fit in. */
const looksAhead = 4

/**
 * What shows nothing, but for what emoji are made of, and for the joiners that Persian and the scripts of India are spelled with:
 * https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-23/#G23126
 */
const invisible =
  /(?<kept>\p{RGI_Emoji}|(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic})|(?<=[\u094d\u09cd\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d])[\u200c\u200d])|[[\p{Default_Ignorable_Code_Point}\p{Cf}]--[\u0600-\u0605\u06dd\u070f\u08e2]]/gv

const gaps = /[\s\u2800]+/gu

/** Punctuation alone is what stood around something else. */
const wordless = /^[^\p{L}\p{N}\p{S}]*$/u

export interface CleanWords {
  /** Empty where nothing is left. At most as many UTF-16 units as asked for, and the same again when they are cleaned again. */
  readonly words: string
  /** Whether anything was taken out by which people are found. */
  readonly leftOut: boolean
}

export function cleanWords(text: string, mostCharacters: number): CleanWords {
  let words = cut(text, mostCharacters * looksAhead)
  let leftOut = false
  for (;;) {
    // What is left can read as what was taken away: "t.t.me/xme/x".
    const tidied = tidy(words)
    const untraced = withoutTraces(tidied)
    leftOut ||= untraced !== tidied
    const cleaner = cut(tidy(untraced), mostCharacters).trimEnd()
    if (cleaner === words) return { words: wordless.test(words) ? '' : words, leftOut }
    words = cleaner
  }
}

function tidy(text: string): string {
  return clean(plain(text))
    .text.normalize('NFC')
    .replace(invisible, '$<kept>')
    .replace(gaps, ' ')
    .trim()
}

function withoutTraces(text: string): string {
  return traces.reduce((words, trace) => {
    const { folded, start, end } = fold(words)
    let [left, from] = ['', 0]
    for (const match of folded.matchAll(trace)) {
      const at = match.index
      left += `${words.slice(from, start(at))} `
      from = end(at + match[0].length - 1)
    }
    return left + words.slice(from)
  }, text)
}

/** Never within what people see as one character. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  let end = 0
  for (const { index, segment } of graphemes.segment(text)) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
