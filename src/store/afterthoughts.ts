import { filesOf, type Action } from '../core/action.ts'
import { unreachable } from '../lib/must.ts'
import type { Database } from './database.ts'
import { numberedFile } from './file-list.ts'
import { isUntouched } from './outbox.ts'
import type { Parts } from './parts.ts'
import { withoutFiles } from './placements.ts'
import { queue, rearrange } from './rearrange.ts'
import { unknownPlace } from './message-places.ts'
import type { Afterthought } from './write.ts'

/** Edits, deletions and reactions, inside the caller's transaction. */
export function writeAfterthought(
  parts: Parts,
  database: Database,
  write: Afterthought,
  now: number,
): void {
  switch (write.kind) {
    case 'revise':
      return revise(parts, database, write, now)
    case 'retract':
      return retract(parts, database, write, now)
    case 'react':
      return react(parts, write, now)
    default:
      unreachable(write)
  }
}

function revise(
  parts: Parts,
  database: Database,
  write: Extract<Afterthought, { kind: 'revise' }>,
  now: number,
): void {
  const { copies, gathered } = parts
  const { author, message, part, item } = write
  const originals = copies.ofMessage(message, author)
  const original = originals.find((copy) => copy.part === part)
  if (!original || !copies.reword(message, author, original, write.words)) return
  const number = part + 1
  const carried = withoutRefused(parts, database, write)
  if (gathered.has(message, number)) {
    if (item) gathered.rewrite(message, number, item, now)
    return
  }
  // The last one that is left of an album still has its number in it.
  if (originals.length === 1 && part === 0) {
    rearrange(parts, database, write, { ...write, laid: carried, scope: 'whole' }, now)
    return
  }
  if (carried.length === 0) return
  const numbered = asNumber(carried, number)
  rearrange(parts, database, write, { ...write, laid: numbered, scope: number }, now)
}

/** What could not be carried when it was said is not tried again. */
function withoutRefused(
  { copies }: Parts,
  { keyring }: Pick<Database, 'keyring'>,
  { message, author, laid }: Extract<Afterthought, { kind: 'revise' }>,
): typeof laid {
  return laid.flatMap(({ part, action }) => {
    const refused = filesOf(action).filter((file) =>
      copies.isRefused(message, author, numberedFile(keyring, message, file)),
    )
    if (refused.length === 0) return { part, action }
    const left = withoutFiles(
      action,
      refused.map(({ number }) => number),
    )
    return left?.kind === 'send-files' ? { part, action: left } : []
  })
}

/** The only file of one of an album's messages is that message's in the album. */
const asNumber = (
  laid: Extract<Afterthought, { kind: 'revise' }>['laid'],
  number: number,
): typeof laid =>
  laid.map(({ part, action }) => ({
    part,
    action:
      action.kind === 'send-files'
        ? { ...action, files: action.files.map((file) => ({ ...file, number })) }
        : action,
  }))

function retract(
  parts: Parts,
  database: Database,
  write: Extract<Afterthought, { kind: 'retract' }>,
  now: number,
): void {
  const { copies, gathered } = parts
  const { author, message, part } = write
  const isOneOfMany = copies.ofMessage(message, author).length > 1
  gathered.remove(message, part + 1)
  const scope = isOneOfMany ? part + 1 : 'whole'
  rearrange(parts, database, write, { ...write, laid: [], scope }, now)
  copies.forgetPart(message, author, part)
}

function react(parts: Parts, write: Extract<Afterthought, { kind: 'react' }>, now: number): void {
  const { copies, outbox, reactions } = parts
  const { message, part, author, to, room, shown } = write
  reactions.set({ message, part, holder: author }, write.emoji, write.isShown)
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
    outbox.add(to, { kind: 'send', text, buttons: [], replyTo: place }, belonging, now)
  }
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((emoji) => b.includes(emoji))
