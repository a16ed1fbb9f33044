// Makes what a person typed inactive in Discord's markdown: shown exactly as typed, with web addresses left whole and clickable.

/** Whatever may cost a backslash. Some of them do only in company, such as a dot after a number at the beginning of a line. */
export const escapable = '\\*_~`|<[>#-+.:'

interface Area {
  readonly start: number
  readonly end: number
}

/** Where the text is code and shown as it is, and where formatting begins or ends. */
export interface Surroundings {
  readonly code: readonly Area[]
  readonly borders: ReadonlySet<number>
  /** Addresses are made plain text too, because they do not fit into the formatting around them. */
  readonly breakAddresses: boolean
}

/** The text by UTF-16 units, each with its backslash where it needs one; code is left out of account. */
export function escapeUnits(text: string, surroundings: Surroundings): readonly string[] {
  const units = Array.from({ length: text.length }, (_, at) => text.charAt(at))
  const left = new Set<number>()
  for (const { start, end } of surroundings.code)
    for (let at = start; at < end; at += 1) left.add(at)
  const broken = addresses(text, left, surroundings)
  for (const at of [...activeAnywhere(text), ...activeAtLineStart(text), ...broken])
    if (!left.has(at)) units[at] = `\\${text.charAt(at)}`
  return units
}

/** Leaves addresses alone by adding them to `left`; returns the colons that break the others. */
function addresses(
  text: string,
  left: Set<number>,
  { borders, breakAddresses }: Surroundings,
): readonly number[] {
  const broken: number[] = []
  // An app takes everything to the next white space or `<` for the address, a backslash before that `<` too.
  for (const match of text.matchAll(/(?:https?|steam):\/\/[^\s<]+/g)) {
    const end = match.index + match[0].length
    if (left.has(match.index)) continue
    const cut = [...borders].some((border) => border > match.index && border < end)
    // Behind the slashes there must be more than that: a backslash alone is typed text, and would be read with what follows.
    const isBare = /^[a-z]+:\/\/\\$/.test(match[0])
    if (!breakAddresses && !cut && !isBare && text[end] !== '<') {
      for (let at = match.index; at < end; at += 1) left.add(at)
      continue
    }
    for (const colon of match[0].matchAll(/(?<=https?|steam):(?=\/\/)/g))
      broken.push(match.index + colon.index)
  }
  return broken
}

function activeAnywhere(text: string): readonly number[] {
  const marks = text.matchAll(/[\\*_~`|<[]/g)
  // An app shows `:name:` as an emoji.
  const emoji = text.matchAll(/:(?=[^\s:]+:)/g)
  return [...marks, ...emoji].map((match) => match.index)
}

/** Quotes, headings, subtext and lists; https://support.discord.com/hc/en-us/articles/210298617 */
function activeAtLineStart(text: string): readonly number[] {
  const lines = text.matchAll(/(?<=^\s*)(?:>|#(?=#{0,2}(?:\s|$))|-(?=\s|#|$)|\+(?=\s|$))/gm)
  const numbers = text.matchAll(/(?<=^\s*\d+)\.(?=\s|$)/gm)
  return [...lines, ...numbers].map((match) => match.index)
}
