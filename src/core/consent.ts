import type { Sayable } from './content.ts'
import type { Media } from './media.ts'

/**
 * Papers that say who wrote them, and whatever does not say what it is. Pictures, sound and plain text are cleaned without asking; SVG is
 * a drawing in words, among which its program may have put where it lay on whose disk.
 */
const saysNothingOfItsAuthor = /^(?:image\/(?!svg\b)|audio\/|video\/|text\/plain\b)/i

/** What its sender is asked about before it goes: where they are, and files that may name them. */
export function needsConsent(content: Sayable): 'place' | 'file' | undefined {
  switch (content.kind) {
    case 'text':
      return undefined
    case 'place':
      return 'place'
    case 'media':
      return content.files.some(mayName) ? 'file' : undefined
  }
}

/** Whether the file may name its sender, as far as their platform tells. */
export function mayName({ kind, file }: Media): boolean {
  return kind === 'document' && !saysNothingOfItsAuthor.test(file.type ?? '')
}
