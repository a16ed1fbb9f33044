import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** Rooms as one of their two users has them: `mine` is the seat that the caller names, `theirs` the other one. */
export const mineAndTheirs = (query: Kysely<Schema>) =>
  query
    .selectFrom('seat as mine')
    .innerJoin('room', 'room.id', 'mine.room_id')
    .innerJoin('seat as theirs', (join) =>
      join.onRef('theirs.room_id', '=', 'mine.room_id').onRef('theirs.number', '!=', 'mine.number'),
    )

/** Rooms as a whole, with the first seat and the second. */
export const firstAndSecond = (query: Kysely<Schema>) =>
  query
    .selectFrom('room')
    .innerJoin('seat as a', (join) =>
      join.onRef('a.room_id', '=', 'room.id').on('a.number', '=', 0),
    )
    .innerJoin('seat as b', (join) =>
      join.onRef('b.room_id', '=', 'room.id').on('b.number', '=', 1),
    )
