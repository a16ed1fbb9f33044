import { filesOf, type Action, type CaptionedFile, type SendAction } from '../core/action.ts'
import type { RichText } from '../core/rich-text.ts'
import { isUntouched, type OutboxRow } from './outbox.ts'
import type { Parts } from './parts.ts'
import { unknownPlace } from './message-places.ts'

/**
 * What was edited while the request was under way is said at once where it certainly did not arrive: a later edit changes the request,
 * and an earlier one behind it would undo that. `isOneMessage` says whether several files are one message where the recipient is; where
 * that is not known, edits of several files stay behind.
 */
export function absorb(
  { outbox }: Pick<Parts, 'outbox'>,
  row: OutboxRow,
  isOneMessage: boolean | undefined,
  now: number,
): void {
  const { message_id: message, lane_id: lane } = row
  const before = outbox.action(row)
  if (message === null || (before?.kind !== 'send' && before?.kind !== 'send-files')) return
  if (filesOf(before).length > 1 && isOneMessage === undefined) return
  const { action, absorbed } = withEdits(
    before,
    row,
    outbox
      .ofMessage(message, lane)
      .filter((later) => later.id > row.id && isUntouched(later))
      .map((later) => ({ row: later, action: outbox.action(later) })),
    isOneMessage === true,
  )
  if (absorbed.length === 0) return
  outbox.rewrite(row, action, now)
  for (const { id } of absorbed) outbox.remove(id)
}

function withEdits(
  send: SendAction,
  { part }: OutboxRow,
  later: readonly { readonly row: OutboxRow; readonly action: Action | undefined }[],
  isOneMessage: boolean,
): { readonly action: SendAction; readonly absorbed: readonly OutboxRow[] } {
  let action = send
  const absorbed: OutboxRow[] = []
  const files = filesOf(send)
  const own = files.map(({ number }) => number - 1)
  const places = files.length === 0 ? [part] : isOneMessage ? own.slice(0, 1) : own
  const taken = new Set<number>()
  for (const { row, action: edit } of later) {
    if (!edit || !places.includes(row.part) || taken.has(row.part)) continue
    // What follows is about what comes in its stead.
    if (edit.kind === 'delete') taken.add(row.part)
    if (edit.kind === 'edit' && edit.ref === unknownPlace && action.kind === 'send') {
      action = { ...action, text: edit.text }
      absorbed.push(row)
    }
    if (edit.kind === 'edit-files' && edit.ref === unknownPlace && action.kind === 'send-files') {
      const speaks = isOneMessage ? undefined : row.part + 1
      action = { ...action, files: changed(action.files, edit, speaks) }
      absorbed.push(row)
    }
  }
  return { action, absorbed }
}

function changed(
  before: readonly CaptionedFile[],
  { text, files, dropped }: Extract<Action, { kind: 'edit-files' }>,
  speaks: number | undefined,
): readonly CaptionedFile[] {
  const left = before
    .filter(({ number }) => !dropped.includes(number))
    .map((file) => {
      const anew = files.find(({ number }) => number === file.number)
      return anew ? { ...anew, caption: said(anew, file).caption } : file
    })
  const more = files.filter(({ number }) => !before.some((file) => file.number === number))
  const all = [...left, ...more]
  if (text === undefined) return all
  const speaker = speaks ?? all.find(({ caption }) => caption.text !== '')?.number ?? all[0]?.number
  return all.map((file) => (file.number === speaker ? { ...file, caption: text } : file))
}

/** A file that came without its words takes none away. */
const said = (anew: CaptionedFile, before: CaptionedFile): { readonly caption: RichText } =>
  anew.caption.text === '' ? before : anew
