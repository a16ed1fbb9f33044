import { expect, test } from 'vitest'
import { createManualClock } from '../support/manual-clock.ts'
import { createService } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { edits, join, minute, pass, screen, second, waiting, words } from '../support/waiting.ts'

/** A service that ends and begins again on the same files, before the same people. */
async function restartable() {
  const [folder, clock] = [temporaryFolder(), createManualClock()]
  let service = await createService(undefined, folder, clock)
  const chats = { telegramChats: service.adapter.chats }
  return {
    present: () => service,
    async restart(downForMs = 0) {
      await service.stop()
      clock.advance(downForMs)
      service = await createService(undefined, folder, clock, () => {}, chats)
      await service.rest()
      return service
    },
  }
}

test('a restart in between changes nothing of it', async () => {
  const { present, restart } = await restartable()
  let service = present()
  await service.hear(...join('tia'))
  service = await restart()
  await pass(service, 10 * second)
  expect(screen(service, 'tia').at(-1)).toBe(waiting({ widened: ['new-partner'] }))
  await pass(service, 5 * second)
  service = await restart()
  expect(edits(service)).toEqual([])
  service = await restart(5 * minute)
  expect(screen(service, 'tia').at(-1)).toContain('You have waited 5 minutes.')
  await pass(service, 5 * minute)
  expect(screen(service, 'tia').at(-1)).toContain('Shall we go on')
  service = await restart()
  await pass(service, 10 * minute + second)
  expect(screen(service, 'tia').at(-1)).toBe(words({ kind: 'search-lapsed' }))
  expect(screen(service, 'tia')).toHaveLength(3)
})

test('who has been asked has the whole time to answer from the restart on: nobody listened meanwhile (8.4)', async () => {
  const { present, restart } = await restartable()
  await present().hear(...join('tia'))
  await pass(present(), 10 * minute + second)
  expect(screen(present(), 'tia').at(-1)).toContain('Shall we go on')
  const service = await restart(30 * minute)
  await pass(service, 9 * minute)
  expect(service.store.readNumbers(0).waiting).toBe(1)
  await pass(service, 2 * minute)
  expect(screen(service, 'tia').at(-1)).toBe(words({ kind: 'search-lapsed' }))
})
