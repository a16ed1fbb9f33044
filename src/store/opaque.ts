import { type RawBuilder, sql } from 'kysely'

/**
 * An id that the query planner does not look at. Our SQLite is built with STAT4: where the planner may choose by a bound value, the
 * statement is prepared anew at each execution, which takes longer than all the rest: https://sqlite.org/c3ref/prepare.html
 */
export function opaque(id: number): RawBuilder<number> {
  return sql<number>`cast(${id} as integer)`
}
