import type Sqlite from 'better-sqlite3'

interface NewRow {
  readonly partner: number
  readonly user: number
  readonly room: number
  readonly message: number
  readonly key: string
  readonly hour: number
  readonly body: Buffer
  readonly now: number
}

interface NewCopy {
  readonly hash: Buffer
  readonly message: number
  readonly holder: number
  readonly room: number
  readonly ref: Buffer
  readonly now: number
}

/** What relaying a message writes, in plain SQL prepared once. */
export function rawStatements(sqlite: Sqlite.Database) {
  const begin = sqlite.prepare('BEGIN IMMEDIATE')
  const commit = sqlite.prepare('COMMIT')
  const see = sqlite.prepare('INSERT INTO seen (key, hour) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const enqueue = sqlite.prepare(
    `INSERT INTO outbox (lane_id, author, room_id, message_id, part, key, hour, body, created_at, due_at)
     VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?)`,
  )
  const copy = sqlite.prepare(
    `INSERT INTO copy (ref_hash, message_id, part, holder, room_id, ref, at)
     VALUES (?, ?, 0, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const word = sqlite.prepare('UPDATE room SET last_word_at = ?, nudged = 0 WHERE id = ?')
  const count = sqlite.prepare(
    `INSERT INTO counter (minute, name, value) VALUES (?, ?, 1)
     ON CONFLICT DO UPDATE SET value = value + 1`,
  )
  const position = sqlite.prepare('UPDATE user SET position = ? WHERE id = ?')
  const start = sqlite.prepare(
    'UPDATE outbox SET in_flight = 1, unknown_since = coalesce(unknown_since, ?) WHERE id = ?',
  )
  const remove = sqlite.prepare('DELETE FROM outbox WHERE id = ?')

  return {
    begin: (): void => void begin.run(),
    commit: (): void => void commit.run(),
    see: (key: Buffer, hour: number): void => void see.run(key, hour),
    enqueue: (a: NewRow): number =>
      Number(
        enqueue.run(a.partner, a.user, a.room, a.message, a.key, a.hour, a.body, a.now, a.now)
          .lastInsertRowid,
      ),
    copy: (a: NewCopy): void => void copy.run(a.hash, a.message, a.holder, a.room, a.ref, a.now),
    word: (at: number, room: number): void => void word.run(at, room),
    count: (minute: number, name: string): void => void count.run(minute, name),
    position: (place: Buffer, user: number): void => void position.run(place, user),
    start: (now: number, row: number): void => void start.run(now, row),
    remove: (row: number): void => void remove.run(row),
  }
}
