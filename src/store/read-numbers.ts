import type Sqlite from 'better-sqlite3'
import type { Platform } from '../core/platform.ts'
import type { Keyring } from '../keyring.ts'
import { databaseOn } from './database.ts'
import type { Numbers } from './store.ts'

const minuteMs = 60_000
const dayMinutes = 1440

/** Bounded queries on the read-only connection: a reader never waits for the relay, nor the relay for a reader. */
export function createNumbersReader(
  sqlite: Sqlite.Database,
  keyring: Keyring,
): (now: number) => Numbers {
  const { query, prepare } = databaseOn(sqlite, keyring, () => 0)
  const lineAndRooms = prepare((_: object) =>
    query
      .selectNoFrom(({ selectFrom }) => [
        selectFrom('line_kind')
          .select(({ fn }) => fn.sum<number | null>('waiting').as('n'))
          .as('waiting'),
        selectFrom('seat')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .where('open', '=', 1)
          .as('chatting'),
        selectFrom('outbox')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .as('depth'),
        selectFrom('outbox')
          .select(({ fn }) => fn.min('created_at').as('n'))
          .as('oldest'),
      ])
      .compile(),
  )
  const counted = prepare((a: { from: number }) =>
    query
      .selectFrom('counter')
      .select(['minute', 'name', 'value'])
      .where('minute', '>=', a.from)
      .orderBy('minute')
      .compile(),
  )

  return (now) => {
    const minute = Math.floor(now / minuteMs)
    const midnight = minute - (minute % dayMinutes)
    const state = lineAndRooms.get({})
    const counts = counted.all({ from: Math.min(midnight, minute - 60) })
    const today = counts.filter((row) => row.minute >= midnight)
    const messages = counts.flatMap((row) => {
      const platform = platformOf(row.name)
      return platform ? [{ minute: row.minute, platform, count: row.value }] : []
    })
    return {
      waiting: state?.waiting ?? 0,
      chatting: state?.chatting ?? 0,
      roomsToday: sum(today.filter(({ name }) => name === 'room').map(({ value }) => value)),
      messagesToday: sum(
        messages.filter((row) => row.minute >= midnight).map(({ count }) => count),
      ),
      outboxDepth: state?.depth ?? 0,
      outboxOldestAt: state?.oldest ?? undefined,
      perMinute: messages.filter((row) => row.minute > minute - 60),
    }
  }
}

function platformOf(counter: string): Platform | undefined {
  switch (counter) {
    case 'message-telegram':
      return 'telegram'
    case 'message-discord':
      return 'discord'
    default:
      return undefined
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
