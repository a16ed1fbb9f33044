import { expect, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import type { Notice } from '../../src/core/notice.ts'
import { freshlyWaiting } from '../../src/core/waiting.ts'
import { isWholeSearch } from '../support/search.ts'
import { command, createService } from '../support/service.ts'

const second = 1000
/** More than can be told while the test lasts. */
const crowd = isWholeSearch ? 5000 : 900

test('however many wait, they are told in turn, no more of them a second than the platforms take (8.1)', async () => {
  const service = await createService()
  const edits = (): readonly string[] =>
    service.adapter.attempts.flatMap(({ to, action }) => (action.kind === 'edit' ? [to] : []))
  const people = Array.from({ length: crowd }, (_, i) => `p${i}`)
  const listener = { platform: 'telegram', locale: 'en' } as const
  const notice: Notice = { kind: 'waiting', state: freshlyWaiting }
  const joinAll = async (id: string): Promise<void> => {
    const taken = await service.store.takeIn(command(id, 'find'), () => [
      { kind: 'create-user' },
      { kind: 'accept-rules' },
      { kind: 'set-profile', profile: { gender: 'woman', seeking: 'men' } },
      { kind: 'open-ticket' },
      {
        kind: 'post',
        to: 'sender',
        actions: service.composer.notice(listener, notice),
        once: undefined,
        mark: 'waiting',
      },
    ])
    service.committed({ ...taken, pairingDue: id === 'p0' })
  }
  for (let i = 0; i < people.length; i += 500) {
    await Promise.all(people.slice(i, i + 500).map(joinAll))
    await service.rest()
  }
  const perStep: number[] = []
  for (let step = 0; step < 4 * 80; step += 1) {
    const before = edits().length
    service.clock.advance(second / 4)
    await service.rest()
    perStep.push(edits().length - before)
  }
  const perSecond = perStep.map((_, i) => perStep.slice(i, i + 4).reduce((sum, n) => sum + n, 0))
  expect(Math.max(...perSecond)).toBe(limits.waitingEditsPerSecond)
  const told = edits()
  // Those who fall behind are told later, and nobody a second time before them.
  expect(told.length).toBeGreaterThan(650)
  expect(new Set(told).size).toBe(told.length)
}, 120_000)
