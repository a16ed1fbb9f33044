import Sqlite from 'better-sqlite3'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { address, ref } from '../../src/core/address.ts'
import type { Inbound } from '../../src/core/inbound.ts'
import type { Profile } from '../../src/core/profile.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { Write } from '../../src/store/write.ts'
import { createManualClock } from './manual-clock.ts'
import { silentPairing } from './pairing-plan.ts'
import { openStore, type OpenOptions } from './open-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

let events = 0
const anyone: Profile = { gender: 'unsaid', seeking: 'anyone' }

export const notice = (text: string): Extract<Write, { kind: 'post' }> => ({
  kind: 'post',
  to: 'sender',
  actions: [{ kind: 'send', text: plain(text), buttons: [], replyTo: undefined }],
  once: undefined,
  mark: undefined,
})

/** What somebody does, as an adapter tells it. */
export function deed(id: string, seenKey = `event ${(events += 1)}`): Inbound {
  return {
    sender: { platform: 'telegram', id, address: address(id) },
    seenKey,
    position: `position ${events}`,
    event: { kind: 'command', command: 'find', replyTo: undefined },
  }
}

/** A store without services, and a second hand that looks into its database and may damage it. */
export async function createStoreScene(
  folder = temporaryFolder(),
  clock = createManualClock(),
  options: OpenOptions = {},
) {
  const store = await openStore(folder, { clock, ...options })
  const hand = new Sqlite(path.join(folder, 'data', 'test.db'))
  let isClosed = false
  const close = async (): Promise<void> => {
    if (isClosed) return
    isClosed = true
    hand.close()
    await store[Symbol.asyncDispose]()
  }
  onTestFinished(close)

  const does = async (id: string, ...writes: readonly Write[]): Promise<void> =>
    void (await store.takeIn(deed(id), () => writes))
  const joins = (id: string, profile: Profile = anyone): Promise<void> =>
    does(
      id,
      { kind: 'create-user' },
      { kind: 'accept-rules' },
      { kind: 'set-profile', profile },
      { kind: 'open-ticket' },
    )
  let room = 0
  return {
    folder,
    clock,
    store,
    hand,
    close,
    does,
    /** Somebody new begins to wait. */
    joins,
    count: (table: string, where = 'true'): unknown =>
      hand.prepare(`SELECT count(*) FROM "${table}" WHERE ${where}`).pluck().get(),
    /** Two strangers in a room, which is returned. The first two of all are users 1 and 2. */
    async meet(a: string, b: string): Promise<number> {
      await joins(a)
      await joins(b)
      room += 1
      await store.pairDue(silentPairing(clock.now(), () => room))
      return room
    },
    /** User 1 to user 2. */
    says: (id: string, text: string, author = 1, to = 2, inRoom = 1): Promise<void> =>
      does(id, {
        kind: 'say',
        to,
        laid: [
          { part: 0, action: { kind: 'send', text: plain(text), buttons: [], replyTo: undefined } },
        ],
        message: {
          room: inRoom,
          author,
          platform: 'telegram',
          origin: { kind: 'single', ref: ref(`${id}/${text}`), words: text },
        },
      }),
  }
}
