// Which files stand in one place of a message, as one column tells it: their numbers, and keyed hashes to recognise them by.

import type { CaptionedFile } from '../core/action.ts'
import type { MessageId } from '../core/room.ts'
import type { Keyring } from '../keyring.ts'

export interface NumberedFile {
  readonly number: number
  /** In hexadecimal. */
  readonly hash: string
}

/** Among the few files of one message, no two are the same by half of a hash. */
const hashBytes = 16
const entryBytes = 1 + hashBytes

/** Of this message alone, so that nobody can see who sends the same. */
export function numberedFile(
  keyring: Pick<Keyring, 'hash'>,
  message: MessageId,
  { number, media }: Pick<CaptionedFile, 'number' | 'media'>,
): NumberedFile {
  const { platform, identity } = media.file
  const hash = keyring.hash('words', `${message} ${platform} ${identity}`)
  return { number, hash: hash.toString('hex', 0, hashBytes) }
}

export function writeFileList(files: readonly NumberedFile[]): Buffer | null {
  if (files.length === 0) return null
  const entries = files.map(({ number, hash }) =>
    Buffer.concat([Buffer.from([number]), Buffer.from(hash, 'hex')]),
  )
  return Buffer.concat(entries)
}

export function readFileList(list: Buffer | null): readonly NumberedFile[] {
  const files: NumberedFile[] = []
  for (let at = 0; list && at < list.length; at += entryBytes) {
    const hash = list.toString('hex', at + 1, at + entryBytes)
    files.push({ number: list.readUInt8(at), hash })
  }
  return files
}
