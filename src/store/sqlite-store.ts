import type Sqlite from 'better-sqlite3'
import type { Inbound } from '../core/inbound.ts'
import { address } from '../core/address.ts'
import { limits } from '../core/limits.ts'
import type { Platform } from '../core/platform.ts'
import type { Clock } from '../clock.ts'
import type { Keyring } from '../keyring.ts'
import { adoptLanguage } from './adopt-language.ts'
import { applyWrites } from './apply-writes.ts'
import { Committer, rethrowKeyTrouble } from './committer.ts'
import { databaseOn } from './database.ts'
import { createDeliveries, type TellFailure } from './deliveries.ts'
import { situationOfInbound, situationOfUser } from './load-situation.ts'
import { lockDatabase } from './lock.ts'
import { migrate } from './migrate.ts'
import { assertSettings, openDatabase, openReadOnly } from './open-database.ts'
import { createParts, type Parts } from './parts.ts'
import { pairDue } from './pair-due.ts'
import { createNumbersReader } from './read-numbers.ts'
import { stamp } from './stamp.ts'
import type { Judge, Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { openTicket } from './open-ticket.ts'
import { createUpkeep } from './upkeep.ts'
import type { EndWaiting } from './waiting-messages.ts'
import { createWaitingRoom } from './waiting-room.ts'
import { type Effects, noEffects } from './write.ts'

export interface SqliteStoreOptions {
  readonly path: string
  readonly keyring: Keyring
  readonly clock: Clock
  /** Random integers in [0, 2^48). */
  readonly randomId: () => number
  /** The bots that this database belongs to. */
  readonly bots: readonly { readonly platform: Platform; readonly id: string }[]
  readonly tellFailure: TellFailure
  readonly endWaiting: EndWaiting
}

const hourMs = 3_600_000
/** A lane whose head could not be claimed is looked at again so soon. */
const claimRetryMs = 500
/** Pages given back to the disk at once: a megabyte takes some milliseconds. */
const vacuumPages = 256

/** Fails with a StoreError that says what to do when the file is locked, damaged, newer than the code, or another bot's. */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { path, keyring, clock, randomId } = options
  const lock = lockDatabase(path)
  const sqlite = openOrRelease(path, lock)
  try {
    await migrate(sqlite)
    const database = databaseOn(sqlite, keyring, randomId)
    stamp(database, options.bots)
    assertSettings(sqlite)

    const parts = createParts(database, options.endWaiting)
    refuseLostContentKeys(parts, keyring)
    parts.outbox.recover()
    // All or nothing, and on disk once: an earlier version may have left many.
    sqlite.transaction(() => {
      parts.blocks.fillPairs()
      parts.pastRooms.fill()
      for (const user of parts.line.ofEarlierVersion()) openTicket(parts, user, clock.now())
      // Nobody could answer while nobody listened.
      parts.waitingMessages.askedAnew(clock.now())
    })()
    const committer = new Committer(sqlite)
    const deliveries = createDeliveries(parts, database, options.tellFailure)
    const waitingRoom = createWaitingRoom(parts, database, committer)
    const upkeep = createUpkeep(parts, database, deliveries, committer)
    const reader = openReadOnly(path)
    const readNumbers = createNumbersReader(reader, keyring)
    const openPositions = database.prepare((a: { platform: Platform }) =>
      database.query
        .selectFrom('user')
        .innerJoin('lane', 'lane.id', 'user.id')
        .select(['lane.address', 'user.position'])
        .where('user.platform', '=', a.platform)
        .where(({ or, exists, selectFrom }) =>
          or([
            exists(
              selectFrom('ticket').select('user_id').whereRef('ticket.user_id', '=', 'user.id'),
            ),
            // Of an ended room too, as long as it is remembered: its end may not have been told yet.
            exists(selectFrom('seat').select('room_id').whereRef('seat.user_id', '=', 'user.id')),
          ]),
        )
        .compile(),
    )

    const take = (inbound: Inbound, judge: Judge, error?: string): Effects => {
      const now = clock.now()
      if (inbound.seenKey !== undefined && !parts.ledger.see(inbound.seenKey, now, error))
        return noEffects
      const isRenewed = adoptLanguage(parts, inbound, now)
      const situation = situationOfInbound(parts, inbound, now, randomId())
      const actor = { kind: 'sender', sender: inbound.sender, user: situation.user?.id } as const
      const effects = applyWrites(parts, database, actor, judge(situation), now)
      if (inbound.position === undefined && inbound.event.kind === 'typing') return effects
      const user = parts.people.find(inbound.sender)
      if (user && inbound.position !== undefined)
        parts.people.setPosition(user.id, inbound.position)
      if (user && inbound.event.kind !== 'message')
        parts.people.moveLane(user.id, inbound.sender.address)
      return { ...effects, pairingDue: effects.pairingDue || isRenewed }
    }

    return {
      takeIn: (inbound, judge) => committer.submit(() => take(inbound, judge)),
      giveUp: (inbound, error, judge) =>
        committer.submit(() => {
          const now = clock.now()
          parts.ledger.count('failure', now)
          const told = committer.attempt(() => take(inbound, judge, error))
          if ('value' in told) return told.value
          rethrowKeyTrouble(told.error)
          // What the first failure was about fails here too, such as a damaged row.
          if (inbound.seenKey !== undefined) parts.ledger.see(inbound.seenKey, now, error)
          return noEffects
        }),
      claim: (lane, admit, now) =>
        committer.submit(() => {
          const { head, told } = deliveries.claim(lane, admit, now)
          return { ...noEffects, lanes: new Set(told), next: head }
        }),
      record: (claimed, outcome, admit, now) =>
        committer.submit(() => {
          const effects = deliveries.record(claimed, outcome, now)
          // Whatever is the matter with the next one: what has arrived must not be sent again.
          const claim = committer.attempt(() => deliveries.claim(claimed.lane, admit, now))
          if ('error' in claim)
            return { ...effects, next: { kind: 'not-yet', dueAt: now + claimRetryMs } }
          const { head, told } = claim.value
          return { ...effects, lanes: new Set([...effects.lanes, ...told]), next: head }
        }),
      finishAlbums: (author, judge) =>
        committer.submit(() => {
          const now = clock.now()
          const actor = { kind: 'user', user: author } as const
          const writes = judge(situationOfUser(parts, author, now))
          return applyWrites(parts, database, actor, writes, now)
        }),
      gatheringAuthors: () => parts.gathered.authors(),
      busyLanes: () => parts.outbox.busyLanes(),
      pairDue: (plan) => committer.submit(() => pairDue(parts, committer, plan)),
      attend: (plan) => committer.submit(() => waitingRoom.attend(plan)),
      sweep: (plan) => committer.submit(() => upkeep.sweep(plan)),
      // The hour after the last body of an hour has expired, its key has nothing left to open.
      destroyOldKeys: (now) =>
        keyring.destroyContentKeysBefore(now - limits.deliveryExpiresMs - hourMs),
      checkpoint() {
        sqlite.pragma(`incremental_vacuum(${vacuumPages})`)
        sqlite.pragma('wal_checkpoint(TRUNCATE)')
      },
      openPositions: (platform) =>
        openPositions.all({ platform }).map((row) => ({
          address: address(keyring.open(row.address)),
          after: row.position === null ? undefined : keyring.open(row.position),
        })),
      readNumbers,
      async [Symbol.asyncDispose]() {
        await committer.submit(() => undefined)
        reader.close()
        sqlite.pragma('wal_checkpoint(TRUNCATE)')
        sqlite.close()
        lock.release()
      },
    }
  } catch (error) {
    sqlite.close()
    lock.release()
    throw error
  }
}

function openOrRelease(path: string, lock: { release(): void }): Sqlite.Database {
  try {
    return openDatabase(path)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** What waits could not be read any more; only the operator may decide that it is given up. */
function refuseLostContentKeys(parts: Parts, keyring: Keyring): void {
  const waiting = parts.outbox.busyLanes().length
  if (waiting === 0 || keyring.knowsEarlierContent) return
  const people = waiting === 1 ? 'one person' : `${waiting} people`
  throw new StoreError(
    `Messages wait for ${people}, but CONTENT_KEYS_FILE is missing. Put the file back, or create an empty one to give these messages up.`,
  )
}
