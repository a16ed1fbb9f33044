// What people send in a storm: every file tells by what is in it whose it is and where it belongs, whatever was made of its bytes.

import type { SandboxFile, SeenFile } from '../../src/sandbox/person.ts'
import type { FileTag } from './file-tag.ts'
import { drawTag, seeTag } from './tagged-picture.ts'
import { readTags } from './tagged-text.ts'
import { hearTag, soundTag } from './tagged-voice.ts'

export const fileKinds = ['photo', 'voice', 'document'] as const
export type FileKind = (typeof fileKinds)[number]

export async function tagFile(kind: FileKind, tag: FileTag): Promise<SandboxFile> {
  const { author, number, piece, total } = tag
  const name = `${author}_${number}_${piece}`
  switch (kind) {
    case 'photo':
      return { bytes: await drawTag(tag), name: `${name}.jpg`, type: 'image/jpeg' }
    case 'voice':
      return { bytes: await soundTag(tag), name: `${name}.ogg`, type: 'audio/ogg' }
    case 'document': {
      const bytes = new Uint8Array(Buffer.from(`${author}#${number}.${piece}/${total} on paper\n`))
      return { bytes, name: `${name}.txt`, type: 'text/plain' }
    }
  }
}

/** `undefined` for what nobody sent, or what is not what it was any more. */
async function readFile({ kind, bytes }: SeenFile): Promise<FileTag | undefined> {
  switch (kind) {
    case 'photo':
      return seeTag(bytes)
    case 'voice':
      return hearTag(bytes)
    case 'document': {
      const tags = readTags(Buffer.from(bytes).toString())
      return tags && { ...tags, piece: tags.pieces[0] ?? 0 }
    }
    default:
      return undefined
  }
}

/** The tags of files that are shown: reading them takes a while, judging may not. */
export class FileTags {
  readonly #known = new WeakMap<Uint8Array, FileTag | undefined>()

  async read(files: Iterable<SeenFile>): Promise<void> {
    for (const file of files) {
      if (!this.#known.has(file.bytes))
        this.#known.set(file.bytes, await readFile(file).catch(() => undefined))
    }
  }

  of({ bytes }: SeenFile): FileTag | undefined {
    return this.#known.get(bytes)
  }
}
