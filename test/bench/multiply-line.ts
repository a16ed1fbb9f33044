import type Sqlite from 'better-sqlite3'
import type { UserId } from '../../src/core/room.ts'

/** People who wait, in the order of their numbers, each a millisecond after the one before. */
export interface Row {
  readonly first: UserId
  readonly start: number
}

/**
 * More people in the line like those in it, without a round through JavaScript for each: the same wishes, portraits and sealed addresses,
 * but each with an identity of their own. Copied are those at the places from `like.from` on, `like.count` of them over and over.
 */
export function multiplyLine(
  sqlite: Sqlite.Database,
  { first, start }: Row,
  like: { readonly from: number; readonly count: number },
  places: { readonly from: number; readonly to: number },
): void {
  // Each place in the line with the number of the one that it is a copy of.
  const numbers = { ...places, like: first + like.from, count: like.count }
  const copies = `WITH RECURSIVE place (at) AS (SELECT @from UNION ALL SELECT at + 1 FROM place WHERE at + 1 < @to),
    copied (at, mould) AS (SELECT at, @like + at % @count FROM place)`
  const id = `${first} + at`
  const since = `${start} + at`
  for (const insert of [
    `INSERT INTO lane (id, platform, address, orphan)
      ${copies} SELECT ${id}, platform, address, 0 FROM copied CROSS JOIN lane ON lane.id = mould`,
    `INSERT INTO user (id, identity, platform, accepted, gender, seeking, locale, platform_wish, created_on)
      ${copies} SELECT ${id}, randomblob(16), platform, 1, gender, seeking, locale, platform_wish, 0
      FROM copied CROSS JOIN user ON user.id = mould`,
    `INSERT INTO portrait (user_id, body)
      ${copies} SELECT ${id}, body FROM copied CROSS JOIN portrait ON portrait.user_id = mould`,
    `INSERT INTO ticket (user_id, kind, traits, since, kept_at)
      ${copies} SELECT ${id}, kind, traits, ${since}, ${since} FROM copied CROSS JOIN ticket ON ticket.user_id = mould`,
    // In the order of the table, so that it grows in few places at a time.
    `INSERT INTO ticket_topic (topic, kind, since, user_id)
      ${copies} SELECT topic, kind, ${since} AS since, ${id} AS user_id
      FROM copied CROSS JOIN ticket_topic AS said ON said.user_id = mould ORDER BY topic, kind, 3, 4`,
  ])
    sqlite.prepare(insert).run(numbers)
}
