import Sqlite from 'better-sqlite3'
import { limits } from '../../src/core/limits.ts'
import { type Language } from '../../src/core/language.ts'
import type { Platform } from '../../src/core/platform.ts'
import type { Gender, Seeking } from '../../src/core/profile.ts'
import type { PlatformWish, Portrait } from '../../src/core/settings.ts'
import type { Keyring } from '../../src/keyring.ts'
import type { Waiting, Wishes } from './hard-rules.ts'

/** Somebody who took a seat, as they were at that moment. */
export interface Seated extends Wishes {
  readonly identity: Buffer
  readonly accepted: number
}

interface UserRow {
  readonly identity: Buffer
  readonly accepted: number
  readonly gender: Gender
  readonly seeking: Seeking
  readonly platform: Platform
  readonly platformWish: PlatformWish
}

interface TicketRow extends UserRow {
  readonly since: number
  readonly widened: number
  readonly locale: Language | null
  readonly portrait: Buffer | null
}

/** Seats forget whose they were, and tickets go; both are noted inside the transaction, so that what is rolled back or cut off is not. */
const notesOnTheSide = `
  CREATE TABLE crowd_ticket (user_id INTEGER PRIMARY KEY, widened INTEGER);
  CREATE TRIGGER crowd_ticket_goes AFTER DELETE ON ticket BEGIN
    INSERT OR REPLACE INTO crowd_ticket VALUES (old.user_id, old.widened);
  END;
  CREATE TABLE crowd_seat (room INTEGER, identity BLOB, accepted INTEGER, gender TEXT, seeking TEXT, platform TEXT, platformWish TEXT,
    widened INTEGER);
  CREATE INDEX crowd_seat_room ON crowd_seat (room);
  CREATE INDEX crowd_seat_identity ON crowd_seat (identity, room);
  CREATE TRIGGER crowd_seat_taken AFTER INSERT ON seat BEGIN
    INSERT INTO crowd_seat SELECT new.room_id, identity, accepted, gender, seeking, platform, platform_wish,
      (SELECT widened FROM crowd_ticket WHERE user_id = new.user_id) FROM user WHERE id = new.user_id;
  END;`

/** What the database says, read by hand. */
export type Records = ReturnType<typeof readRecords>
/** Somebody in line. */
export type InLine = ReturnType<Records['waiting']>[number]

export function readRecords(file: string, keyring: Keyring) {
  const hand = new Sqlite(file)
  const select = <Row>(sql: string): Sqlite.Statement<unknown[], Row> =>
    hand.prepare<unknown[], Row>(sql)
  const user = `accepted, gender, seeking, platform, platform_wish AS platformWish`
  hand.exec(
    hand.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'crowd_seat'`).get()
      ? ''
      : notesOnTheSide,
  )
  const seated = select<Omit<Seated, 'widened'> & { readonly widened: number | null }>(
    'SELECT * FROM crowd_seat WHERE room = ?',
  )
  const roomsOf = select<number>(
    'SELECT room FROM crowd_seat WHERE identity = ? ORDER BY room',
  ).pluck()
  const lastRoom = select<number | null>('SELECT max(room) FROM crowd_seat').pluck()
  const tickets = select<TicketRow>(
    `SELECT since, widened, identity, ${user}, locale, body AS portrait FROM ticket
      JOIN user ON user.id = ticket.user_id LEFT JOIN portrait ON portrait.user_id = user.id`,
  )
  const openSeats = select<{ room: number; identity: Buffer | null }>(
    `SELECT room_id AS room, identity FROM seat LEFT JOIN user ON user.id = user_id WHERE open = 1`,
  )
  const openRooms = select<number>('SELECT id FROM room WHERE ended_at IS NULL').pluck()
  const isKnown = select<number>('SELECT 1 FROM user WHERE identity = ?').pluck()
  const lastMet = select<number | null>(
    `SELECT max(ended_at) FROM crowd_seat one JOIN crowd_seat other ON other.room = one.room AND other.identity = ?
      JOIN past_room ON past_room.room_id = one.room WHERE one.identity = ?`,
  ).pluck()
  const leftInLine = select<number>(
    `SELECT (SELECT count(*) FROM ticket) + (SELECT count(*) FROM ticket_topic) + (SELECT count(*) FROM line_kind)`,
  ).pluck()
  const deliver = hand.prepare('DELETE FROM outbox')
  const disperse = ['user', 'lane', 'room', 'past_room', 'crowd_seat', 'crowd_ticket'].map(
    (table) => hand.prepare(`DELETE FROM ${table}`),
  )

  const portraitOf = (row: TicketRow): Pick<Waiting, 'languages' | 'interests'> => {
    const portrait =
      row.portrait === null ? undefined : (JSON.parse(keyring.open(row.portrait)) as Portrait)
    const languages = portrait?.languages ?? []
    return {
      languages: languages.length > 0 ? languages : [portrait?.appLanguage ?? row.locale ?? 'en'],
      interests: portrait?.interests ?? [],
    }
  }

  return {
    seated: (room: number): readonly Seated[] =>
      seated.all(room).map((row) => ({ ...row, widened: row.widened === 1 })),
    roomsOf: (identity: Buffer): readonly number[] => roomsOf.all(identity),
    lastRoom: (): number => lastRoom.get() ?? 0,
    waiting: (nameOf: (identity: Buffer) => string) =>
      tickets.all().map((row) => ({
        ...row,
        ...portraitOf(row),
        widened: row.widened === 1,
        name: nameOf(row.identity),
      })),
    openSeats: () => openSeats.all(),
    openRooms: (): readonly number[] => openRooms.all(),
    isKnown: (identity: Buffer): boolean => isKnown.get(identity) !== undefined,
    haveMet: (one: Buffer, other: Buffer, now: number): boolean =>
      (lastMet.get(one, other) ?? -Infinity) > now - limits.pastRoomMs,
    leftInLine: (): number => leftInLine.get() ?? 0,
    /** What was to be said has arrived. */
    deliver: (): void => void deliver.run(),
    /** Everybody is gone for good. */
    disperse: hand.transaction((): void => {
      for (const statement of disperse) statement.run()
    }),
    close: (): void => void hand.close(),
  }
}
