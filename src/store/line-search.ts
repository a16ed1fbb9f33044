import { sql } from 'kysely'
import type { Candidate, Ticket } from '../core/matchmaking.ts'
import type { UserId } from '../core/room.ts'
import { kindOf, kindsAgree, type TicketKind } from '../core/ticket-kind.ts'
import type { Admission } from './admission.ts'
import type { Database } from './database.ts'
import { asTicket, type TicketRow } from './ticket-row.ts'
import type { TicketTopics } from './ticket-topics.ts'

/** Behind somebody whom the asker may not meet there is mostly one whom they may. */
const pageSize = 4
/** Of those who share an interest so many of each kind are compared; the longest waiting alone of those who share none. */
const comparedAtOnce = 3

type Read = (last: { readonly since: number; readonly user: number }) => readonly TicketRow[]

/**
 * Whom a ticket might be given: of each kind that suits it, the longest waiting, and the longest waiting of those who share a language, or a
 * language and an interest with it. Index look-ups alone, however long the line. Whoever is left out has no more in common with it than
 * somebody of the same kind who has waited longer.
 */
export function createLineSearch({ query, prepare }: Database, topics: TicketTopics) {
  // One statement for all of them: a look-up costs half of what it costs alone. Not UNION: that one sorts, and inner look-ups with it.
  const foremost = prepare((a: { self: number; kinds: string; shared: string; spoken: string }) =>
    sql<TicketRow>`
      select ticket.user_id, ticket.kind, ticket.traits, ticket.since, ticket.widened
      from json_each(${a.shared}) as topic cross join json_each(${a.kinds}) as kind cross join ticket
      where ticket.user_id in (
        select user_id from ticket_topic
        where ticket_topic.topic = topic.value and ticket_topic.kind = kind.value and user_id <> ${a.self}
        order by ticket_topic.since, user_id limit ${comparedAtOnce})
      union all
      select ticket.user_id, ticket.kind, ticket.traits, ticket.since, ticket.widened
      from json_each(${a.spoken}) as topic cross join json_each(${a.kinds}) as kind cross join ticket
      where ticket.user_id in (
        select user_id from ticket_topic
        where ticket_topic.topic = topic.value and ticket_topic.kind = kind.value and user_id <> ${a.self}
        order by ticket_topic.since, user_id limit 1)
      union all
      select ticket.user_id, ticket.kind, ticket.traits, ticket.since, ticket.widened
      from json_each(${a.kinds}) as kind cross join ticket
      where ticket.user_id in (
        select first.user_id from ticket as first
        where first.kind = kind.value and first.user_id <> ${a.self}
        order by first.since, first.user_id limit 1)`.compile(query),
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
      .limit(pageSize)
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
      .limit(pageSize)
      .compile(),
  )

  /** The longest waiting first, read as they are asked for. */
  function* inOrder(read: Read): Generator<Ticket, undefined> {
    let last = { since: -1, user: 0 }
    for (;;) {
      const page = read(last).map(asTicket)
      yield* page
      const end = page.at(-1)
      if (!end || page.length < pageSize) return
      last = end
    }
  }

  const suiting = (
    ticket: Ticket,
    waiting: ReadonlyMap<TicketKind, number>,
  ): readonly TicketKind[] => {
    const mine = kindOf(ticket)
    return [...waiting.keys()].filter((kind) => kindsAgree(mine, kind))
  }

  return {
    /** All of them, as if the ticket might be given anybody. */
    foremost(ticket: Ticket, waiting: ReadonlyMap<TicketKind, number>): readonly Ticket[] {
      const kinds = suiting(ticket, waiting)
      if (kinds.length === 0) return []
      const rows = foremost.all({
        self: ticket.user,
        kinds: JSON.stringify(kinds),
        shared: JSON.stringify(topics.shared(ticket)),
        spoken: JSON.stringify(topics.spoken(ticket)),
      })
      return [...new Map(rows.map((row) => [row.user_id, row])).values()].map(asTicket)
    },
    /** Those whom it may be given, behind however many whom it may not: one more look-up for each few of these. */
    candidates(
      ticket: Ticket,
      waiting: ReadonlyMap<TicketKind, number>,
      admit: Admission['ask'],
    ): readonly Candidate[] {
      const first = (most: number, read: Read): readonly (readonly [UserId, Candidate])[] =>
        inOrder(read)
          .filter((other) => other.user !== ticket.user)
          .flatMap((other) => {
            const candidate = admit(other)
            return candidate ? [[other.user, candidate] as const] : []
          })
          .take(most)
          .toArray()
      const found = suiting(ticket, waiting).flatMap((kind) => [
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
