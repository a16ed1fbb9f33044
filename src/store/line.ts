import { sql } from 'kysely'
import type { Language } from '../core/language.ts'
import type { Candidate, Ticket } from '../core/matchmaking.ts'
import type { UserId } from '../core/room.ts'
import { nextWideningMs } from '../core/schedule.ts'
import { kindOf, kindsAgree, type TicketKind, wishesOf } from '../core/ticket-kind.ts'
import { nextRefreshAt } from '../core/waiting.ts'
import type { Database } from './database.ts'
import { createTopics } from './topics.ts'

interface TicketRow {
  readonly user_id: number
  readonly kind: number
  readonly traits: string
  readonly since: number
  readonly widened: number
}

/** What a ticket says beside its kind, as it stands in its row. Written by `writeTraits` alone. */
type Traits = readonly [languages: readonly Language[], interests: readonly number[], number]

const writeTraits = ({ languages, interests, standing }: Ticket): string =>
  JSON.stringify([languages, interests, standing] satisfies Traits)

function asTicket({ user_id: user, kind, traits, since, widened }: TicketRow): Ticket {
  const [languages, interests, standing] = JSON.parse(traits) as Traits
  return { ...wishesOf(kind), user, since, languages, interests, standing, widened: widened === 1 }
}

/** The first of a kind is nearly always the right one, unless it is somebody that the asker may not meet. */
const pageSize = 4
/** Of those who share an interest so many of each kind are compared; the longest waiting alone of those who share none. */
const comparedAtOnce = 3
/** What an earlier version has left. */
const unknownKind = -1

/** Whether the asker may be given this one, and whether the two have met; `undefined` where they may not. */
export type Admission = (other: Ticket) => Candidate | undefined

export type Line = ReturnType<typeof createLine>

/**
 * The waiting line. A ticket is tried when it is new or changed and each time one of its wishes gives way: whoever joins or widens later
 * finds it, so that nobody need look again in between.
 */
export function createLine({ query, prepare, keyring }: Database) {
  const topics = createTopics(keyring)
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
  const addTopic = prepare((a: { topic: number; kind: number; since: number; user: number }) =>
    query
      .insertInto('ticket_topic')
      .values({ topic: a.topic, kind: a.kind, since: a.since, user_id: a.user })
      .compile(),
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
  const kinds = prepare((_: object) =>
    query.selectFrom('line_kind').selectAll().where('waiting', '>', sql.lit(0)).compile(),
  )
  const ofEarlierVersion = prepare((_: object) =>
    query.selectFrom('ticket').select('user_id').where('kind', '=', sql.lit(unknownKind)).compile(),
  )
  const nextOfKind = prepare((a: { kind: number; since: number; user: number }) =>
    query
      .selectFrom('ticket')
      .select(['user_id', 'kind', 'traits', 'since', 'widened'])
      .where('kind', '=', a.kind)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('since', 'user_id'), '>', tuple(a.since, a.user)),
      )
      .orderBy('since')
      .orderBy('user_id')
      .limit(sql.lit(pageSize))
      .compile(),
  )
  const nextOfTopic = prepare((a: { topic: number; kind: number; since: number; user: number }) =>
    query
      .selectFrom('ticket_topic as topic')
      .innerJoin('ticket', 'ticket.user_id', 'topic.user_id')
      .select(['topic.user_id', 'topic.kind', 'ticket.traits', 'topic.since', 'ticket.widened'])
      .where('topic.topic', '=', a.topic)
      .where('topic.kind', '=', a.kind)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('topic.since', 'topic.user_id'), '>', tuple(a.since, a.user)),
      )
      .orderBy('topic.since')
      .orderBy('topic.user_id')
      .limit(sql.lit(pageSize))
      .compile(),
  )

  /** The longest waiting first, read as they are asked for. */
  function* inOrder(
    read: (last: { readonly since: number; readonly user: number }) => readonly TicketRow[],
  ): Generator<Ticket, undefined> {
    let last = { since: -1, user: 0 }
    for (;;) {
      const page = read(last).map(asTicket)
      yield* page
      const end = page.at(-1)
      if (!end || page.length < pageSize) return
      last = end
    }
  }

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
      const since = waitingSince.get({ user })?.since ?? ticket.since
      const widened = ticket.widened ? 1 : 0
      const refresh = nextRefreshAt(since, now)
      open.run({ user, kind, traits: writeTraits(ticket), since, widened, now, refresh })
      dropTopics.run({ user })
      for (const topic of topics.of(ticket)) addTopic.run({ topic, kind, since, user })
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
    waitingOfEach,
    ofEarlierVersion: (): readonly UserId[] =>
      ofEarlierVersion.all({}).map(({ user_id }) => user_id),
    /**
     * Those whom `ticket` might be given: of each kind that suits it, the longest waiting, and the longest waiting of those who share a
     * language, or a language and an interest with it. Index look-ups alone, however long the line; one more for each few whom it may not
     * meet. Whoever is left out has no more in common with it than somebody of the same kind who has waited longer.
     */
    candidates(
      ticket: Ticket,
      waiting: ReadonlyMap<TicketKind, number>,
      admit: Admission,
    ): readonly Candidate[] {
      const mine = kindOf(ticket)
      const suiting = [...waiting.keys()].filter((kind) => kindsAgree(mine, kind))
      const first = (
        most: number,
        read: Parameters<typeof inOrder>[0],
      ): readonly (readonly [UserId, Candidate])[] =>
        inOrder(read)
          .filter((other) => other.user !== ticket.user)
          .flatMap((other) => {
            const candidate = admit(other)
            return candidate ? [[other.user, candidate] as const] : []
          })
          .take(most)
          .toArray()
      const found = suiting.flatMap((kind) => [
        ...topics
          .shared(ticket)
          .flatMap((topic) =>
            first(comparedAtOnce, (last) => nextOfTopic.all({ topic, kind, ...last })),
          ),
        ...topics
          .spoken(ticket)
          .flatMap((topic) => first(1, (last) => nextOfTopic.all({ topic, kind, ...last }))),
        ...first(1, (last) => nextOfKind.all({ kind, ...last })),
      ])
      return [...new Map(found).values()]
    },
  }
}
