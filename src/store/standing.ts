import type { CaptionedFile, SendAction } from '../core/action.ts'
import { ref, type Ref } from '../core/address.ts'
import type { Database } from './database.ts'
import { numberedFile, readFileList, type NumberedFile } from './file-list.ts'
import { isUntouched, type OutboxRow } from './outbox.ts'
import type { Parts } from './parts.ts'
import type { About } from './write.ts'

/** Stands for a place that is known only when what goes before has been delivered. */
export const unknownPlace = ref('')

/** A request of the message that nobody has been asked to carry out: it can still be made another. */
export interface Waiting {
  readonly row: OutboxRow
  readonly action: SendAction
}

/** One place of a message at its recipient: where they have it, are being sent it, or will be. */
export interface Standing {
  readonly part: number
  /** Empty where words stand alone. */
  readonly files: readonly NumberedFile[]
  readonly ref: Ref
  readonly waiting: Waiting | undefined
}

/** Everything of the message that its recipient has or will have, in the order of its parts. */
export function standingsOf(
  { copies, outbox }: Parts,
  { keyring }: Pick<Database, 'keyring'>,
  { message, to }: About,
  isOneMessage: boolean,
): readonly Standing[] {
  const arrived = copies.ofMessage(message, to).map((copy): Standing => ({
    part: copy.part,
    files: readFileList(copy.files),
    ref: copies.place(copy),
    waiting: undefined,
  }))
  const coming = outbox.ofMessage(message, to).flatMap((row): readonly Standing[] => {
    const action = row.purpose === 'send' ? outbox.action(row) : undefined
    if (action?.kind !== 'send' && action?.kind !== 'send-files' && action?.kind !== 'send-place')
      return []
    const waiting = isUntouched(row) ? { row, action } : undefined
    const listed = (files: readonly CaptionedFile[]): readonly NumberedFile[] =>
      files.map((file) => numberedFile(keyring, message, file))
    if (action.kind !== 'send-files' || isOneMessage) {
      const files = action.kind === 'send-files' ? listed(action.files) : []
      return [{ part: row.part, files, ref: unknownPlace, waiting }]
    }
    return listed(action.files).map((file) => ({
      part: file.number - 1,
      files: [file],
      ref: unknownPlace,
      waiting,
    }))
  })
  const arrivedParts = new Set(arrived.map(({ part }) => part))
  return [...arrived, ...coming.filter(({ part }) => !arrivedParts.has(part))].toSorted(
    (a, b) => a.part - b.part,
  )
}
