import Sqlite from 'better-sqlite3'
import { mkdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { silentLog } from '../../src/log.ts'
import { createComposer } from '../../src/service/compose.ts'
import { createInbox } from '../../src/service/inbox.ts'
import type { Store } from '../../src/store/store.ts'
import { DatabaseFailure } from '../../src/store/store-error.ts'
import type { Effects } from '../../src/store/write.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { answers, command, createService, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** An inbox of its own on the service's store, which tells what it logs. */
function inboxOn(store: Store, committed: (effects: Effects) => void = () => {}) {
  const logged: string[] = []
  const inbox = createInbox({
    store,
    composer: createComposer({
      operatorContact: 'hello@passerby.example',
      capabilities: { telegram: telegramCapabilities, discord: telegramCapabilities },
    }),
    clock: { now: () => Date.UTC(2026, 0, 5, 12), after: () => () => {} },
    log: { ...silentLog, error: (_, sentence) => logged.push(sentence) },
    committed,
  })
  return { inbox, logged }
}

test('a damaged row of one person stops neither the others nor what that person does next', async () => {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  await service.hear(...answers('tia'))
  const hand = new Sqlite(path.join(folder, 'data', 'test.db'))
  hand.exec('UPDATE lane SET address = zeroblob(40)')
  const damaged = command('tia', 'help')
  await service.inbox.receive([damaged, command('dan', 'help')])
  // Both are remembered, so that neither is dealt with again.
  await service.inbox.receive([damaged])
  expect(hand.prepare(`SELECT error FROM seen WHERE error IS NOT NULL`).all()).toHaveLength(1)
  hand.close()
  await service.rest()
  expect(service.adapter.arrived('dan')).toHaveLength(1)
})

test('while the keys cannot be written receive rejects as for the database, and the same is taken in later', async () => {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  await service.meet('tia', 'dan')
  service.clock.advance(3_600_000)
  const draft = path.join(folder, 'keys', 'content.json.new')
  mkdirSync(draft)
  const batch = [command('new', 'start'), text('tia', 'hello')]
  await expect(service.inbox.receive(batch)).rejects.toBeInstanceOf(DatabaseFailure)
  rmdirSync(draft)
  await service.hear(...batch)
  expect(service.adapter.arrived('new')).toHaveLength(1)
  expect(service.adapter.arrived('dan').at(-1)).toBe('hello')
})

test('receive rejects for the database alone, whatever else fails, and the failure is logged', async () => {
  const { store } = await createService()
  const broken = async (): Promise<never> => {
    throw new TypeError('ours')
  }
  const first = inboxOn({ ...store, takeIn: broken, giveUp: broken })
  await first.inbox.receive([command('tia', 'help')])
  expect(first.logged).toHaveLength(2)

  const second = inboxOn(store, () => {
    throw new TypeError('ours')
  })
  await second.inbox.receive([command('tia', 'help')])
  expect(second.logged).toHaveLength(1)

  const third = inboxOn({
    ...store,
    takeIn: broken,
    giveUp: async () => {
      throw new DatabaseFailure('disk full')
    },
  })
  await expect(third.inbox.receive([command('tia', 'help')])).rejects.toBeInstanceOf(
    DatabaseFailure,
  )
})
