// Which files stand in one place of a message, as one column tells it: their numbers, and keyed hashes to recognise them by.

import type { CaptionedFile } from '../core/action.ts'
import type { MessageId } from '../core/room.ts'
import type { Keyring } from '../keyring.ts'

export interface NumberedFile {
  readonly number: number
  readonly hash: string
}

/** Of this message alone, so that nobody can see who sends the same. */
export function numberedFile(
  keyring: Pick<Keyring, 'hash'>,
  message: MessageId,
  { number, media }: Pick<CaptionedFile, 'number' | 'media'>,
): NumberedFile {
  const { platform, identity } = media.file
  const hash = keyring.hash('words', `${message} ${platform} ${identity}`)
  return { number, hash: hash.toString('base64url') }
}

export function writeFileList(files: readonly NumberedFile[]): string | null {
  return files.length === 0 ? null : files.map(({ number, hash }) => `${number}:${hash}`).join(' ')
}

export function readFileList(list: string | null): readonly NumberedFile[] {
  return (list ?? '').split(' ').flatMap((entry) => {
    const [number, hash] = entry.split(':')
    return hash === undefined ? [] : [{ number: Number(number), hash }]
  })
}
