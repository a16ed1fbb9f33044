import { type Kysely, sql } from 'kysely'

/** Edits, deletions and reactions: what they need to know of the messages they are about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const alter = async (statement: string): Promise<void> => {
    await sql.raw(statement).execute(db)
  }
  // Every copy before this one was made by a message whose words are not known any more.
  await alter(`ALTER TABLE copy ADD COLUMN original INTEGER NOT NULL DEFAULT 0`)
  await alter(`ALTER TABLE copy ADD COLUMN words BLOB`)
  await alter(`ALTER TABLE outbox ADD COLUMN purpose TEXT NOT NULL DEFAULT 'send'`)
  await alter(`CREATE INDEX outbox_message ON outbox (message_id) WHERE message_id IS NOT NULL`)
  await alter(`CREATE TABLE reaction (
    message_id INTEGER NOT NULL,
    part INTEGER NOT NULL,
    holder INTEGER NOT NULL,
    emoji BLOB NOT NULL,
    PRIMARY KEY (message_id, part, holder)
  ) STRICT, WITHOUT ROWID`)
  // A reaction stands under a copy in its holder's chat, and goes with it.
  await alter(`CREATE TRIGGER reaction_goes AFTER DELETE ON copy BEGIN
    DELETE FROM reaction
      WHERE message_id = old.message_id AND part = old.part AND holder = old.holder;
  END`)
}
