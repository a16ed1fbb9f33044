import { type Kysely, sql } from 'kysely'

/** Pairs that never meet again, known by a hash alone, and lanes of people who have been forgotten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const change = async (statement: string): Promise<void> => {
    await sql.raw(statement).execute(db)
  }
  await change(`CREATE TABLE blocked_pair (pair BLOB PRIMARY KEY) STRICT, WITHOUT ROWID`)
  // Kept with the room, so that also somebody can be blocked who has been forgotten since.
  await change(`ALTER TABLE room ADD COLUMN pair BLOB`)
  // Whose lane it was, while the last word to them waits in it: whoever comes back meanwhile goes on in the same one.
  await change(`ALTER TABLE lane ADD COLUMN identity BLOB`)
  await change(`CREATE UNIQUE INDEX lane_identity ON lane (identity) WHERE identity IS NOT NULL`)
}
