import type { TextCapability } from './capabilities.ts'
import { clean, isBlank } from './clean.ts'
import { measure } from './measure.ts'
import { reduceLinks } from './reduce-links.ts'
import { noticeMark } from './notice-mark.ts'
import { concat, plain, trim } from './rich-text.ts'
import type { RichText } from './rich-text.ts'
import { cutOff, split } from './split.ts'

/**
 * What a person wrote, as messages that the platform can carry: links as plain words, nothing that impersonates or breaks, no blank
 * space around, each part within the limit. No parts when nothing is left to see. Notices of ours go through `fitNotice`: here they
 * would lose their mark.
 */
export function fitText(text: RichText, capability: TextCapability): readonly RichText[] {
  const fitting = tidy(text)
  // An escape doubles a character at most.
  if (fitting.ranges.length === 0 && fitting.text.length * 2 <= capability.maxLength)
    return shown([fitting])
  return shown(
    measure(fitting, capability) <= capability.maxLength ? [fitting] : split(fitting, capability),
  )
}

/** What is said under a file: as much as may stand there, and the rest as messages of their own. */
export function fitUnderFile(
  text: RichText,
  caption: TextCapability,
  message: TextCapability,
): { readonly caption: RichText; readonly rest: readonly RichText[] } {
  const fitting = tidy(text)
  if (isBlank(fitting.text)) return { caption: plain(''), rest: [] }
  if (measure(fitting, caption) <= caption.maxLength) return { caption: fitting, rest: [] }
  const { first, rest } = cutOff(fitting, caption)
  return { caption: first, rest: fitText(rest, message) }
}

const tidy = (text: RichText): RichText =>
  trim(clean(text.ranges.length === 0 ? text : reduceLinks(text)))

/** What we say ourselves, cut where it is too long for one message. Its words are trusted, and every part has the mark: who speaks is plain. */
export function fitNotice(text: RichText, capability: TextCapability): readonly RichText[] {
  if (measure(text, capability) <= capability.maxLength) return [text]
  const mark = plain(`${noticeMark} `)
  const maxLength = capability.maxLength - mark.text.length
  return split(trim(text), { ...capability, maxLength }).map((part, at) =>
    at === 0 ? part : concat(mark, part),
  )
}

/** Parts that show nothing are left out. */
function shown(parts: readonly RichText[]): readonly RichText[] {
  return parts.filter((part) => !isBlank(part.text))
}
