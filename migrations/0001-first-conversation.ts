import { type Kysely, sql } from 'kysely'

/** People, the waiting line, rooms, and what waits to be delivered. Times are epoch milliseconds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const create = async (statement: string): Promise<void> => {
    await sql.raw(statement).execute(db)
  }
  await create(`CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT`)

  await create(`CREATE TABLE lane (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    address BLOB NOT NULL,
    orphan INTEGER NOT NULL DEFAULT 1
  ) STRICT`)
  await create(`CREATE INDEX lane_orphan ON lane (id) WHERE orphan = 1`)

  await create(`CREATE TABLE user (
    id INTEGER PRIMARY KEY REFERENCES lane (id),
    identity BLOB NOT NULL UNIQUE,
    platform TEXT NOT NULL,
    accepted INTEGER NOT NULL DEFAULT 0,
    gender TEXT,
    seeking TEXT,
    position BLOB,
    failure_noticed_at INTEGER NOT NULL DEFAULT 0,
    created_on INTEGER NOT NULL
  ) STRICT`)

  await create(`CREATE TABLE minor (
    identity BLOB PRIMARY KEY,
    until INTEGER NOT NULL,
    lane_id INTEGER REFERENCES lane (id) ON DELETE SET NULL
  ) STRICT, WITHOUT ROWID`)
  await create(`CREATE INDEX minor_lane ON minor (lane_id)`)

  await create(`CREATE TABLE ticket (
    user_id INTEGER PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    platform TEXT NOT NULL,
    gender TEXT NOT NULL,
    seeking TEXT NOT NULL,
    since INTEGER NOT NULL,
    tried INTEGER NOT NULL DEFAULT 0
  ) STRICT`)
  await create(`CREATE INDEX ticket_wish ON ticket (gender, seeking, since, user_id)`)
  await create(`CREATE INDEX ticket_untried ON ticket (since, user_id) WHERE tried = 0`)

  await create(`CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    opened_at INTEGER NOT NULL,
    last_word_at INTEGER NOT NULL,
    nudged INTEGER NOT NULL DEFAULT 0,
    ended_at INTEGER,
    reason TEXT
  ) STRICT`)
  await create(`CREATE INDEX room_quiet ON room (nudged, last_word_at) WHERE ended_at IS NULL`)
  await create(`CREATE INDEX room_ended ON room (ended_at) WHERE ended_at IS NOT NULL`)

  await create(`CREATE TABLE seat (
    room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    user_id INTEGER REFERENCES user (id) ON DELETE SET NULL,
    pseudonym TEXT NOT NULL,
    open INTEGER NOT NULL DEFAULT 1,
    told_at INTEGER,
    PRIMARY KEY (room_id, number)
  ) STRICT, WITHOUT ROWID`)
  await create(`CREATE UNIQUE INDEX seat_one_open_room ON seat (user_id) WHERE open = 1`)
  await create(`CREATE INDEX seat_user ON seat (user_id)`)

  await create(`CREATE TABLE copy (
    ref_hash BLOB PRIMARY KEY,
    message_id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    holder INTEGER NOT NULL,
    room_id INTEGER NOT NULL REFERENCES room (id) ON DELETE CASCADE,
    ref BLOB NOT NULL,
    at INTEGER NOT NULL
  ) STRICT`)
  await create(`CREATE INDEX copy_message ON copy (message_id, holder, part)`)
  await create(`CREATE INDEX copy_room ON copy (room_id)`)

  await create(`CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lane_id INTEGER NOT NULL REFERENCES lane (id),
    author INTEGER,
    room_id INTEGER,
    message_id INTEGER,
    part INTEGER NOT NULL,
    key TEXT NOT NULL,
    hour INTEGER NOT NULL,
    body BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    in_flight INTEGER NOT NULL DEFAULT 0,
    unknowns INTEGER NOT NULL DEFAULT 0,
    unknown_since INTEGER
  ) STRICT`)
  await create(`CREATE INDEX outbox_lane ON outbox (lane_id, id)`)
  await create(`CREATE INDEX outbox_in_flight ON outbox (id) WHERE in_flight = 1`)

  await create(`CREATE TABLE seen (
    key BLOB PRIMARY KEY,
    hour INTEGER NOT NULL,
    error TEXT
  ) STRICT, WITHOUT ROWID`)
  await create(`CREATE INDEX seen_hour ON seen (hour)`)

  await create(`CREATE TABLE counter (
    minute INTEGER NOT NULL,
    name TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (minute, name)
  ) STRICT, WITHOUT ROWID`)

  await create(`CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT`)
}
