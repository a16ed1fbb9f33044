// What is said with files: on Discord the text of their message.

import type { CaptionedFile } from '../../src/core/action.ts'
import { isBlank } from '../../src/core/clean.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import { concat, plain, type RichText } from '../../src/core/rich-text.ts'
import { discordCapabilities } from './capabilities.ts'
import { render } from './format.ts'

export function captionOf(files: readonly CaptionedFile[]): RichText {
  return joined(files.map(({ caption }) => caption))
}

/** With the words that stand in for pictures, unless there is no room for them. */
export function wordsBeside(caption: RichText, files: readonly PreparedFile[]): string {
  const standIns = files.flatMap(({ standIn }) => (standIn === undefined ? [] : plain(standIn)))
  const all = render(joined([caption, ...standIns]))
  return all.length <= discordCapabilities.text.maxLength ? all : render(caption)
}

/** Discord takes no message of white space: what says nothing is left out. */
function joined(texts: readonly RichText[]): RichText {
  const said = texts.filter(({ text }) => !isBlank(text))
  return concat(...said.flatMap((text, index) => (index === 0 ? text : [plain('\n\n'), text])))
}
