// The emoji that everybody has, as Unicode writes them in full: https://unicode.org/reports/tr51/#def_fully_qualified_emoji

const variationSelector = '\uFE0F'
const hasTextForm = /^(?!\p{Emoji_Presentation})\p{Emoji}$/u
const skinTone = /^\p{Emoji_Modifier}$/u

/**
 * Discord lists emoji in full and takes some shorter forms, which it then counts as emoji of their own; the sandbox takes none.
 * https://github.com/discord/discord-api-docs/issues/3384
 */
export function isStandardEmoji(text: string): boolean {
  return /^\p{RGI_Emoji}$/v.test(text)
}

/** What the app's picker has for an emoji that may lack its variation selectors. */
export function pickEmoji(text: string): string | undefined {
  const points = Array.from(text.replaceAll(variationSelector, ''))
  const full = points.map((point, index) =>
    hasTextForm.test(point) && !skinTone.test(points[index + 1] ?? '')
      ? point + variationSelector
      : point,
  )
  return [text, full.join('')].find(isStandardEmoji)
}
