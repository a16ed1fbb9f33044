import path from 'node:path'
import type { Clock } from '../../src/clock.ts'
import type { Platform } from '../../src/core/platform.ts'
import { openKeyring } from '../../src/keyring.ts'
import { openSqliteStore } from '../../src/store/sqlite-store.ts'
import type { TellFailure } from '../../src/store/deliveries.ts'
import type { Store } from '../../src/store/store.ts'
import type { EndWaiting } from '../../src/store/waiting-messages.ts'
import { createManualClock } from './manual-clock.ts'

export interface OpenOptions {
  readonly clock?: Clock
  readonly keys?: string
  readonly bots?: readonly { readonly platform: Platform; readonly id: string }[]
  readonly belongsToDatabase?: boolean
  readonly tellFailure?: TellFailure
  readonly endWaiting?: EndWaiting
}

const ids = new Map<string, number>()

function nextId(folder: string): number {
  const id = (ids.get(folder) ?? 0) + 1
  ids.set(folder, id)
  return id
}

/** A store on a real file; ids count up, so that tests can tell them. */
export async function openStore(folder: string, options: OpenOptions = {}): Promise<Store> {
  const keys = options.keys ?? 'keys'
  return openSqliteStore({
    path: path.join(folder, 'data', 'test.db'),
    keyring: openKeyring({
      identityKeysFile: path.join(folder, keys, 'identity.json'),
      contentKeysFile: path.join(folder, keys, 'content.json'),
      belongsToDatabase: options.belongsToDatabase ?? false,
    }),
    clock: options.clock ?? createManualClock(),
    randomId: () => nextId(folder),
    bots: options.bots ?? [],
    tellFailure: options.tellFailure ?? (() => []),
    endWaiting: options.endWaiting ?? (() => []),
  })
}
