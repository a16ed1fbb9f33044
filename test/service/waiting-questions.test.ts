import { expect, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import { answers, command, createService, tap } from '../support/service.ts'
import { edits, join, minute, pass, screen, second, waiting, words } from '../support/waiting.ts'

// The question whether they still look: when it counts as asked, and what its buttons do.

type Service = Awaited<ReturnType<typeof createService>>

const over = words({ kind: 'search-over' })
const lapsed = words({ kind: 'search-lapsed' })
const question = (minutes: number): string =>
  words({ kind: 'ask-still-there', waitedMs: minutes * minute })

const asks = ({ adapter }: Service): number =>
  adapter.attempts.filter(
    ({ action }) => action.kind === 'send' && action.text.text.includes('Shall we go on'),
  ).length

/** She has joined ten minutes ago, all but a second. */
async function scene() {
  const service = await createService()
  await service.hear(...join('tia'))
  await pass(service, 10 * minute - second)
  return service
}

test('a question that was refused was not asked: nobody is let go for it, and it is put again ten minutes later (8.4)', async () => {
  const service = await scene()
  service.adapter.fail('tia', { kind: 'rejected' })
  await pass(service, 10 * minute)
  expect(asks(service)).toBe(1)
  expect(screen(service, 'tia')).toHaveLength(1)
  await pass(service, 2 * second)
  expect(asks(service)).toBe(2)
  expect(screen(service, 'tia').at(-1)).toBe(question(20))
  await pass(service, 9 * minute)
  expect(service.store.readNumbers(0).waiting).toBe(1)
  await pass(service, 2 * minute)
  expect(screen(service, 'tia').at(-1)).toBe(lapsed)
})

const dayAndMore = 25 * 60 * minute

test.each([
  ['delivery', false],
  ['upkeep', true],
] as const)('nor was one that %s gave up because it had grown old (8.4)', async (_, isSwept) => {
  const service = await scene()
  const blocked = { kind: 'rate-limited', scope: 'lane', retryAfterMs: dayAndMore } as const
  service.adapter.fail('tia', blocked)
  await pass(service, second)
  expect(asks(service)).toBe(1)
  if (isSwept) {
    service.clock.advance(limits.deliveryExpiresMs + minute)
    await service.store.sweep({
      now: service.clock.now(),
      quiet: () => [],
      expired: () => [],
    })
  } else service.clock.advance(dayAndMore)
  await service.rest()
  await pass(service, 9 * minute)
  expect(asks(service)).toBe(1)
  await pass(service, 2 * minute)
  expect(asks(service)).toBe(2)
  expect(screen(service, 'tia').join()).not.toContain(lapsed)
  expect(service.store.readNumbers(0).waiting).toBe(1)
})

test('"go on looking" under the question searches anew when the search has lapsed (8.4)', async () => {
  const service = await scene()
  await pass(service, 11 * minute)
  expect(screen(service, 'tia')).toEqual([over, question(10), lapsed])
  await service.hear(tap('tia', { kind: 'keep-waiting' }))
  expect(screen(service, 'tia')).toEqual([over, question(10), lapsed, waiting()])
  expect(service.store.readNumbers(0).waiting).toBe(1)
  // A second tap is none.
  await service.hear(tap('tia', { kind: 'keep-waiting' }))
  expect(screen(service, 'tia')).toHaveLength(4)
  await service.hear(...join('joe', 'man'))
  expect(screen(service, 'tia').at(-1)).toContain('now talking to')
})

test('in a chat "go on looking" is out of date', async () => {
  const service = await createService()
  await service.hear(...answers('tia'), ...answers('joe'))
  await pass(service, minute)
  await service.hear(tap('tia', { kind: 'keep-waiting' }))
  expect(screen(service, 'tia').at(-1)).toBe(words({ kind: 'old-button' }))
})

test('"cancel" under the question says once that the search has stopped (8.4)', async () => {
  const service = await scene()
  await pass(service, minute)
  const asked = service.adapter.chats.of('tia').at(-1)?.ref
  await service.hear(tap('tia', { kind: 'cancel' }, 'telegram', asked))
  expect(screen(service, 'tia')).toEqual([over, words({ kind: 'search-cancelled' })])
  expect(edits(service, 'tia').at(-2)?.buttons).toEqual([])
})

test('"cancel" under the waiting message says so there (8.1)', async () => {
  const service = await createService()
  await service.hear(...join('tia'))
  const place = service.adapter.chats.of('tia').at(-1)?.ref
  await service.hear(tap('tia', { kind: 'cancel' }, 'telegram', place))
  expect(screen(service, 'tia')).toEqual([words({ kind: 'search-cancelled' })])
  await service.hear(command('tia', 'find'))
  expect(screen(service, 'tia').at(-1)).toBe(waiting())
})
