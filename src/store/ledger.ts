import type { Platform } from '../core/platform.ts'
import { limits } from '../core/limits.ts'
import type { Database } from './database.ts'

const hourMs = 3_600_000
const minuteMs = 60_000

/** So many rows are forgotten in one unit of work: an hour of a busy service holds a hundred times as many. */
const bite = 1000

export type Activity =
  | { readonly kind: 'room-opened'; readonly platforms: readonly [Platform, Platform] }
  | { readonly kind: 'room-closed'; readonly reason: string }

export type Counted = `message-${Platform}` | 'room' | 'dead-letter' | 'ambiguous-send' | 'failure'

export type Ledger = ReturnType<typeof createLedger>

/** What was heard before, what is counted, what happened: never with content, never by whom. */
export function createLedger({ query, prepare, keyring }: Database) {
  const addSeen = prepare((a: { key: Buffer; hour: number; error: string | null }) =>
    query
      .insertInto('seen')
      .values({ key: a.key, hour: a.hour, error: a.error })
      .onConflict((clash) => clash.doNothing())
      .compile(),
  )
  const forgetSeen = prepare((a: { before: number }) =>
    query
      .deleteFrom('seen')
      .where('key', 'in', (forget) =>
        forget
          .selectFrom('seen')
          .select('key')
          .where('hour', '<', a.before)
          .orderBy('hour')
          .limit(bite),
      )
      .compile(),
  )
  const count = prepare((a: { minute: number; name: string; by: number }) =>
    query
      .insertInto('counter')
      .values({ minute: a.minute, name: a.name, value: a.by })
      .onConflict((clash) =>
        clash.doUpdateSet((row) => ({ value: row('counter.value', '+', a.by) })),
      )
      .compile(),
  )
  const forgetCounters = prepare((a: { before: number }) =>
    query.deleteFrom('counter').where('minute', '<', a.before).compile(),
  )
  const note = prepare((a: { at: number; kind: string; detail: string }) =>
    query.insertInto('activity').values({ at: a.at, kind: a.kind, detail: a.detail }).compile(),
  )
  const forgetActivity = prepare((a: { before: number }) =>
    query
      .deleteFrom('activity')
      .where('id', 'in', (forget) =>
        forget
          .selectFrom(
            // Ids rise with time, so that no index is needed.
            forget
              .selectFrom('activity')
              .select(['id', 'at'])
              .orderBy('id')
              .limit(bite)
              .as('oldest'),
          )
          .select('oldest.id')
          .where('oldest.at', '<', a.before),
      )
      .compile(),
  )

  return {
    /** `false` when it was seen before. */
    see(key: string, now: number, error?: string): boolean {
      const hour = Math.floor(now / hourMs)
      return (
        addSeen.run({ key: keyring.hash('seen', key), hour, error: error ?? null }).changes === 1
      )
    },
    count: (name: Counted, now: number, by = 1): void =>
      void count.run({ minute: Math.floor(now / minuteMs), name, by }),
    /** To the minute: finer times would tell who was there. */
    note({ kind, ...detail }: Activity, now: number): void {
      note.run({ at: now - (now % minuteMs), kind, detail: JSON.stringify(detail) })
    },
    /** One bite; whether there is more. */
    sweep(now: number): boolean {
      const seen = forgetSeen.run({ before: Math.floor((now - limits.seenMs) / hourMs) })
      if (seen.changes === bite) return true
      // Few by nature: some names a minute, for two days.
      forgetCounters.run({ before: Math.floor((now - limits.counterMs) / minuteMs) })
      return forgetActivity.run({ before: now - limits.activityMs }).changes === bite
    },
  }
}
