import { type Kysely, sql } from 'kysely'

/** Files: what waits to become whole or to be confirmed, which files stand in which place, and who wants to see them how. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const change = async (statement: string): Promise<void> => {
    await sql.raw(statement).execute(db)
  }
  await change(`ALTER TABLE user ADD COLUMN media_wish TEXT NOT NULL DEFAULT 'spoiler'`)
  await change(`ALTER TABLE copy ADD COLUMN files BLOB`)
  await change(`CREATE TABLE gathered (
    message_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    author INTEGER NOT NULL,
    recipient INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (message_id, number)
  ) STRICT, WITHOUT ROWID`)
  await change(`CREATE INDEX gathered_room ON gathered (room_id)`)
  await change(`CREATE TABLE held_back (
    id INTEGER PRIMARY KEY,
    room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    author INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL
  ) STRICT`)
  await change(`CREATE INDEX held_back_room ON held_back (room_id)`)
  await change(`CREATE INDEX held_back_at ON held_back (at)`)
}
