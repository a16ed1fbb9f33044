import { expect, test } from 'vitest'
import { createManualClock } from '../support/manual-clock.ts'
import { createService, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { join, minute, pass, screen, second } from '../support/waiting.ts'

// Edits and questions have a share of each second of their own (8.1, 8.4).

type Service = Awaited<ReturnType<typeof createService>>

const later = 300

const askedOf = (service: Service, id: string): boolean =>
  screen(service, id).some((said) => said.includes('Shall we go on'))
const isToldTenMinutes = (service: Service, id: string): boolean =>
  screen(service, id)[0]?.includes('You have waited 10 minutes.') === true

/** One has begun to wait ten minutes ago, all but a second, and another a little later; who is heard in between is not asked. */
async function scene(
  perSecond: { readonly edits: number; readonly questions: number },
  ...heard: readonly string[]
) {
  const service = await createService(undefined, temporaryFolder(), createManualClock(), () => {}, {
    perSecond,
  })
  await service.hear(...join('tia'))
  service.clock.advance(later)
  await service.hear(...join('eve'))
  await pass(service, 5 * minute)
  for (const id of heard) await service.hear(text(id, 'anybody?'))
  await pass(service, 5 * minute - second - later)
  return service
}

test('when no more edits are left, questions are asked all the same', async () => {
  const service = await scene({ edits: 1, questions: 10 }, 'tia')
  await pass(service, second)
  expect(isToldTenMinutes(service, 'tia')).toBe(true)
  expect(askedOf(service, 'eve')).toBe(false)
  await pass(service, later)
  expect(askedOf(service, 'eve')).toBe(true)
})

test('when no more questions are left, edits are made all the same', async () => {
  const service = await scene({ edits: 10, questions: 1 }, 'eve')
  await pass(service, second)
  expect(askedOf(service, 'tia')).toBe(true)
  expect(isToldTenMinutes(service, 'eve')).toBe(false)
  await pass(service, later)
  expect(isToldTenMinutes(service, 'eve')).toBe(true)
})

test('who is due when nothing is left has their turn a second after the one before', async () => {
  const service = await scene({ edits: 1, questions: 1 })
  await pass(service, second + later)
  expect([askedOf(service, 'tia'), askedOf(service, 'eve')]).toEqual([true, false])
  await pass(service, second - later)
  expect(askedOf(service, 'eve')).toBe(true)
})

const waiting = (service: Service): number => service.store.readNumbers(0).waiting

test('who is let go takes an edit', async () => {
  const service = await scene({ edits: 1, questions: 10 })
  await pass(service, second + later)
  await pass(service, 10 * minute - later)
  expect(waiting(service)).toBe(1)
  await pass(service, later)
  expect(waiting(service)).toBe(1)
  await pass(service, second - later)
  expect(waiting(service)).toBe(0)
})

test('who is let go takes a question', async () => {
  const service = await scene({ edits: 10, questions: 1 })
  await pass(service, second / 2)
  await service.hear(text('eve', 'anybody?'))
  await pass(service, second / 2)
  await pass(service, 10 * minute - second / 2)
  expect([askedOf(service, 'tia'), askedOf(service, 'eve')]).toEqual([true, true])
  await pass(service, second / 2)
  expect(waiting(service)).toBe(2)
  await pass(service, second / 2)
  expect(waiting(service)).toBe(1)
})

test('a look at which nobody was told anything costs nothing', async () => {
  const service = await scene({ edits: 1, questions: 1 }, 'tia')
  service.adapter.fail('tia', { kind: 'rate-limited', scope: 'lane', retryAfterMs: 2 * minute })
  await service.hear(text('tia', 'anybody?'))
  await pass(service, second)
  expect(isToldTenMinutes(service, 'tia')).toBe(false)
  await pass(service, later)
  expect(askedOf(service, 'eve')).toBe(true)
})
