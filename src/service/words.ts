import type { Sayable } from '../core/content.ts'

/** What a message says, to recognise an edit that changes nothing: platforms tell edits of what nobody sees as well. */
export function wordsOf(content: Sayable): string {
  switch (content.kind) {
    case 'text':
      return JSON.stringify(content.text)
    case 'media': {
      const files = content.files.map(({ file, spoiler }) => [file.identity, spoiler])
      return JSON.stringify([content.caption, files])
    }
    case 'place':
      return JSON.stringify(content.place)
  }
}
