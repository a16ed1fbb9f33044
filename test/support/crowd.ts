import Sqlite from 'better-sqlite3'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { decide } from '../../src/core/decide.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import { schedule } from '../../src/core/schedule.ts'
import { kindsAgree } from '../../src/core/ticket-kind.ts'
import { silentPairing } from './pairing-plan.ts'
import type { CompleteProfile } from '../../src/core/profile.ts'
import { openKeyring } from '../../src/keyring.ts'
import { createComposer } from '../../src/service/compose.ts'
import { must } from '../../src/lib/must.ts'
import { createManualClock } from './manual-clock.ts'
import { openStore } from './open-store.ts'
import { command, tap } from './service.ts'

/** Nobody insists on anything any more. */
const longestInsistenceMs = Math.max(...Object.values(schedule).map(({ forMs }) => forMs))

/** What somebody of a crowd does, or the matchmaker. */
export type Move =
  | {
      readonly kind: 'join'
      readonly who: number
      readonly wish: CompleteProfile
    }
  | { readonly kind: 'find' | 'leave' | 'next' | 'block' | 'forgetme'; readonly who: number }
  /** Taps the yes to blocking whom they met in one of their rooms so far. */
  | { readonly kind: 'block-earlier'; readonly who: number; readonly room: number }
  | { readonly kind: 'pair' }

type Happening = { readonly kind: 'met' | 'blocked'; readonly room: number }

const wordless = { operatorContact: 'hello@passerby.example' }
const pairKey = (names: readonly string[]): string => names.toSorted().join(' and ')

/** Decisions and the real store, without deliveries: who meets whom, who blocks whom, and what the database says of it in the end. */
export async function createCrowd(folder: string) {
  const clock = createManualClock()
  const store = await openStore(folder, { clock })
  const capabilities = { telegram: telegramCapabilities, discord: telegramCapabilities }
  const composer = createComposer({ ...wordless, capabilities })
  const keyring = openKeyring({
    identityKeysFile: path.join(folder, 'keys', 'identity.json'),
    contentKeysFile: path.join(folder, 'keys', 'content.json'),
    belongsToDatabase: true,
  })
  const hand = new Sqlite(path.join(folder, 'data', 'test.db'))
  // Seats forget whose they were; who sat where is noted at the moment.
  hand.exec(`CREATE TABLE seat_log (room INTEGER, identity BLOB);
    CREATE INDEX seat_log_room ON seat_log (room);
    CREATE INDEX seat_log_identity ON seat_log (identity, room);
    CREATE TRIGGER seat_logged AFTER INSERT ON seat BEGIN
      INSERT INTO seat_log SELECT new.room_id, identity FROM user WHERE id = new.user_id;
    END`)
  onTestFinished(async () => {
    hand.close()
    await store[Symbol.asyncDispose]()
  })
  const select = <Row>(sql: string): Sqlite.Statement<unknown[], Row> =>
    hand.prepare<unknown[], Row>(sql)
  const seatsOf = select<Buffer>('SELECT identity FROM seat_log WHERE room = ?').pluck()
  const roomsOf = select<number>(
    'SELECT room FROM seat_log WHERE identity = ? ORDER BY room',
  ).pluck()
  const openSeats = select<{ room: number; identity: Buffer }>(
    'SELECT room_id AS room, identity FROM seat JOIN user ON user.id = user_id WHERE open = 1',
  )
  const tickets = select<{
    user: number
    identity: Buffer
    kind: number
  }>(`SELECT user_id AS user, identity, kind FROM ticket JOIN user ON user.id = user_id`)
  let crowds = 0
  let rooms = 0

  return function gather(size: number) {
    crowds += 1
    const ids = Array.from({ length: size }, (_, i) => `${crowds}-${i}`)
    const names = new Map(
      ids.map((id) => [keyring.hash('identity', `telegram ${id}`).toString('hex'), id]),
    )
    const nameOf = (identity: Buffer): string =>
      must(names.get(identity.toString('hex')), 'nobody of an earlier crowd is left')
    const happened: Happening[] = []

    const hear = (inbound: Inbound): Promise<unknown> =>
      store.takeIn(inbound, (situation) => {
        const changes = decide(situation, inbound)
        for (const change of changes)
          if (change.kind === 'block') happened.push({ kind: 'blocked', room: change.room })
        const writes = composer.compose(
          changes,
          { platform: 'telegram', locale: 'en' },
          situation.room,
        )
        // Everything that is said has arrived at once, so that nothing keeps a lane.
        return writes.filter(({ kind }) => kind !== 'post')
      })
    const pair = () =>
      store.pairDue(
        silentPairing(clock.now(), () => {
          rooms += 1
          happened.push({ kind: 'met', room: rooms })
          return rooms
        }),
      )

    const eventsOf = (move: Exclude<Move, { kind: 'pair' }>): readonly Inbound[] => {
      const id = ids[move.who % size] ?? ''
      switch (move.kind) {
        case 'join':
          return [
            tap(id, { kind: 'age', adult: true }),
            tap(id, { kind: 'gender', gender: move.wish.gender }),
            tap(id, { kind: 'seeking', seeking: move.wish.seeking }),
            command(id, 'find'),
          ]
        case 'leave':
          return [command(id, 'stop')]
        case 'find':
        case 'next':
        case 'block':
          return [command(id, move.kind)]
        case 'forgetme':
          return [command(id, 'forgetme'), tap(id, { kind: 'confirm-forget' })]
        case 'block-earlier': {
          const past = roomsOf.all(keyring.hash('identity', `telegram ${id}`))
          const room = past[move.room % Math.max(1, past.length)]
          return room === undefined ? [] : [tap(id, { kind: 'confirm-block', room })]
        }
      }
    }
    const isPerson = (move: Move): move is Exclude<Move, { kind: 'pair' }> => move.kind !== 'pair'

    return {
      /** What comes in one turn shares a commit, in its order. */
      async together(moves: readonly Move[]): Promise<void> {
        clock.advance(1000)
        await Promise.all(
          moves.flatMap((move) => (isPerson(move) ? eventsOf(move).map(hear) : [pair()])),
        )
        await store.sweep({ now: clock.now(), quiet: () => [], expired: () => [] })
      },
      async pairAll(): Promise<void> {
        clock.advance(longestInsistenceMs)
        while ((await pair()).more);
      },
      async disperse(): Promise<void> {
        await Promise.all(ids.map((id) => hear(command(id, 'stop'))))
      },
      /** Everything that is not as it has to be. */
      troubles(): readonly string[] {
        const troubles: string[] = []
        const apart = new Set<string>()
        for (const { kind, room } of happened) {
          const key = pairKey(seatsOf.all(room).map(nameOf))
          if (kind === 'blocked') apart.add(key)
          else if (apart.has(key)) troubles.push(`${key} meet although one has blocked the other`)
        }
        const seats = openSeats
          .all()
          .map(({ room, identity }) => ({ room, name: nameOf(identity) }))
        for (const [room, sitting = []] of Object.entries(
          Object.groupBy(seats, (seat) => seat.room),
        )) {
          const key = pairKey(sitting.map(({ name }) => name))
          if (new Set(sitting.map(({ name }) => name)).size !== 2)
            troubles.push(`room ${room} is open with ${key}`)
          if (apart.has(key))
            troubles.push(`${key} are together although one has blocked the other`)
        }
        const chatting = seats.map(({ name }) => name)
        if (new Set(chatting).size < chatting.length) troubles.push('somebody is in two rooms')
        for (const { identity } of tickets.all())
          if (chatting.includes(nameOf(identity))) troubles.push('somebody waits in a room')
        return troubles
      },
      /** Two who wait and may meet, when everybody has been tried. */
      waitingInVain(): readonly string[] {
        const apart = new Set(
          happened
            .filter(({ kind }) => kind === 'blocked')
            .map(({ room }) => pairKey(seatsOf.all(room).map(nameOf))),
        )
        const waiting = tickets.all().map(({ kind, identity }) => ({
          kind,
          name: nameOf(identity),
        }))
        return waiting.flatMap((one, i) =>
          waiting
            .slice(i + 1)
            .filter((other) => kindsAgree(one.kind, other.kind))
            .map((other) => pairKey([one.name, other.name]))
            .filter((key) => !apart.has(key)),
        )
      },
      /** Shows that a run has had something to say. */
      counts: () => ({
        met: happened.filter(({ kind }) => kind === 'met').length,
        blocked: happened.filter(({ kind }) => kind === 'blocked').length,
      }),
    }
  }
}
