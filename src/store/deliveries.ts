import { filesOf, purposeOf, type Action, type Delivery, type SendAction } from '../core/action.ts'
import type { Ref } from '../core/address.ts'
import { limits } from '../core/limits.ts'
import type { Listener } from '../core/listener.ts'
import type { Platform } from '../core/platform.ts'
import type { UserId } from '../core/room.ts'
import { absorb } from './absorb.ts'
import { applyWrites } from './apply-writes.ts'
import type { Database } from './database.ts'
import { numberedFile, type NumberedFile } from './file-list.ts'
import { situationOfUser } from './load-situation.ts'
import { isUntouched, type OutboxRow, toNothing } from './outbox.ts'
import type { Parts } from './parts.ts'
import { placementsOf, withoutFiles, type Arrived } from './placements.ts'
import { askedFor } from './prompts.ts'
import type { Admit, Claimed, FailureReason, Head, Outcome } from './store.ts'
import { afterEdits, unknownPlace } from './message-places.ts'
import { type Effects, noEffects } from './write.ts'

/** Words for the author of something that could not be delivered. */
export type TellFailure = (author: Listener, why: FailureReason) => readonly Action[]

/** A lane that has waited for long may hold many: others have their turn in between. */
const mostGivenUp = 50

const claimed = (row: OutboxRow, platform: Platform, delivery: Delivery): Claimed => ({
  id: row.id,
  lane: row.lane_id,
  platform,
  delivery,
  isNotice: row.message_id === null && row.author === null,
  isUnasked: row.mark === 'in-place',
  attempts: row.attempts,
  unknowns: row.unknowns,
  unknownSince: row.unknowns > 0 ? (row.unknown_since ?? undefined) : undefined,
})

const isSend = (action: Action): action is SendAction => purposeOf(action) === 'send'

/** Speaks of a message whose sending has not been answered. */
const isAboutUnknown = (action: Action): action is Exclude<Action, SendAction> =>
  !isSend(action) && action.ref === unknownPlace

const partsOfFiles = (files: readonly NumberedFile[]): readonly number[] =>
  files.map(({ number }) => number - 1)

/** Beginning and ending deliveries, inside the caller's transaction. */
export function createDeliveries(parts: Parts, database: Database, tellFailure: TellFailure) {
  const { outbox, people, prompts, rooms, copies, ledger, waitingMessages } = parts
  const { keyring } = database

  /** At most one notice a minute to one author, and never about a notice. */
  const giveUp = (
    row: Pick<OutboxRow, 'id' | 'author' | 'lane_id' | 'mark'>,
    why: FailureReason,
    now: number,
  ): readonly UserId[] => {
    outbox.remove(row.id)
    ledger.count('dead-letter', now)
    waitingMessages.givenUp(row, now)
    return tellAuthor(row.author, why, now)
  }

  const tellAuthor = (id: number | null, why: FailureReason, now: number): readonly UserId[] => {
    const author = id === null ? undefined : people.get(id)
    if (!author || !people.mayTellFailure(author.id, now, limits.failureNoticeMs)) return []
    for (const action of tellFailure(author, why)) {
      outbox.add(author.id, action, toNothing, now)
    }
    return [author.id]
  }

  /**
   * What waits about parts gets to know where they arrived: by the time it is claimed the room may have ended and forgotten that.
   * Says whether they are to be taken back, and which files will stand there.
   */
  const settle = (
    message: number,
    sent: OutboxRow,
    { parts: settled, place, files }: Arrived,
    now: number,
  ): { readonly isTakenBack: boolean; readonly files: readonly NumberedFile[] } => {
    const listed = files.map((file) => numberedFile(keyring, message, file))
    const edits: { readonly action: Action }[] = []
    for (const row of outbox.ofMessage(message, sent.lane_id)) {
      if (row.id < sent.id || !settled.includes(row.part) || !isUntouched(row)) continue
      const action = outbox.action(row)
      if (!action || !isAboutUnknown(action)) continue
      outbox.rewrite(row, { ...action, ref: place }, now)
      // What follows is about what comes in its stead.
      if (action.kind === 'delete') return { isTakenBack: true, files: [] }
      edits.push({ action })
    }
    return { isTakenBack: false, files: afterEdits(keyring, message, listed, edits) }
  }

  const claim = (
    lane: UserId,
    admit: Admit,
    now: number,
  ): { readonly head: Head; readonly told: readonly UserId[] } => {
    const told: UserId[] = []
    for (let givenUp = 0; givenUp < mostGivenUp; givenUp += 1) {
      const row = outbox.head(lane)
      if (!row) return { head: { kind: 'empty' }, told }
      if (row.due_at > now) return { head: { kind: 'not-yet', dueAt: row.due_at }, told }
      const { platform, address } = people.lane(lane)
      if (!admit(platform)) return { head: { kind: 'held', platform }, told }
      const action = outbox.action(row)
      if (action && isAboutUnknown(action)) {
        // What it is about never arrived: there is nothing to do.
        outbox.remove(row.id)
        continue
      }
      if (action && row.created_at + limits.deliveryExpiresMs > now) {
        outbox.start(row.id, now)
        const delivery = { to: address(), key: row.key, action }
        return { head: { kind: 'claimed', claimed: claimed(row, platform, delivery) }, told }
      }
      told.push(...giveUp(row, row.unknowns > 0 ? 'unknown' : 'expired', now))
    }
    return { head: { kind: 'not-yet', dueAt: now }, told }
  }

  /** A reply to it is an answer. */
  const rememberPrompt = (
    { mark, lane_id: user }: OutboxRow,
    platform: Platform,
    [place]: readonly Ref[],
    now: number,
  ): void => {
    const asked = askedFor(mark)
    if (!asked || place === undefined) return
    // Who has been forgotten meanwhile is asked nothing.
    if (people.get(user)) prompts.add(user, platform, { place, ...asked }, now)
  }

  const deliver = (
    row: OutboxRow,
    { platform, delivery: { action } }: Claimed,
    refs: readonly Ref[],
    now: number,
  ): void => {
    outbox.remove(row.id)
    const { message_id: message, room_id: room, lane_id: holder } = row
    rememberPrompt(row, platform, refs, now)
    if (row.mark !== null) waitingMessages.delivered(row, action, refs, now)
    if (!isSend(action) || room === null) return
    const isOpen = rooms.isOpen(room)
    if (message === null) {
      if (isOpen && row.author === null) rooms.setTold(room, holder, now)
      return
    }
    for (const arrived of placementsOf(action, row.part, refs)) {
      const { isTakenBack, files } = settle(message, row, arrived, now)
      if (!isOpen || isTakenBack) continue
      const [part = row.part] = files.length > 0 ? partsOfFiles(files) : arrived.parts
      const about = { message, part, holder, platform, room, files }
      copies.add({ ...about, original: false, words: undefined }, arrived.place, now)
    }
  }

  /** Nothing of it has gone out: what is left of it is as if it had never been tried. */
  const reduce = (
    row: OutboxRow,
    { delivery }: Claimed,
    { without, why }: Extract<Outcome, { kind: 'reduced' }>,
    now: number,
  ): Effects => {
    const left = withoutFiles(delivery.action, without)
    if (!left) return { ...noEffects, lanes: new Set(giveUp(row, why, now)) }
    outbox.rewrite(row, left, now)
    if (isSend(delivery.action)) noteRefused(row, delivery.action, without)
    const { attempts, unknowns } = row
    const since = unknowns > 0 ? row.unknown_since : null
    outbox.postpone(row.id, { due: now, attempts, unknowns, since })
    return { ...noEffects, lanes: new Set(tellAuthor(row.author, why, now)) }
  }

  /** So that no later edit brings it again. */
  const noteRefused = (row: OutboxRow, action: Action, without: readonly number[]): void => {
    const { message_id: message, author } = row
    if (message === null || author === null) return
    for (const file of filesOf(action).filter(({ number }) => without.includes(number)))
      copies.noteRefused(message, author, numberedFile(keyring, message, file))
  }

  const record = (request: Claimed, outcome: Outcome, now: number): Effects => {
    const row = outbox.get(request.id)
    // Dropped with its lane while the request was under way: its answer says nothing of what the user has begun since.
    if (!row) return noEffects
    if (outcome.kind === 'gone') {
      const writes = outcome.judge(situationOfUser(parts, request.lane, now))
      const actor = { kind: 'user', user: request.lane } as const
      return applyWrites(parts, database, actor, writes, now)
    }
    switch (outcome.kind) {
      case 'delivered':
        deliver(row, request, outcome.receipt.refs, now)
        return noEffects
      case 'reduced':
        return reduce(row, request, outcome, now)
      case 'later':
        outbox.postpone(row.id, {
          due: outcome.dueAt,
          attempts: row.attempts + (outcome.counts === 'attempt' ? 1 : 0),
          unknowns: row.unknowns,
          since: row.unknowns > 0 ? row.unknown_since : null,
        })
        if (row.unknowns === 0) absorb(parts, row, undefined, now)
        return noEffects
      case 'unknown':
        ledger.count('ambiguous-send', now)
        outbox.postpone(row.id, {
          due: outcome.dueAt,
          attempts: row.attempts,
          unknowns: row.unknowns + 1,
          since: outcome.since,
        })
        return noEffects
      case 'dead':
        waitingMessages.lost(row, request.delivery.action)
        return { ...noEffects, lanes: new Set(giveUp(row, outcome.why, now)) }
    }
  }

  return { claim, record, giveUp }
}
