import { expect, test } from 'vitest'
import { ref } from '../../src/core/address.ts'
import { createService, text } from '../support/service.ts'
import { until } from '../support/until.ts'

const said = (all: readonly string[]): readonly string[] =>
  all.filter((line) => !line.startsWith('❧'))
const notices = (all: readonly string[]): readonly string[] =>
  all.filter((line) => line.startsWith('❧'))

test('a lane is emptied in order, one request at a time', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  const release = service.adapter.hold('dan')
  const before = service.adapter.attempts.length
  await service.inbox.receive([text('tia', 'one'), text('tia', 'two'), text('tia', 'three')])
  await until(() => service.adapter.attempts.length > before, 'the first is under way')
  expect(service.adapter.attempts.length).toBe(before + 1)
  release()
  await service.rest()
  expect(said(service.adapter.arrived('dan'))).toEqual(['one', 'two', 'three'])
})

test('a lane that waits for an answer holds up no other', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  const release = service.adapter.hold('dan')
  await service.inbox.receive([text('tia', 'slow')])
  await service.inbox.receive([text('dan', 'quick')])
  await until(() => service.adapter.arrived('tia').includes('quick'), 'the other lane moves')
  expect(said(service.adapter.arrived('dan'))).toEqual([])
  release()
  await service.rest()
  expect(said(service.adapter.arrived('dan'))).toEqual(['slow'])
})

test('a platform-wide rate limit holds every lane, and exactly so long', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'rate-limited', scope: 'platform', retryAfterMs: 5000 })
  await service.hear(text('tia', 'one'))
  await service.hear(text('dan', 'two'))
  const asked = service.adapter.attempts.length
  service.clock.advance(4999)
  await service.rest()
  expect(service.adapter.attempts.length).toBe(asked)
  service.clock.advance(1)
  await service.rest()
  expect(said(service.adapter.arrived('dan'))).toEqual(['one'])
  expect(said(service.adapter.arrived('tia'))).toEqual(['two'])
})

test('what was certainly not sent is tried again until it is, and costs no doubt', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', ...Array.from({ length: 5 }, () => ({ kind: 'not-sent' as const })))
  await service.hear(text('tia', 'patience'))
  for (let minute = 0; minute < 6; minute += 1) {
    service.clock.advance(60_000)
    await service.rest()
  }
  expect(said(service.adapter.arrived('dan'))).toEqual(['patience'])
})

test('after an unknown outcome Telegram is asked once more, then the author is told (4.4)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'unknown' }, { kind: 'unknown' })
  const before = service.adapter.attempts.length
  await service.hear(text('tia', 'perhaps'))
  service.clock.advance(60_000)
  await service.rest()
  service.clock.advance(60_000)
  await service.rest()
  expect(service.adapter.attempts.filter(({ to }) => to === 'dan').length).toBe(before / 2 + 2)
  expect(notices(service.adapter.arrived('tia')).at(-1)).toMatch(/can't tell whether/)
})

test('after an unknown outcome a platform with keys is asked with the same key, and later looked at (4.4)', async () => {
  const service = await createService({ kind: 'repeat-by-key', windowMs: 60_000 })
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'unknown' }, { kind: 'unknown' })
  await service.hear(text('tia', 'once'))
  service.clock.advance(10_000)
  await service.rest()
  const [first, second] = service.adapter.attempts.slice(-2)
  expect(second?.key).toBe(first?.key)
  const asked = service.adapter.attempts.length
  service.adapter.foundLater = { refs: [ref('found')] }
  service.clock.advance(120_000)
  await service.rest()
  expect(service.adapter.attempts.length).toBe(asked)
  await service.hear(text('tia', 'next'))
  expect(said(service.adapter.arrived('dan'))).toEqual(['next'])
})

test('a refused message leaves the lane, and its author is told at most once a minute (4.2)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'rejected' }, { kind: 'rejected' })
  await service.hear(text('tia', 'poison'), text('tia', 'poison too'), text('tia', 'medicine'))
  expect(said(service.adapter.arrived('dan'))).toEqual(['medicine'])
  const told = (): number =>
    notices(service.adapter.arrived('tia')).filter((line) =>
      line.includes('could not be delivered'),
    ).length
  expect(told()).toBe(1)
  service.clock.advance(61_000)
  service.adapter.fail('dan', { kind: 'rejected' })
  await service.hear(text('tia', 'poison again'))
  expect(told()).toBe(2)
})

test('a notice that fails is not told to anybody (4.2)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('tia', { kind: 'rejected' }, { kind: 'rejected' })
  const before = service.adapter.attempts.length
  await service.hear(text('nobody', 'hello'))
  await service.hear({
    ...text('tia', ''),
    event: { kind: 'command', command: 'help', replyTo: undefined },
  })
  const fresh = service.adapter.attempts.slice(before)
  expect(fresh.filter(({ to }) => to === 'dan')).toEqual([])
  expect(fresh.filter(({ to }) => to === 'tia').length).toBe(2)
})

test('a platform that is halted takes nothing and keeps its queue', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'adapter-halted' })
  await service.hear(text('tia', 'kept'))
  expect(service.halted).toEqual(['telegram'])
  const asked = service.adapter.attempts.length
  await service.hear(text('dan', 'kept too'))
  service.clock.advance(3_600_000)
  await service.rest()
  expect(service.adapter.attempts.length).toBe(asked)
  expect(service.store.busyLanes()).toHaveLength(2)
})

test('what cannot be delivered for a day is given up, and its author told (4.3)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'rate-limited', scope: 'lane', retryAfterMs: 25 * 3_600_000 })
  await service.hear(text('tia', 'too late'))
  service.clock.advance(25 * 3_600_000)
  await service.rest()
  expect(said(service.adapter.arrived('dan'))).toEqual([])
  expect(notices(service.adapter.arrived('tia')).at(-1)).toMatch(/for a whole day/)
})

test('an event that is told twice happens once', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  const twice = text('tia', 'again')
  await service.hear(twice)
  await service.hear(twice, twice)
  expect(said(service.adapter.arrived('dan'))).toEqual(['again'])
})

test('an event that our code fails on is remembered as seen, its sender told, and its neighbours stand', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  // A number that no room can have makes the store's own check fail.
  const poison = {
    ...text('tia', 'x'),
    event: {
      kind: 'message',
      ref: ref('r'),
      content: { kind: 'text', text: undefined },
      replyTo: undefined,
    },
  }
  await service.hear(text('tia', 'before'), poison as never, text('tia', 'after'))
  expect(said(service.adapter.arrived('dan'))).toEqual(['before', 'after'])
  expect(notices(service.adapter.arrived('tia')).at(-1)).toMatch(/went wrong on our side/)
  const before = service.adapter.attempts.length
  await service.hear(poison as never)
  expect(service.adapter.attempts.length).toBe(before)
})
