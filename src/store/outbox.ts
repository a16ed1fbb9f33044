import type { Action, Purpose } from '../core/action.ts'
import type { NoticeMarkedAs } from '../core/change.ts'
import type { UserId } from '../core/room.ts'
import type { Database } from './database.ts'

export interface OutboxRow {
  readonly id: number
  readonly lane_id: number
  readonly author: number | null
  readonly room_id: number | null
  readonly message_id: number | null
  readonly part: number
  readonly key: string
  readonly hour: number
  readonly body: Buffer
  readonly created_at: number
  readonly due_at: number
  readonly attempts: number
  readonly in_flight: number
  readonly unknowns: number
  readonly unknown_since: number | null
  /** All but `send` speak of a message that the recipient has, or will have when their turn comes. */
  readonly purpose: Purpose
  readonly mark: NoticeMarkedAs | null
}

/** What a request belongs to: a part of a relayed message, or nothing for a notice. */
export interface Belonging {
  readonly author: UserId | undefined
  readonly room: number | undefined
  readonly message: number | undefined
  readonly part: number
  readonly purpose: Purpose
  /** What the message is remembered as once it has arrived. */
  readonly mark?: NoticeMarkedAs | undefined
}

/** A notice belongs to nothing. */
export const toNothing: Belonging = {
  author: undefined,
  room: undefined,
  message: undefined,
  part: 0,
  purpose: 'send',
}

export type Outbox = ReturnType<typeof createOutbox>

/** Requests waiting, in the order of each lane. Once an attempt may have done something, a row's body never changes. */
export function createOutbox({ query, prepare, keyring, randomId }: Database) {
  const add = prepare(
    (a: {
      lane: number
      author: number | null
      room: number | null
      message: number | null
      part: number
      purpose: Purpose
      mark: NoticeMarkedAs | null
      key: string
      hour: number
      body: Buffer
      now: number
    }) =>
      query
        .insertInto('outbox')
        .values({
          lane_id: a.lane,
          author: a.author,
          room_id: a.room,
          message_id: a.message,
          part: a.part,
          purpose: a.purpose,
          mark: a.mark,
          key: a.key,
          hour: a.hour,
          body: a.body,
          created_at: a.now,
          due_at: a.now,
          unknown_since: null,
        })
        .compile(),
  )
  const head = prepare((a: { lane: number }) =>
    query
      .selectFrom('outbox')
      .selectAll()
      .where('lane_id', '=', a.lane)
      .orderBy('id')
      .limit(1)
      .compile(),
  )
  const ofMessage = prepare((a: { message: number; lane: number }) =>
    query
      .selectFrom('outbox')
      .selectAll()
      .where('message_id', '=', a.message)
      .where('lane_id', '=', a.lane)
      .orderBy('id')
      .compile(),
  )
  const rewrite = prepare((a: { id: number; hour: number; body: Buffer }) =>
    query
      .updateTable('outbox')
      .set({ hour: a.hour, body: a.body })
      .where('id', '=', a.id)
      .compile(),
  )
  const get = prepare((a: { id: number }) =>
    query.selectFrom('outbox').selectAll().where('id', '=', a.id).compile(),
  )
  const start = prepare((a: { id: number; now: number }) =>
    query
      .updateTable('outbox')
      .set(({ fn, ref, val }) => ({
        in_flight: 1,
        unknown_since: fn.coalesce(ref('unknown_since'), val(a.now)),
      }))
      .where('id', '=', a.id)
      .compile(),
  )
  const postpone = prepare(
    (a: { id: number; due: number; attempts: number; unknowns: number; since: number | null }) =>
      query
        .updateTable('outbox')
        .set({
          in_flight: 0,
          due_at: a.due,
          attempts: a.attempts,
          unknowns: a.unknowns,
          unknown_since: a.since,
        })
        .where('id', '=', a.id)
        .compile(),
  )
  // However often the process died: only answers that were really missing spend the one repeat.
  const recover = prepare((_: object) =>
    query
      .updateTable('outbox')
      .set(({ fn, ref, val }) => ({
        in_flight: 0,
        unknowns: fn<number>('max', [ref('unknowns'), val(1)]),
      }))
      .where('in_flight', '=', 1)
      .compile(),
  )
  const remove = prepare((a: { id: number }) =>
    query.deleteFrom('outbox').where('id', '=', a.id).compile(),
  )
  const dropLane = prepare((a: { lane: number }) =>
    query.deleteFrom('outbox').where('lane_id', '=', a.lane).compile(),
  )
  const busy = prepare((_: object) =>
    query
      .selectFrom('outbox')
      .innerJoin('lane', 'lane.id', 'outbox.lane_id')
      .select(['lane.id as lane', 'lane.platform'])
      .distinct()
      .compile(),
  )

  return {
    add(lane: UserId, action: Action, to: Belonging, now: number): void {
      const { hour, bytes } = keyring.sealContent(JSON.stringify(action), now)
      add.run({
        lane,
        author: to.author ?? null,
        room: to.room ?? null,
        message: to.message ?? null,
        part: to.part,
        purpose: to.purpose,
        mark: to.mark ?? null,
        key: `${randomId().toString(36)}-${randomId().toString(36)}`,
        hour,
        body: bytes,
        now,
      })
    },
    get: (id: number): OutboxRow | undefined => get.get({ id }),
    /** What waits of a message and about it, in its order. */
    ofMessage: (message: number, lane: UserId): readonly OutboxRow[] =>
      ofMessage.all({ message, lane }),
    /** Only for a row that nobody has been asked to carry out yet. */
    rewrite(row: OutboxRow, action: Action, now: number): void {
      const { hour, bytes } = keyring.sealContent(JSON.stringify(action), now)
      rewrite.run({ id: row.id, hour, body: bytes })
    },
    head: (lane: UserId): OutboxRow | undefined => head.get({ lane }),
    /** `undefined` when the key of its hour is gone: nobody can read it any more. */
    action(row: OutboxRow): Action | undefined {
      const body = keyring.openContent({ hour: row.hour, bytes: row.body })
      // The body is what `add` wrote, unchanged: its seal says so.
      return body === undefined ? undefined : (JSON.parse(body) as Action)
    },
    /** The attempt is on record before it is made: after a crash its outcome is known to be unknown. */
    start: (id: number, now: number): void => void start.run({ id, now }),
    postpone: (
      id: number,
      to: { due: number; attempts: number; unknowns: number; since: number | null },
    ): void => void postpone.run({ id, ...to }),
    /** Called once at the start: what was in flight when the process died may have arrived. */
    recover: (): void => void recover.run({}),
    remove: (id: number): void => void remove.run({ id }),
    dropLane: (lane: UserId): void => void dropLane.run({ lane }),
    busyLanes: () => busy.all({}),
  }
}

/** Nothing of it can have arrived anywhere. */
export const isUntouched = ({ in_flight, unknowns }: OutboxRow): boolean =>
  in_flight === 0 && unknowns === 0
