import type { SelectType } from 'kysely'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

type Affinity<T> = [T] extends [Buffer | null]
  ? 'BLOB'
  : [T] extends [number | null]
    ? 'INTEGER'
    : 'TEXT'
type Declared<T> = null extends T ? `${Affinity<T>} or null` : Affinity<T>

// Follows from schema.ts column by column: the compiler refuses one that is missing, too many, or of another type.
const described: {
  readonly [Table in keyof Schema]: {
    readonly [Column in keyof Schema[Table]]: Declared<SelectType<Schema[Table][Column]>>
  }
} = {
  meta: { name: 'TEXT', value: 'BLOB' },
  lane: {
    id: 'INTEGER',
    platform: 'TEXT',
    address: 'BLOB',
    orphan: 'INTEGER',
    identity: 'BLOB or null',
  },
  user: {
    id: 'INTEGER',
    identity: 'BLOB',
    platform: 'TEXT',
    accepted: 'INTEGER',
    gender: 'TEXT or null',
    seeking: 'TEXT or null',
    media_wish: 'TEXT',
    locale: 'TEXT or null',
    platform_wish: 'TEXT',
    protects: 'INTEGER',
    mutes_reactions: 'INTEGER',
    mutes_typing: 'INTEGER',
    ups: 'INTEGER',
    downs: 'INTEGER',
    position: 'BLOB or null',
    failure_noticed_at: 'INTEGER',
    created_on: 'INTEGER',
  },
  minor: { identity: 'BLOB', until: 'INTEGER', lane_id: 'INTEGER or null' },
  blocked_pair: { pair: 'BLOB' },
  portrait: { user_id: 'INTEGER', body: 'BLOB' },
  prompt: {
    ref_hash: 'BLOB',
    user_id: 'INTEGER',
    what: 'TEXT',
    at: 'INTEGER',
    open: 'INTEGER',
  },
  ticket: {
    user_id: 'INTEGER',
    kind: 'INTEGER',
    traits: 'TEXT',
    since: 'INTEGER',
    widened: 'INTEGER',
    due_at: 'INTEGER or null',
    asked_at: 'INTEGER or null',
    kept_at: 'INTEGER',
    notice_ref: 'BLOB or null',
    refresh_at: 'INTEGER or null',
    shown: 'BLOB or null',
  },
  ticket_topic: { topic: 'INTEGER', kind: 'INTEGER', since: 'INTEGER', user_id: 'INTEGER' },
  line_kind: { kind: 'INTEGER', waiting: 'INTEGER' },
  wait_count: { wish: 'TEXT', slot: 'INTEGER', bucket: 'INTEGER', value: 'INTEGER' },
  past_room: {
    room_id: 'INTEGER',
    pair: 'BLOB',
    ended_at: 'INTEGER',
    member_0: 'BLOB',
    member_1: 'BLOB',
    pseudonym_0: 'BLOB',
    pseudonym_1: 'BLOB',
    wants_0: 'INTEGER or null',
    wants_1: 'INTEGER or null',
    due: 'INTEGER',
    met: 'INTEGER',
    rated_0: 'INTEGER',
    rated_1: 'INTEGER',
  },
  room: {
    id: 'INTEGER',
    opened_at: 'INTEGER',
    last_word_at: 'INTEGER',
    nudged: 'INTEGER',
    ended_at: 'INTEGER or null',
    reason: 'TEXT or null',
    pair: 'BLOB or null',
    topics: 'INTEGER',
  },
  seat: {
    room_id: 'INTEGER',
    number: 'INTEGER',
    user_id: 'INTEGER or null',
    pseudonym: 'TEXT',
    open: 'INTEGER',
    told_at: 'INTEGER or null',
    handle: 'BLOB or null',
    rated: 'TEXT or null',
  },
  copy: {
    ref_hash: 'BLOB',
    message_id: 'INTEGER',
    part: 'INTEGER',
    holder: 'INTEGER',
    room_id: 'INTEGER',
    ref: 'BLOB',
    at: 'INTEGER',
    original: 'INTEGER',
    words: 'BLOB or null',
    files: 'BLOB or null',
  },
  gathered: {
    message_id: 'INTEGER',
    number: 'INTEGER',
    room_id: 'INTEGER',
    author: 'INTEGER',
    recipient: 'INTEGER',
    hour: 'INTEGER',
    body: 'BLOB',
    at: 'INTEGER',
  },
  held_back: {
    id: 'INTEGER',
    room_id: 'INTEGER',
    author: 'INTEGER',
    hour: 'INTEGER',
    body: 'BLOB',
    at: 'INTEGER',
  },
  reaction: {
    message_id: 'INTEGER',
    part: 'INTEGER',
    holder: 'INTEGER',
    emoji: 'BLOB',
  },
  outbox: {
    id: 'INTEGER',
    lane_id: 'INTEGER',
    author: 'INTEGER or null',
    room_id: 'INTEGER or null',
    message_id: 'INTEGER or null',
    part: 'INTEGER',
    key: 'TEXT',
    hour: 'INTEGER',
    body: 'BLOB',
    created_at: 'INTEGER',
    due_at: 'INTEGER',
    attempts: 'INTEGER',
    in_flight: 'INTEGER',
    unknowns: 'INTEGER',
    unknown_since: 'INTEGER or null',
    purpose: 'TEXT',
    mark: 'TEXT or null',
  },
  seen: { key: 'BLOB', hour: 'INTEGER', error: 'TEXT or null' },
  counter: { minute: 'INTEGER', name: 'TEXT', value: 'INTEGER' },
  activity: { id: 'INTEGER', at: 'INTEGER', kind: 'TEXT', detail: 'TEXT' },
}

test('schema.ts describes the tables and columns that the migrations make', async () => {
  const sqlite = openDatabase(path.join(temporaryFolder(), 'x.db'))
  await migrate(sqlite)
  const columns = sqlite
    .prepare<[], { table: string; name: string; type: string; isNullable: number }>(
      // A primary key never holds NULL here, whatever SQLite would allow.
      `SELECT t.name AS "table", c.name, c.type, NOT c."notnull" AND c.pk = 0 AS isNullable
      FROM sqlite_master t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'kysely_%'`,
    )
    .all()
  sqlite.close()
  const found: Record<string, Record<string, string>> = {}
  for (const { table, name, type, isNullable } of columns)
    (found[table] ??= {})[name] = isNullable === 1 ? `${type} or null` : type
  expect(found).toEqual(described)
})
