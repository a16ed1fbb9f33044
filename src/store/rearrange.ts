import { filesOf, purposeOf, type Action, type CaptionedFile } from '../core/action.ts'
import type { Laid } from '../core/fit-files.ts'
import { plain, type RichText } from '../core/rich-text.ts'
import { absorb } from './absorb.ts'
import type { Database } from './database.ts'
import { numberedFile, type NumberedFile } from './file-list.ts'
import { renumber } from './renumber.ts'
import { isUntouched, type OutboxRow } from './outbox.ts'
import type { Parts } from './parts.ts'
import { placesOfMessage, unknownPlace, type MessagePlace } from './message-places.ts'
import type { About } from './write.ts'

export interface Wanted {
  /** The message as it is to be, or of an album the one file that `scope` names. */
  readonly laid: readonly Laid[]
  /** The number of one file of an album: the others, and what is said behind them, stay. */
  readonly scope: 'whole' | number
  readonly isOneMessage: boolean
}

/**
 * Makes what the recipient has of a message, or is being sent, be what is wanted, inside the caller's transaction. What nobody has been
 * asked to send yet is changed where it waits; for the rest requests go behind it in the recipient's lane.
 */
export function rearrange(
  parts: Parts,
  database: Database,
  about: About,
  wanted: Wanted,
  now: number,
): void {
  const { outbox, copies } = parts
  for (const row of outbox.ofMessage(about.message, about.to))
    if (isUntouched(row)) absorb(parts, row, wanted.isOneMessage, now)
  const places = placesOfMessage(parts, database, about, wanted.isOneMessage)
  const withFiles = places.filter(({ files }) => files.length > 0)
  const ofWords = places.filter(({ files }) => files.length === 0)
  const listed = (file: CaptionedFile): NumberedFile =>
    numberedFile(database.keyring, about.message, file)
  const hashOf = (file: CaptionedFile): string => listed(file).hash

  const texts = wanted.laid.flatMap(({ action }) => (action.kind === 'send' ? [action] : []))
  const known = withFiles.flatMap((place) => place.files)
  const wordParts = ofWords.slice(0, texts.length).map(({ part }) => part)
  const laid =
    wanted.scope === 'whole' ? renumber(wanted.laid, known, wordParts, hashOf) : wanted.laid
  const files = new Map(
    laid.flatMap(({ action }) => filesOf(action)).map((file) => [file.number, file]),
  )
  const isInScope = (number: number): boolean => wanted.scope === 'whole' || number === wanted.scope
  /** A message has the words of one file: another that gets some leaves it, and comes anew with its own. */
  const leaving = new Set<number>()

  // Goes first: what comes anew may take the part of what goes.
  if (wanted.scope === 'whole')
    for (const { part } of ofWords.slice(texts.length)) takeAway(parts, about, part, now)
  for (const { row, action } of new Map(
    withFiles.flatMap(({ untouched }) =>
      untouched ? [[untouched.row.id, untouched] as const] : [],
    ),
  ).values()) {
    if (action.kind !== 'send-files') continue
    const left = action.files.flatMap((file) =>
      isInScope(file.number) ? still(file, action.files) : file,
    )
    if (left.length === 0) outbox.remove(row.id)
    else outbox.rewrite(row, { ...action, files: left }, now)
  }
  for (const place of withFiles.filter(({ untouched }) => !untouched)) {
    const { ref, part } = place
    const left = place.files.filter(({ number }) => !isInScope(number) || files.has(number))
    if (left.length === 0) takeAway(parts, about, part, now)
    else if (wanted.scope === 'whole' || place.files.length === 1 || !wanted.isOneMessage)
      change(place, left, wordsOf(left))
    else changeOne(place, left, wanted.scope, ref !== unknownPlace)
  }

  const held = new Set(known.map(({ number }) => number).filter((number) => !leaving.has(number)))
  for (const { action } of laid) {
    if (action.kind !== 'send-files') continue
    const fresh = action.files.filter(({ number }) => isInScope(number) && !held.has(number))
    const [first] = fresh
    if (first) queue(parts, about, first.number - 1, { ...action, files: fresh }, now)
  }

  if (wanted.scope !== 'whole') return
  let next = Math.max(
    -1,
    ...places.map(({ part }) => part),
    ...[...files.keys()].map((number) => number - 1),
  )
  for (const [i, text] of texts.entries()) {
    const place = ofWords[i]
    if (place) reword(place, text)
    else queue(parts, about, (next += 1), text, now)
  }

  /** The file as it is to wait with the others of its request. */
  function still(
    before: CaptionedFile,
    others: readonly CaptionedFile[],
  ): readonly CaptionedFile[] {
    const file = files.get(before.number)
    if (!file) return []
    const isSpoken = others.some((each) => each !== before && each.caption.text !== '')
    if (wanted.scope !== 'whole' && wanted.isOneMessage && file.caption.text !== '' && isSpoken) {
      leaving.add(file.number)
      return []
    }
    // What its author has agreed to still holds for the same file.
    const mayNameSender =
      file.mayNameSender || (before.mayNameSender && hashOf(before) === hashOf(file))
    return [{ ...file, mayNameSender }]
  }

  /** What is said in a place in which everything is wanted anew, or which is of one file. */
  function wordsOf(left: readonly NumberedFile[]): RichText | undefined {
    const mine = left.flatMap(({ number }) => (isInScope(number) ? (files.get(number) ?? []) : []))
    if (mine.length > 0)
      return mine.find(({ caption }) => caption.text !== '')?.caption ?? plain('')
    return undefined
  }

  /** One of several files in one message. */
  function changeOne(
    place: MessagePlace,
    left: readonly NumberedFile[],
    scope: number,
    hasArrived: boolean,
  ): void {
    const speaker = place.files.find(({ hasWords }) => hasWords)?.number
    const caption = files.get(scope)?.caption ?? plain('')
    const isSilent = caption.text === ''
    if (isSilent || speaker === scope || (speaker === undefined && hasArrived)) {
      change(place, left, isSilent && speaker !== scope ? undefined : caption)
      return
    }
    if (!place.files.some(({ number }) => number === scope)) return
    leaving.add(scope)
    change(
      place,
      left.filter(({ number }) => number !== scope),
      undefined,
    )
  }

  function change(
    place: MessagePlace,
    left: readonly NumberedFile[],
    text: RichText | undefined,
  ): void {
    const mine = left.flatMap(({ number }) => (isInScope(number) ? (files.get(number) ?? []) : []))
    const changed = mine.filter(
      (file) => !left.some(({ number, hash }) => number === file.number && hash === hashOf(file)),
    )
    const dropped = place.files.filter((file) => !left.includes(file))
    const isSaid = text !== undefined && (text.text !== '' || wanted.scope !== 'whole')
    // Of files that are messages of their own, one has the words: the others have none to change.
    const isTouched = changed.length > 0 || dropped.length > 0 || isSaid || place === withFiles[0]
    if (!isTouched || (text === undefined && changed.length + dropped.length === 0)) return
    const { part, ref } = place
    const numbers = dropped.map(({ number }) => number)
    foldEdit(part, { kind: 'edit-files', ref, text, files: changed, dropped: numbers })
    if (ref === unknownPlace) return
    const list = left.map((file) => {
      const now = mine.find(({ number }) => number === file.number)
      return now ? listed(now) : file
    })
    copies.setFiles(about.message, about.to, part, list)
  }

  function reword({ part, ref, untouched }: MessagePlace, anew: Said): void {
    if (untouched) {
      outbox.rewrite(untouched.row, { ...anew, replyTo: untouched.action.replyTo }, now)
      return
    }
    foldEdit(part, { kind: 'edit', ref, text: anew.text, buttons: [] })
  }

  /** An edit that waits becomes the newer one. */
  function foldEdit(part: number, edit: Extract<Action, { kind: 'edit' | 'edit-files' }>): void {
    const editing = outbox
      .ofMessage(about.message, about.to)
      .findLast((row) => row.purpose === 'edit' && row.part === part)
    const before = editing && isUntouched(editing) ? outbox.action(editing) : undefined
    if (editing && before?.kind === edit.kind) outbox.rewrite(editing, merge(before, edit), now)
    else queue(parts, about, part, edit, now)
  }
}

type Said = Extract<Action, { kind: 'send' }>

const noFiles: Action = { kind: 'send', text: plain(''), buttons: [], replyTo: undefined }

function merge(before: Action, edit: Action): Action {
  if (before.kind !== 'edit-files' || edit.kind !== 'edit-files') return edit
  const numbers = edit.files.map(({ number }) => number)
  const files = before.files.filter(
    ({ number }) => !numbers.includes(number) && !edit.dropped.includes(number),
  )
  return {
    ...edit,
    text: edit.text ?? before.text,
    files: [...files, ...edit.files],
    dropped: [...new Set([...before.dropped, ...edit.dropped])],
  }
}

/** The recipient's place of this part goes, whatever has become of it so far. */
function takeAway(parts: Parts, about: About, part: number, now: number): void {
  const { copies, outbox } = parts
  const rows = outbox.ofMessage(about.message, about.to).filter((row) => row.part === part)
  // A deletion that waits is of an earlier copy of this part, which has no other left.
  for (const row of rows) if (row.purpose !== 'delete' && isUntouched(row)) outbox.remove(row.id)
  const copy = copies.ofMessage(about.message, about.to).find((each) => each.part === part)
  const isUnderWay = outbox
    .ofMessage(about.message, about.to)
    .some((row) => row.purpose === 'send' && !isUntouched(row) && covers(outbox, row, part))
  if (!copy && !isUnderWay) return
  const place = copy ? copies.place(copy) : unknownPlace
  queue(parts, about, part, { kind: 'delete', ref: place }, now)
  copies.forgetPart(about.message, about.to, part)
}

function covers(outbox: Parts['outbox'], row: OutboxRow, part: number): boolean {
  const files = filesOf(outbox.action(row) ?? noFiles)
  return files.length === 0 ? row.part === part : files.some(({ number }) => number - 1 === part)
}

/** Only what brings something new and cannot be delivered is told to its author: of the rest they have a message that arrived. */
export function queue(parts: Parts, about: About, part: number, action: Action, now: number): void {
  const purpose = purposeOf(action)
  const isNews = purpose === 'send' || filesOf(action).length > 0
  const { room, message } = about
  const author = isNews ? about.author : undefined
  parts.outbox.add(about.to, action, { author, room, message, part, purpose }, now)
}
