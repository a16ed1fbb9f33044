// Which files stand in one place of a message, as one column tells it: their numbers, and keyed hashes to recognise them by.

import type { CaptionedFile } from '../core/action.ts'
import type { MessageId } from '../core/room.ts'
import type { Keyring } from '../keyring.ts'

export interface NumberedFile {
  readonly number: number
  /** In hexadecimal. */
  readonly hash: string
  /** What is said in this place was said under this file. */
  readonly hasWords: boolean
}

/** Among the few files of one message, no two are the same by half of a hash. */
const hashBytes = 16
const entryBytes = 1 + hashBytes
/** In the byte of the number, which is a small one. */
const wordsBit = 0x80

/** Of this message alone, so that nobody can see who sends the same. */
export function numberedFile(
  keyring: Pick<Keyring, 'hash'>,
  message: MessageId,
  { number, media, caption }: Pick<CaptionedFile, 'number' | 'media' | 'caption'>,
): NumberedFile {
  const { platform, identity } = media.file
  // A file that its sender hides by an edit takes the place of the one that was shown.
  const wish = media.spoiler ? ' hidden' : ''
  const hash = keyring.hash('words', `${message} ${platform} ${identity}${wish}`)
  return { number, hash: hash.toString('hex', 0, hashBytes), hasWords: caption.text !== '' }
}

export function writeFileList(files: readonly NumberedFile[]): Buffer | null {
  if (files.length === 0) return null
  const entries = files.map(({ number, hash, hasWords }) =>
    Buffer.concat([Buffer.from([hasWords ? number | wordsBit : number]), Buffer.from(hash, 'hex')]),
  )
  return Buffer.concat(entries)
}

export function readFileList(list: Buffer | null): readonly NumberedFile[] {
  const files: NumberedFile[] = []
  for (let at = 0; list && at < list.length; at += entryBytes) {
    const hash = list.toString('hex', at + 1, at + entryBytes)
    const first = list.readUInt8(at)
    files.push({ number: first & ~wordsBit, hash, hasWords: (first & wordsBit) !== 0 })
  }
  return files
}
