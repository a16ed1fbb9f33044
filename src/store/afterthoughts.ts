import type { Action } from '../core/action.ts'
import { ref, type Ref } from '../core/address.ts'
import type { RichText } from '../core/rich-text.ts'
import { unreachable } from '../lib/must.ts'
import { isUntouched, type OutboxRow } from './outbox.ts'
import type { Parts } from './parts.ts'
import type { Afterthought } from './write.ts'

/** Stands for a place that is known only when what goes before has been delivered. */
export const unknownPlace = ref('')

const send = (text: RichText, replyTo: Ref | undefined): Action => ({
  kind: 'send',
  text,
  buttons: [],
  replyTo,
})

/**
 * Edits, deletions and reactions, inside the caller's transaction. What nobody has been asked to send yet is changed where it waits; for the
 * rest a request goes behind it in the partner's lane.
 */
export function writeAfterthought(parts: Parts, write: Afterthought, now: number): void {
  switch (write.kind) {
    case 'revise':
      return revise(parts, write, now)
    case 'retract':
      return retract(parts, write, now)
    case 'react':
      return react(parts, write, now)
    default:
      unreachable(write)
  }
}

type About = Pick<Afterthought, 'room' | 'author' | 'to' | 'message'>

function revise(parts: Parts, write: Extract<Afterthought, { kind: 'revise' }>, now: number): void {
  const { copies, outbox } = parts
  const { author, to, message } = write
  const [original] = copies.ofMessage(message, author)
  if (!original || !copies.reword(message, author, original, write.words)) return
  const waiting = outbox.ofMessage(message, to)
  for (const [part, text] of write.parts.entries()) {
    const sending = waiting.find((row) => row.purpose === 'send' && row.part === part)
    const editing = waiting.findLast((row) => row.purpose === 'edit' && row.part === part)
    const place = placeOf(parts, write, part)
    const edit: Action = { kind: 'edit', ref: place ?? unknownPlace, text, buttons: [] }
    if (sending && isUntouched(sending)) {
      const before = outbox.action(sending)
      const replyTo = before?.kind === 'send' ? before.replyTo : undefined
      outbox.rewrite(sending, send(text, replyTo), now)
    } else if (editing && isUntouched(editing)) outbox.rewrite(editing, edit, now)
    else if (sending || place !== undefined) queue(parts, write, part, edit, now)
    else queue(parts, write, part, send(text, undefined), now)
  }
  for (const part of partsFrom(parts, write, waiting, write.parts.length)) {
    takeAway(parts, write, waiting, part, now)
  }
}

function retract(
  parts: Parts,
  write: Extract<Afterthought, { kind: 'retract' }>,
  now: number,
): void {
  const waiting = parts.outbox.ofMessage(write.message, write.to)
  for (const part of partsFrom(parts, write, waiting, 0)) {
    takeAway(parts, write, waiting, part, now)
  }
  parts.copies.forgetPart(write.message, write.author, 0)
}

/** The parts that the partner has or is being sent, from `first` on. */
function partsFrom(
  { copies }: Parts,
  { message, to }: About,
  waiting: readonly OutboxRow[],
  first: number,
): readonly number[] {
  const sending = waiting.filter(({ purpose }) => purpose === 'send')
  const all = [...sending, ...copies.ofMessage(message, to)].map(({ part }) => part)
  return [...new Set(all)].filter((part) => part >= first)
}

function takeAway(
  parts: Parts,
  about: About,
  waiting: readonly OutboxRow[],
  part: number,
  now: number,
): void {
  const { copies, outbox } = parts
  const rows = waiting.filter((row) => row.part === part)
  // A deletion that waits is of an earlier copy of this part, which has no other left.
  for (const row of rows) if (row.purpose !== 'delete' && isUntouched(row)) outbox.remove(row.id)
  const place = placeOf(parts, about, part)
  const isUnderWay = rows.some((row) => row.purpose === 'send' && !isUntouched(row))
  if (place === undefined && !isUnderWay) return
  queue(parts, about, part, { kind: 'delete', ref: place ?? unknownPlace }, now)
  copies.forgetPart(about.message, about.to, part)
}

function react(parts: Parts, write: Extract<Afterthought, { kind: 'react' }>, now: number): void {
  const { copies, outbox, reactions } = parts
  const { message, part, author, to, room, shown } = write
  reactions.set({ message, part, holder: author }, write.emoji)
  const place = copies.nearest(message, to, part)
  const waiting = outbox
    .ofMessage(message, to)
    .findLast((row) => row.purpose === 'react' && row.part === part && isUntouched(row))
  const earlier = waiting && outbox.action(waiting)
  const before = earlier?.kind === 'react' ? earlier.before : shown.before
  const action: Action = {
    kind: 'react',
    ref: place ?? unknownPlace,
    emoji: shown.after,
    before,
  }
  if (waiting) outbox.rewrite(waiting, action, now)
  else if (!sameSet(shown.before, shown.after)) queue(parts, write, part, action, now)
  for (const text of write.said) {
    const belonging = { author, room, message: undefined, part: 0, purpose: 'send' } as const
    outbox.add(to, send(text, place), belonging, now)
  }
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((emoji) => b.includes(emoji))

function placeOf({ copies }: Parts, { message, to }: About, part: number): Ref | undefined {
  return copies.ofMessage(message, to).some((copy) => copy.part === part)
    ? copies.nearest(message, to, part)
    : undefined
}

/** Only a new part that cannot be delivered is told to its author: of the others they have a message that arrived. */
function queue(parts: Parts, about: About, part: number, action: Action, now: number): void {
  const author = action.kind === 'send' ? about.author : undefined
  const { room, message } = about
  parts.outbox.add(about.to, action, { author, room, message, part, purpose: action.kind }, now)
}
