import { filesOf, type Action, type SendAction } from '../core/action.ts'
import { ref, type Ref } from '../core/address.ts'
import type { MessageId } from '../core/room.ts'
import type { Database } from './database.ts'
import { numberedFile, readFileList, type NumberedFile } from './file-list.ts'
import { isUntouched, type OutboxRow } from './outbox.ts'
import type { Parts } from './parts.ts'
import type { About } from './write.ts'

/** Stands for a place that is known only when what goes before has been delivered. */
export const unknownPlace = ref('')

/** A request of the message that nobody has been asked to carry out: it can still be made another. */
export interface Untouched {
  readonly row: OutboxRow
  readonly action: SendAction
}

/** One place of a message at its recipient: where they have it, are being sent it, or will be. */
export interface MessagePlace {
  readonly part: number
  /** Empty where words stand alone. */
  readonly files: readonly NumberedFile[]
  readonly ref: Ref
  readonly untouched: Untouched | undefined
}

/** Everything of the message that its recipient has or will have, in the order of its parts. */
export function placesOfMessage(
  { copies, outbox }: Parts,
  { keyring }: Pick<Database, 'keyring'>,
  { message, to }: About,
  isOneMessage: boolean,
): readonly MessagePlace[] {
  const arrived = copies.ofMessage(message, to).map((copy): MessagePlace => ({
    part: copy.part,
    files: readFileList(copy.files),
    ref: copies.place(copy),
    untouched: undefined,
  }))
  const requests = outbox
    .ofMessage(message, to)
    .map((row): Request => ({ row, action: outbox.action(row) }))
  const coming = requests.flatMap(({ row, action }): readonly MessagePlace[] => {
    if (action?.kind !== 'send' && action?.kind !== 'send-files' && action?.kind !== 'send-place')
      return []
    const untouched = isUntouched(row) ? { row, action } : undefined
    const groups =
      action.kind === 'send-files' && !isOneMessage
        ? action.files.map((file) => [file])
        : [filesOf(action)]
    return groups.flatMap((group): readonly MessagePlace[] => {
      const [part = row.part] = group.map(({ number }) => number - 1)
      const since = requests.filter((other) => other.row.id > row.id && other.row.part === part)
      // It is to go as soon as it has arrived.
      if (since.some((other) => other.row.purpose === 'delete')) return []
      const listed = group.map((file) => numberedFile(keyring, message, file))
      const files = afterEdits(keyring, message, listed, since)
      return [{ part, files, ref: unknownPlace, untouched }]
    })
  })
  const arrivedParts = new Set(arrived.map(({ part }) => part))
  return [...arrived, ...coming.filter(({ part }) => !arrivedParts.has(part))].toSorted(
    (a, b) => a.part - b.part,
  )
}

interface Request {
  readonly row: OutboxRow
  readonly action: Action | undefined
}

/** The files of a place when what waits behind them has been carried out. */
export function afterEdits(
  keyring: Database['keyring'],
  message: MessageId,
  files: readonly NumberedFile[],
  requests: readonly Pick<Request, 'action'>[],
): readonly NumberedFile[] {
  let now = files
  for (const { action } of requests) {
    if (action?.kind !== 'edit-files') continue
    const fresh = action.files.map((file) => numberedFile(keyring, message, file))
    const named = new Set([...action.dropped, ...fresh.map(({ number }) => number)])
    now = [...now.filter(({ number }) => !named.has(number)), ...fresh]
  }
  return now.toSorted((a, b) => a.number - b.number)
}
