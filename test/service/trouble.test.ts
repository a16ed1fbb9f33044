import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ref } from '../../src/core/address.ts'
import type { Failure } from '../../src/core/delivery-error.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { answers, command, createService, tap, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

const said = (all: readonly string[]): readonly string[] =>
  all.filter((line) => !line.startsWith('❧'))
const times = (count: number, failure: Failure): readonly Failure[] =>
  Array.from({ length: count }, () => failure)

test('a notice whose outcome is unknown is repeated until it arrives', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', ...times(4, { kind: 'unknown' }))
  await service.hear(command('tia', 'stop'))
  for (let round = 0; round < 5; round += 1) {
    service.clock.advance(60_000)
    await service.rest()
  }
  expect(service.adapter.arrived('dan').at(-1)).toMatch(/has left the chat/)
})

test('while a platform is out of reach no message is risked on it', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', ...times(9, { kind: 'unknown' }))
  await service.hear(text('tia', 'one'), text('tia', 'two'), text('tia', 'three'))
  service.delivery.connected('telegram', false)
  for (let minute = 0; minute < 10; minute += 1) {
    service.clock.advance(60_000)
    await service.rest()
  }
  expect(service.adapter.attempts.filter(({ to }) => to === 'dan').at(-1)?.action.kind).toBe('send')
  service.adapter.heal('dan')
  service.delivery.connected('telegram', true)
  await service.rest()
  expect(said(service.adapter.arrived('dan'))).toEqual(['one', 'two', 'three'])
})

test('a message survives any number of deaths in the middle of its sending', async () => {
  const folder = temporaryFolder()
  const clock = createManualClock()
  const first = await createService(undefined, folder, clock)
  await first.meet('tia', 'dan')
  await first.stop()
  for (let death = 0; death < 3; death += 1) {
    let release = (): void => {}
    const service = await createService(undefined, folder, clock, (adapter) => {
      release = adapter.hold('dan')
    })
    if (death === 0) await service.inbox.receive([text('tia', 'hello')])
    await until(() => service.adapter.attempts.length > 0, 'it is being sent')
    // The process ends before the answer comes: nothing is recorded.
    service.adapter.die()
    const stopped = service.stop()
    for (let turn = 0; turn < 5; turn += 1) await nextTurn()
    clock.advance(10_000)
    release()
    await stopped
  }
  const last = await createService(undefined, folder, clock)
  await last.rest()
  expect(said(last.adapter.arrived('dan'))).toEqual(['hello'])
})

test('a platform that does not answer does not hold up the other', async () => {
  const service = await createService()
  const crowd = Array.from({ length: 70 }, (_, i) => `d${i}`)
  const releases = crowd.map((id) => service.discord.hold(id))
  await service.inbox.receive(crowd.map((id) => command(id, 'help', 'discord')))
  await until(() => service.discord.attempts.length >= 64, 'Discord is full')
  await service.inbox.receive([command('tia', 'help')])
  await until(() => service.adapter.arrived('tia').length > 0, 'Telegram moves')
  expect(service.discord.attempts.length).toBe(64)
  for (const release of releases) release()
  await service.rest()
  expect(crowd.flatMap((id) => service.discord.arrived(id)).length).toBe(70)
})

test('a reply to what the last partner said late does not reach the next one (3.6)', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  service.adapter.fail('dan', { kind: 'rate-limited', scope: 'lane', retryAfterMs: 60_000 })
  await service.hear(text('tia', 'a late word'))
  await service.hear(command('tia', 'stop'))
  await service.hear(command('dan', 'find'))
  await service.hear(...answers('eva'))
  service.clock.advance(60_000)
  await service.rest()
  const heard = service.adapter.arrived('dan')
  expect(said(heard)).toEqual(['a late word'])
  expect(heard.at(-1)).toMatch(/now talking to/)
  // The late word was posted after the new room began, and before dan was told of it.
  const lateWord = { ref: ref('forgotten'), at: service.clock.now() - 1000 }
  await service.hear(text('dan', 'my answer to tia', lateWord))
  expect(said(service.adapter.arrived('eva'))).toEqual([])
  expect(service.adapter.arrived('dan').at(-1)).toMatch(/from an earlier chat/)
})

test('an answer that comes late says nothing of what its reader has begun since', async () => {
  const service = await createService()
  await service.meet('tia', 'dan')
  const release = service.adapter.hold('dan')
  service.adapter.fail('dan', { kind: 'recipient-gone' })
  const before = service.adapter.attempts.length
  await service.inbox.receive([text('tia', 'are you there?')])
  await until(() => service.adapter.attempts.length > before, 'it is being sent')
  await service.inbox.receive([{ ...command('dan', 'stop'), event: { kind: 'blocked' } }])
  await service.inbox.receive([command('dan', 'find')])
  await service.inbox.receive(answers('eva'))
  release()
  await service.rest()
  await service.hear(text('eva', 'hello'))
  expect(said(service.adapter.arrived('dan'))).toEqual(['hello'])
})

test('who is under age is answered in order, in one lane', async () => {
  const service = await createService()
  await service.hear(command('kid', 'start'))
  await service.hear(tap('kid', { kind: 'age', adult: false }))
  const release = service.adapter.hold('kid')
  const before = service.adapter.attempts.length
  await service.inbox.receive(Array.from({ length: 5 }, (_, i) => text('kid', `please ${i}`)))
  await until(() => service.adapter.attempts.length > before, 'the first answer is under way')
  expect(service.adapter.attempts.length).toBe(before + 1)
  expect(service.store.busyLanes()).toHaveLength(1)
  release()
  await service.rest()
  expect(service.adapter.attempts.length).toBe(before + 5)
})

test('a notice that cannot take the place of a message comes as a new one', async () => {
  const service = await createService()
  await service.hear(...answers('tia'), command('tia', 'stop'))
  service.adapter.fail('tia', { kind: 'rejected' })
  const before = service.adapter.arrived('tia').length
  await service.hear(tap('tia', { kind: 'cancel' }, 'telegram', ref('gone')))
  const fresh = service.adapter.attempts.slice(-2).map(({ action }) => action.kind)
  expect(fresh).toEqual(['edit', 'send'])
  expect(service.adapter.arrived('tia').length).toBe(before + 1)
})

test('a setting that is changed at once after the search began takes effect (1.6)', async () => {
  const service = await createService()
  await service.hear(...answers('tia'))
  await service.hear(tap('tia', { kind: 'seeking', seeking: 'women' }))
  expect(service.adapter.arrived('tia').at(-1)).toMatch(/talk to: women/)
})

test('one platform that halts does not end the other', async () => {
  const service = await createService()
  await service.hear(command('tia', 'help'), command('dee', 'help', 'discord'))
  service.discord.fail('dee', { kind: 'adapter-halted' })
  await service.hear(command('dee', 'rules', 'discord'))
  await service.hear(command('tia', 'rules'))
  expect(service.halted).toEqual(['discord'])
  expect(service.adapter.arrived('tia').length).toBe(2)
})
