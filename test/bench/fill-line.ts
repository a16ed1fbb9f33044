import type Sqlite from 'better-sqlite3'
import { address } from '../../src/core/address.ts'
import type { Sender } from '../../src/core/inbound.ts'
import type { Platform } from '../../src/core/platform.ts'
import type { UserId } from '../../src/core/room.ts'
import type { Keyring } from '../../src/keyring.ts'
import { databaseOn } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { createParts } from '../../src/store/parts.ts'
import {
  blockedCircle,
  drawMan,
  drawWaiting,
  drawWoman,
  inCircle,
  type LinePerson,
  unheardOf,
} from './line-people.ts'
import { multiplyLine } from './multiply-line.ts'
import { createRandom } from '../storm/random.ts'

/** Users who do not wait yet, the same in every line. */
export interface Newcomers {
  readonly men: readonly UserId[]
  readonly women: readonly UserId[]
  /** Nobody who waits speaks what they speak. */
  readonly foreign: readonly UserId[]
  /** Whoever of their kind waits has blocked them. */
  readonly blocked: readonly UserId[]
}

export interface FilledLine extends Newcomers {
  /** A minute after the last one came: all wishes have given way. */
  readonly now: number
  /** Those who wait have the numbers from here on. */
  readonly firstWaiting: UserId
}

const perCommit = 50_000
const moulds = 5000
const pool = { men: 200, foreign: 20, blocked: 5 }
const minuteMs = 60_000

export const senderOf = (platform: Platform, user: UserId): Sender => {
  const id = String(1_000_000_000 + user)
  return { platform, id, address: address(id) }
}

/** A line that grows; `reached` is called at each size with a file that is whole, in ascending order. */
export async function fillLine(
  file: string,
  keyring: Keyring,
  sizes: readonly number[],
  women: number,
  reached: (size: number) => void,
): Promise<FilledLine> {
  const sqlite = openDatabase(file)
  await migrate(sqlite)
  sqlite.pragma('journal_mode = MEMORY')
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -400000')
  sqlite.pragma('secure_delete = OFF')
  sqlite.pragma('foreign_keys = OFF')
  const most = Math.max(...sizes)
  const start = Date.now() - most - 2 * minuteMs
  const now = start + most + minuteMs
  const enter = enterer(sqlite, keyring)
  const draw = createRandom(most).next
  const drawn = (count: number, person: () => LinePerson): readonly UserId[] =>
    Array.from({ length: count }, () => enter.user(person()))

  sqlite.exec('BEGIN')
  const newcomers: Newcomers = {
    men: drawn(pool.men, () => drawMan(draw)),
    women: drawn(women, () => drawWoman(draw)),
    foreign: drawn(pool.foreign, () => ({ ...drawWoman(draw), languages: [unheardOf] })),
    blocked: drawn(pool.blocked, () => inCircle(draw)),
  }
  const row = { first: enter.next(), start }
  // A block of people is drawn one by one, and whoever comes later is like one of them.
  const drawnAtMost = Math.min(moulds, most)
  let size = 0
  const growTo = (wanted: number): void => {
    for (; size < Math.min(wanted, drawnAtMost); size += 1) {
      const person = drawWaiting(size, draw)
      enter.ticket(enter.user(person), person, start + size, now)
      if (size === blockedCircle - 1) enter.blocks(row.first, newcomers.blocked)
    }
    for (; size < wanted; size = Math.min(size + perCommit, wanted)) {
      const like = { from: blockedCircle, count: moulds - blockedCircle }
      multiplyLine(sqlite, row, like, { from: size, to: Math.min(size + perCommit, wanted) })
      sqlite.exec('COMMIT; BEGIN')
    }
  }
  for (const wanted of sizes) {
    growTo(wanted)
    sqlite.exec('COMMIT')
    reached(wanted)
    sqlite.exec('BEGIN')
  }
  sqlite.exec('COMMIT')
  sqlite.close()
  return { ...newcomers, now, firstWaiting: row.first }
}

/** What joining leaves behind, without what it looks up on the way. */
function enterer(sqlite: Sqlite.Database, keyring: Keyring) {
  const parts = createParts(
    databaseOn(sqlite, keyring, () => 0),
    () => [],
  )
  const lane = sqlite.prepare('INSERT INTO lane (platform, address, orphan) VALUES (?, ?, 0)')
  const row = sqlite.prepare(
    `INSERT INTO user (id, identity, platform, accepted, gender, seeking, locale, platform_wish, created_on)
     VALUES (?, ?, ?, 1, ?, ?, 'en', ?, 0)`,
  )
  const block = sqlite.prepare('INSERT OR IGNORE INTO blocked_pair (pair) VALUES (?)')
  let last = 0
  return {
    user({ platform, gender, seeking, platformWish, languages, interests }: LinePerson): UserId {
      last += 1
      const { id, address: place } = senderOf(platform, last)
      const identity = keyring.hash('identity', `${platform} ${id}`)
      lane.run(platform, keyring.seal(place))
      row.run(last, identity, platform, gender, seeking, platformWish)
      parts.portraits.set(last, { bio: '', languages, interests })
      return last
    },
    ticket(user: UserId, person: LinePerson, since: number, now: number): void {
      const interests = parts.line.topics.interestsOf(person.interests)
      const ticket = { ...person, user, since, interests, standing: 0, widened: false }
      parts.line.open(ticket, since)
      parts.line.markTried(ticket, now)
    },
    /** The number of whoever comes next. */
    next: (): UserId => last + 1,
    /** Each of the circle, which begins with `first`, blocks each and these newcomers. */
    blocks(first: UserId, newcomers: readonly UserId[]): void {
      const circle = [...Array.from({ length: blockedCircle }, (_, at) => first + at), ...newcomers]
      for (const one of circle)
        for (const other of circle.filter((user) => user > one))
          block.run(parts.blocks.pairOf(one, other))
    },
  }
}
