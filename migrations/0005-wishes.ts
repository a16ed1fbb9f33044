import { type Kysely, sql } from 'kysely'

/** What people tell of themselves and wish for; the line by what it is searched for; what is left of a room for a day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const change = async (statement: string): Promise<void> => {
    await sql.raw(statement).execute(db)
  }
  for (const column of [
    `locale TEXT`,
    `platform_wish TEXT NOT NULL DEFAULT 'any'`,
    `protects INTEGER NOT NULL DEFAULT 0`,
    `mutes_reactions INTEGER NOT NULL DEFAULT 0`,
    `mutes_typing INTEGER NOT NULL DEFAULT 0`,
    `ups INTEGER NOT NULL DEFAULT 0`,
    `downs INTEGER NOT NULL DEFAULT 0`,
  ])
    await change(`ALTER TABLE user ADD COLUMN ${column}`)
  await change(`CREATE TABLE portrait (
    user_id INTEGER PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    body BLOB NOT NULL
  ) STRICT`)
  await change(`CREATE TABLE prompt (
    ref_hash BLOB PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    at INTEGER NOT NULL,
    open INTEGER NOT NULL DEFAULT 1
  ) STRICT`)
  await change(`CREATE INDEX prompt_user ON prompt (user_id)`)
  await change(`CREATE INDEX prompt_at ON prompt (at)`)

  // What is known of a ticket beyond its number is written anew at the start: `kind` -1 says so.
  await change(`DROP INDEX ticket_wish`)
  await change(`DROP INDEX ticket_untried`)
  await change(`ALTER TABLE ticket RENAME TO earlier_ticket`)
  await change(`CREATE TABLE ticket (
    user_id INTEGER PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    traits TEXT NOT NULL,
    since INTEGER NOT NULL,
    widened INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER,
    asked_at INTEGER,
    kept_at INTEGER NOT NULL,
    notice_ref BLOB,
    refresh_at INTEGER,
    shown BLOB
  ) STRICT`)
  await change(`INSERT INTO ticket (user_id, kind, traits, since, kept_at)
    SELECT user_id, -1, '', since, since FROM earlier_ticket`)
  await change(`DROP TABLE earlier_ticket`)
  await change(`CREATE INDEX ticket_kind ON ticket (kind, since, user_id)`)
  await change(`CREATE INDEX ticket_due ON ticket (due_at, user_id) WHERE due_at IS NOT NULL`)
  await change(`CREATE INDEX ticket_refresh ON ticket (refresh_at) WHERE refresh_at IS NOT NULL`)
  // Whoever is asked stands in the one, and who is to be asked in the other.
  await change(`CREATE INDEX ticket_kept ON ticket (kept_at) WHERE asked_at IS NULL`)
  await change(`CREATE INDEX ticket_asked ON ticket (asked_at) WHERE asked_at IS NOT NULL`)
  await change(`CREATE TABLE ticket_topic (
    topic INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    since INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES ticket (user_id) ON DELETE CASCADE,
    PRIMARY KEY (topic, kind, since, user_id)
  ) STRICT, WITHOUT ROWID`)
  await change(`CREATE INDEX ticket_topic_user ON ticket_topic (user_id)`)
  // How many of each kind wait: read at every search, and told to those who wait.
  await change(`CREATE TABLE line_kind (
    kind INTEGER PRIMARY KEY,
    waiting INTEGER NOT NULL
  ) STRICT`)
  await change(`INSERT INTO line_kind SELECT kind, count(*) FROM ticket GROUP BY kind`)
  await change(`CREATE TRIGGER ticket_comes AFTER INSERT ON ticket BEGIN
    INSERT INTO line_kind VALUES (new.kind, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
  END`)
  await change(`CREATE TRIGGER ticket_changes AFTER UPDATE OF kind ON ticket WHEN old.kind <> new.kind BEGIN
    UPDATE line_kind SET waiting = waiting - 1 WHERE kind = old.kind;
    DELETE FROM line_kind WHERE kind = old.kind AND waiting = 0;
    INSERT INTO line_kind VALUES (new.kind, 1) ON CONFLICT DO UPDATE SET waiting = waiting + 1;
  END`)
  await change(`CREATE TRIGGER ticket_goes AFTER DELETE ON ticket BEGIN
    UPDATE line_kind SET waiting = waiting - 1 WHERE kind = old.kind;
    DELETE FROM line_kind WHERE kind = old.kind AND waiting = 0;
  END`)
  // How long those waited who were paired: by wishes, ten minutes and length, never by person.
  await change(`CREATE TABLE wait_count (
    wish TEXT NOT NULL,
    slot INTEGER NOT NULL,
    bucket INTEGER NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (wish, slot, bucket)
  ) STRICT, WITHOUT ROWID`)
  await change(`CREATE INDEX wait_count_slot ON wait_count (slot)`)

  await change(`ALTER TABLE room ADD COLUMN topics INTEGER NOT NULL DEFAULT 0`)
  await change(`ALTER TABLE seat ADD COLUMN handle BLOB`)
  await change(`ALTER TABLE seat ADD COLUMN rated TEXT`)
  await change(`ALTER TABLE outbox ADD COLUMN mark TEXT`)

  // Who met: the keyed hash of the pair, and of each of the two in this room. Users stand here only when they ask to meet again.
  await change(`CREATE TABLE past_room (
    room_id INTEGER PRIMARY KEY,
    pair BLOB NOT NULL,
    ended_at INTEGER NOT NULL,
    member_0 BLOB NOT NULL,
    member_1 BLOB NOT NULL,
    pseudonym_0 BLOB NOT NULL,
    pseudonym_1 BLOB NOT NULL,
    wants_0 INTEGER REFERENCES user (id) ON DELETE SET NULL,
    wants_1 INTEGER REFERENCES user (id) ON DELETE SET NULL,
    due INTEGER NOT NULL DEFAULT 0,
    met INTEGER NOT NULL DEFAULT 0,
    rated_0 INTEGER NOT NULL DEFAULT 0,
    rated_1 INTEGER NOT NULL DEFAULT 0
  ) STRICT`)
  await change(`CREATE INDEX past_room_pair ON past_room (pair)`)
  await change(`CREATE INDEX past_room_ended ON past_room (ended_at)`)
  // Both would meet again, and may have become free.
  await change(`CREATE INDEX past_room_due ON past_room (due) WHERE due = 1`)
  await change(`CREATE INDEX past_room_wants_0 ON past_room (wants_0) WHERE wants_0 IS NOT NULL`)
  await change(`CREATE INDEX past_room_wants_1 ON past_room (wants_1) WHERE wants_1 IS NOT NULL`)
}
