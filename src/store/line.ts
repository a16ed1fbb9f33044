import { sql } from 'kysely'
import type { Ticket } from '../core/matchmaking.ts'
import type { UserId } from '../core/room.ts'
import { nextWideningMs } from '../core/schedule.ts'
import { nextRefreshAt } from '../core/waiting.ts'
import { kindOf, type TicketKind } from '../core/ticket-kind.ts'
import type { Database } from './database.ts'
import { createLineSearch } from './line-search.ts'
import { asTicket, writeTraits } from './ticket-row.ts'
import { createTicketTopics } from './ticket-topics.ts'

/** What an earlier version has left. */
const unknownKind = -1

export type Line = ReturnType<typeof createLine>

/**
 * The waiting line. A ticket is tried when it is new or changed and each time one of its wishes gives way: whoever joins or widens later
 * finds it, so that nobody need look again in between.
 */
export function createLine(database: Database) {
  const { query, prepare, keyring } = database
  const topics = createTicketTopics(keyring)
  const waitingSince = prepare((a: { user: number }) =>
    query.selectFrom('ticket').select(['since', 'widened']).where('user_id', '=', a.user).compile(),
  )
  const get = prepare((a: { user: number }) =>
    query
      .selectFrom('ticket')
      .select(['user_id', 'kind', 'traits', 'since', 'widened'])
      .where('user_id', '=', a.user)
      .compile(),
  )
  const open = prepare(
    (a: {
      user: number
      kind: number
      traits: string
      since: number
      widened: number
      now: number
      refresh: number
    }) =>
      query
        .insertInto('ticket')
        .values({
          user_id: a.user,
          kind: a.kind,
          traits: a.traits,
          since: a.since,
          widened: a.widened,
          due_at: a.now,
          kept_at: a.now,
          refresh_at: a.refresh,
        })
        .onConflict((clash) =>
          clash
            .column('user_id')
            .doUpdateSet({ kind: a.kind, traits: a.traits, widened: a.widened, due_at: a.now }),
        )
        .compile(),
  )
  const addTopics = prepare((a: { topics: string; kind: number; since: number; user: number }) =>
    sql`insert into ticket_topic (topic, kind, since, user_id)
      select value, ${a.kind}, ${a.since}, ${a.user} from json_each(${a.topics})`.compile(query),
  )
  const dropTopics = prepare((a: { user: number }) =>
    query.deleteFrom('ticket_topic').where('user_id', '=', a.user).compile(),
  )
  const close = prepare((a: { user: number }) =>
    query.deleteFrom('ticket').where('user_id', '=', a.user).compile(),
  )
  const nextDue = prepare((a: { now: number }) =>
    query
      .selectFrom('ticket')
      .select(['user_id', 'kind', 'traits', 'since', 'widened'])
      .where('due_at', '<=', a.now)
      .orderBy('due_at')
      .orderBy('user_id')
      .limit(1)
      .compile(),
  )
  const nextDueAt = prepare((_: object) =>
    query
      .selectFrom('ticket')
      .select('due_at')
      .where('due_at', 'is not', null)
      .orderBy('due_at')
      .limit(1)
      .compile(),
  )
  const setDue = prepare((a: { user: number; due: number | null }) =>
    query.updateTable('ticket').set({ due_at: a.due }).where('user_id', '=', a.user).compile(),
  )
  const kinds = prepare((_: object) => query.selectFrom('line_kind').selectAll().compile())
  const ofEarlierVersion = prepare((_: object) =>
    query.selectFrom('ticket').select('user_id').where('kind', '=', unknownKind).compile(),
  )
  const waitingOfEach = (): ReadonlyMap<TicketKind, number> =>
    new Map(kinds.all({}).map(({ kind, waiting }) => [kind, waiting]))

  return {
    waitingSince: (user: UserId): number | undefined => waitingSince.get({ user })?.since,
    isWidened: (user: UserId): boolean => waitingSince.get({ user })?.widened === 1,
    ticketOf(user: UserId): Ticket | undefined {
      const row = get.get({ user })
      return row && asTicket(row)
    },
    topics,
    /** Begins to wait, or goes on with other wishes in the same place; it is tried at once. */
    open(ticket: Ticket, now: number): void {
      const { user } = ticket
      const kind = kindOf(ticket)
      const before = waitingSince.get({ user })
      const since = before?.since ?? ticket.since
      const widened = ticket.widened ? 1 : 0
      const refresh = nextRefreshAt(since, now)
      open.run({ user, kind, traits: writeTraits(ticket), since, widened, now, refresh })
      if (before) dropTopics.run({ user })
      addTopics.run({ topics: JSON.stringify(topics.of(ticket)), kind, since, user })
    },
    close: (user: UserId): boolean => close.run({ user }).changes === 1,
    /** The next to be tried at `now`. */
    nextDue(now: number): Ticket | undefined {
      const row = nextDue.get({ now })
      return row && asTicket(row)
    },
    nextDueAt: (): number | undefined => nextDueAt.get({})?.due_at ?? undefined,
    /** Nobody is there for it: it is tried again when its next wish gives way. */
    markTried({ user, since, widened }: Ticket, now: number): void {
      const next = widened ? undefined : nextWideningMs(now - since)
      setDue.run({ user, due: next === undefined ? null : since + next })
    },
    /** Tried again then, and not before. */
    postpone: (user: UserId, at: number): void => void setDue.run({ user, due: at }),
    waitingOfEach,
    ofEarlierVersion: (): readonly UserId[] =>
      ofEarlierVersion.all({}).map(({ user_id }) => user_id),
    ...createLineSearch(database, topics),
  }
}
