import Sqlite from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { address, ref } from '../../src/core/address.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import { retention } from '../../src/core/retention.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { Write } from '../../src/store/write.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentPairing } from '../support/pairing-plan.ts'
import { openStore } from '../support/open-store.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

export const tables = Object.keys(retention) as (keyof typeof retention)[]

/** A database that grows old, and what a thief would find in it. */
export async function setUp() {
  const clock = createManualClock()
  const folder = temporaryFolder()
  const store = await openStore(folder, { clock })
  const file = path.join(folder, 'data', 'test.db')
  const reader = new Sqlite(file, { readonly: true })
  onTestFinished(async () => {
    reader.close()
    await store[Symbol.asyncDispose]()
  })
  let events = 0
  const inbound = (id: string): Inbound => ({
    sender: { platform: 'telegram', id, address: address(id) },
    seenKey: `event ${(events += 1)}`,
    position: `position ${events}`,
    event: { kind: 'command', command: 'find', replyTo: undefined },
  })
  const counts = (): Readonly<Record<string, unknown>> =>
    Object.fromEntries(
      tables.map((table) => [
        table,
        reader.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(),
      ]),
    )
  const does = async (id: string, ...writes: readonly Write[]): Promise<void> =>
    void (await store.takeIn(inbound(id), () => writes))
  const waits = (id: string): Promise<void> =>
    does(
      id,
      { kind: 'create-user' },
      { kind: 'accept-rules' },
      { kind: 'set-profile', profile: { gender: 'unsaid', seeking: 'anyone' } },
      { kind: 'open-ticket' },
    )
  const room = 4711
  const pair = async (): Promise<void> => {
    await store.pairDue(silentPairing(clock.now(), () => room))
    expect(counts()).toMatchObject({ room: 1, ticket: 0 })
  }
  return {
    clock,
    store,
    reader,
    counts,
    does,
    /** Two strangers in a room, users 1 and 2. */
    async meet(): Promise<void> {
      await waits('a')
      await waits('b')
      await pair()
    },
    says: (text: string): Promise<void> =>
      does('a', {
        kind: 'say',
        to: 2,
        laid: [
          { part: 0, action: { kind: 'send', text: plain(text), buttons: [], replyTo: undefined } },
        ],
        message: {
          room,
          author: 1,
          platform: 'telegram',
          origin: { kind: 'single', ref: ref(`a/${text}`), words: 'said' },
        },
      }),
    ends: (): Promise<void> => does('a', { kind: 'close-room', room, reason: 'left' }),
    /** Time passes, and a minute's upkeep is done. */
    async ages(ms: number): Promise<void> {
      clock.advance(ms)
      await store.sweep({ now: clock.now(), quiet: () => [], expired: () => [] })
      store.destroyOldKeys(clock.now())
      store.checkpoint()
    },
    /** The files of the database as a thief finds them. */
    bytes: (): string =>
      [file, `${file}-wal`]
        .filter((name) => existsSync(name))
        .map((name) => readFileSync(name, 'latin1'))
        .join(''),
    contentHours: (): readonly string[] => {
      const keys: unknown = JSON.parse(
        readFileSync(path.join(folder, 'keys', 'content.json'), 'utf8'),
      )
      return typeof keys === 'object' && keys !== null && 'hours' in keys
        ? Object.keys(keys.hours as object)
        : []
    },
  }
}
