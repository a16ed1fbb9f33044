export interface Folded {
  /** In plain letters, with their capitals, and digits, without marks and what shows nothing. */
  readonly folded: string
  /** Where the character of the text begins that the unit at this place of `folded` comes from. */
  readonly start: (at: number) => number
  /** Where it ends, with what is not in `folded` behind it. */
  readonly end: (at: number) => number
}

/** Signs that are read as another one, beyond those that Unicode calls compatible: https://www.unicode.org/reports/tr15/ */
const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries({ '.': '·•∙⋅‧⸱・۔܁', '/': '⁄∕⧸╱', ':': '꞉∶ː։', '#': '♯' }).flatMap(([as, signs]) =>
    Array.from(signs, (sign) => [sign, as] as const),
  ),
)

const unread = /[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu

/** A text as it is read aloud rather than drawn, for looking for what is hidden in it by its form. */
export function fold(text: string): Folded {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const read = (lookalikes.get(character) ?? character.normalize('NFKC')).replace(unread, '')
    if (read === '' && ends.length > 0) ends[ends.length - 1] = end
    for (let i = 0; i < read.length; i += 1) {
      starts.push(at)
      ends.push(end)
    }
    folded += read
    at = end
  }
  return {
    folded,
    start: (place) => starts[place] ?? text.length,
    end: (place) => ends[place] ?? text.length,
  }
}
