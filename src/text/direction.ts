// Which way a text runs, and how what runs the other way stands in it (https://www.unicode.org/reports/tr9/).

/** A catalogue's own direction. */
export const isRightToLeft = (language: string): boolean => language.startsWith('ar')

const [firstStrongIsolate, popIsolate, rightToLeftMark] = ['\u2068', '\u2069', '\u200f'] as const

/** Embeddings, overrides and isolates: what in a value could reach beyond it. */
const reaching = /[\u202a-\u202e\u2066-\u2069]/g

const rightToLeftLetters =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Apps take the mark behind an address for a part of it. */
const endsInAddress = /https?:\/\/\S+$/i

/**
 * A value that neither turns the words around it nor is turned by them. In a text from left to right most need nothing for that. In one
 * from right to left, even a number or a handle would change places with the signs beside it.
 */
export function isolated(value: string, language: string): string {
  const kept = value.replace(reaching, '')
  const isAtHome = !isRightToLeft(language) && !rightToLeftLetters.test(kept)
  if (isAtHome || endsInAddress.test(kept)) return kept
  // An isolate ends with its line.
  return kept.replace(/[^\n]+/g, `${firstStrongIsolate}$&${popIsolate}`)
}

/** A command in a sentence, before its markup is read: the slash belongs in front of the word. */
const command = /(?<![\w/<])\/[a-z]+/g

/** The first letter of a line, or what stands for a value. */
const firstLetter = /^(?:<\w+>|[^\p{L}\ue000-\uf8ff\n])*([\p{L}\ue000-\uf8ff])/u

/**
 * Wording of ours, with its commands isolated, and with a mark on each line that apps would otherwise show from left to right: they go by
 * the first letter, and not all of them leave out what is isolated.
 */
export function turned(wording: string, language: string): string {
  if (!isRightToLeft(language)) return wording
  return wording
    .replace(command, `${firstStrongIsolate}$&${popIsolate}`)
    .split('\n')
    .map((line) => {
      const letter = firstLetter.exec(line)?.[1]
      return letter === undefined || rightToLeftLetters.test(letter)
        ? line
        : `${rightToLeftMark}${line}`
    })
    .join('\n')
}
