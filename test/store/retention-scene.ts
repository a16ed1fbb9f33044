import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { retention } from '../../src/core/retention.ts'
import { createStoreScene } from '../support/store-scene.ts'

export const tables = Object.keys(retention) as (keyof typeof retention)[]

/** The first that two strangers get. */
export const room = 1

/** A database that grows old, and what a thief would find in it. */
export async function setUp() {
  const scene = await createStoreScene()
  const { folder, clock, store, does, count } = scene
  const file = path.join(folder, 'data', 'test.db')
  return {
    ...scene,
    counts: (): Readonly<Record<string, unknown>> =>
      Object.fromEntries(tables.map((table) => [table, count(table)])),
    meet: () => scene.meet('a', 'b'),
    says: (text: string) => scene.says('a', text),
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
