import type { Action, Delivery } from '../core/action.ts'
import { ref } from '../core/address.ts'
import { limits } from '../core/limits.ts'
import type { Platform } from '../core/platform.ts'
import type { UserId } from '../core/room.ts'
import { unknownPlace } from './afterthoughts.ts'
import { applyWrites } from './apply-writes.ts'
import type { Database } from './database.ts'
import { situationOfUser } from './load-situation.ts'
import { isUntouched, type OutboxRow, toNothing } from './outbox.ts'
import type { Parts } from './parts.ts'
import type { Admit, Claimed, FailureReason, Head, Outcome } from './store.ts'
import type { Effects } from './write.ts'

/** Words for the author of something that could not be delivered. */
export type TellFailure = (platform: Platform, why: FailureReason) => readonly Action[]

/** A lane that has waited for long may hold many: others have their turn in between. */
const mostGivenUp = 50

const claimed = (row: OutboxRow, platform: Platform, delivery: Delivery): Claimed => ({
  id: row.id,
  lane: row.lane_id,
  platform,
  delivery,
  isNotice: row.message_id === null && row.author === null,
  attempts: row.attempts,
  unknowns: row.unknowns,
  unknownSince: row.unknowns > 0 ? (row.unknown_since ?? undefined) : undefined,
})

/** Beginning and ending deliveries, inside the caller's transaction. */
export function createDeliveries(parts: Parts, database: Database, tellFailure: TellFailure) {
  const { outbox, people, rooms, copies, ledger } = parts

  /** At most one notice a minute to one author, and never about a notice. */
  const giveUp = (
    row: { readonly id: number; readonly author: number | null },
    why: FailureReason,
    now: number,
  ): readonly UserId[] => {
    outbox.remove(row.id)
    ledger.count('dead-letter', now)
    const author = row.author === null ? undefined : people.get(row.author)
    if (!author || !people.mayTellFailure(author.id, now, limits.failureNoticeMs)) return []
    for (const action of tellFailure(author.platform, why)) {
      outbox.add(author.id, action, toNothing, now)
    }
    return [author.id]
  }

  /**
   * What waits about a part gets to know where it arrived: by the time it is claimed the room may have ended and forgotten that.
   * Says whether the part is to be taken back.
   */
  const settle = (message: number, sent: OutboxRow, place: string, now: number): boolean => {
    let isTakenBack = false
    for (const row of outbox.ofMessage(message, sent.lane_id)) {
      if (row.part !== sent.part || !isUntouched(row)) continue
      const action = outbox.action(row)
      if (!action || action.kind === 'send' || action.ref !== unknownPlace) continue
      outbox.rewrite(row, { ...action, ref: ref(place) }, now)
      if (action.kind === 'delete') isTakenBack = true
    }
    return isTakenBack
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
      if (action && action.kind !== 'send' && action.ref === unknownPlace) {
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

  const deliver = (
    row: OutboxRow,
    platform: Platform,
    refs: readonly string[],
    now: number,
  ): void => {
    outbox.remove(row.id)
    const { message_id: message, room_id: room, lane_id: holder } = row
    if (row.purpose !== 'send' || room === null) return
    const [place] = refs
    const isTakenBack = message !== null && place !== undefined && settle(message, row, place, now)
    if (!rooms.isOpen(room) || isTakenBack) return
    if (message === null) {
      if (row.author === null) rooms.setTold(room, holder, now)
      return
    }
    for (const place of refs) {
      copies.add(
        { message, part: row.part, holder, platform, room, original: false, words: undefined },
        ref(place),
        now,
      )
    }
  }

  const record = (request: Claimed, outcome: Outcome, now: number): Effects => {
    const row = outbox.get(request.id)
    const none: Effects = { lanes: new Set(), typing: [], ticketOpened: false }
    // Dropped with its lane while the request was under way: its answer says nothing of what the user has begun since.
    if (!row) return none
    if (outcome.kind === 'gone') {
      const writes = outcome.judge(situationOfUser(parts, request.lane, now))
      const actor = { kind: 'user', user: request.lane } as const
      return applyWrites(parts, actor, writes, now, database.randomId)
    }
    switch (outcome.kind) {
      case 'delivered':
        deliver(row, request.platform, outcome.receipt.refs, now)
        return none
      case 'later':
        outbox.postpone(row.id, {
          due: outcome.dueAt,
          attempts: row.attempts + (outcome.counts === 'attempt' ? 1 : 0),
          unknowns: row.unknowns,
          since: row.unknowns > 0 ? row.unknown_since : null,
        })
        return none
      case 'unknown':
        ledger.count('ambiguous-send', now)
        outbox.postpone(row.id, {
          due: outcome.dueAt,
          attempts: row.attempts,
          unknowns: row.unknowns + 1,
          since: outcome.since,
        })
        return none
      case 'dead':
        return { ...none, lanes: new Set(giveUp(row, outcome.why, now)) }
    }
  }

  return { claim, record, giveUp }
}
