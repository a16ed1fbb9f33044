// What is said and shown in one breath: the files of an album, and the words under them.

import type { SeenFile, SeenMessage } from '../../src/sandbox/person.ts'
import { unmarked } from './bare-text.ts'
import type { FileTag } from './file-tag.ts'
import { readTags } from './tagged-text.ts'

/** What Telegram's app shows as one album is one thing that was said. */
export function albumsIn(chat: readonly SeenMessage[]): readonly (readonly SeenMessage[])[] {
  const groups: SeenMessage[][] = []
  for (const message of chat) {
    const before = groups.at(-1)
    const isSame = message.album !== undefined && before?.[0]?.album === message.album
    if (isSame) before?.push(message)
    else groups.push([message])
  }
  return groups
}

export interface Together {
  readonly message: SeenMessage
  readonly text: string
  readonly files: readonly SeenFile[]
  /** Of its files and its words, as far as they are of one thing that somebody said. */
  readonly tags: (Omit<FileTag, 'piece'> & { readonly pieces: readonly number[] }) | undefined
}

export function together(
  messages: readonly SeenMessage[],
  tagOf: (file: SeenFile) => FileTag | undefined,
): Together {
  const [message] = messages
  if (!message) throw new Error('An album has messages.')
  const text = messages.map((each) => each.text).join('\n')
  const files = messages.flatMap((each) => each.files)
  const words = readTags(unmarked(text))
  const all = files.map((file) => tagOf(file))
  const tags: (Together['tags'] | undefined)[] = all.map(
    (tag) => tag && { ...tag, pieces: [tag.piece] },
  )
  if (words || files.length === 0) tags.push(words)
  const [first] = tags
  const isOne = tags.every((tag) => tag?.author === first?.author && tag?.number === first?.number)
  const pieces = tags.flatMap((tag) => tag?.pieces ?? [])
  return { message, text, files, tags: first && isOne ? { ...first, pieces } : undefined }
}

/** Each file as what it is shown, and which it is. */
export const kindsOf = ({ files, tags }: Together): string =>
  files.map(({ kind }, at) => `[${kind}${tags?.pieces[at]}]`).join('')
