import { expect, test } from 'vitest'
import { meet, world } from '../support/story.ts'
import { until } from '../support/until.ts'

test('what was said while Passerby was down arrives, in order', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await w.stop()
  for (const n of [1, 2, 3]) {
    tia.person.say(`from Telegram ${n}`)
    dan.person.say(`from Discord ${n}`)
  }
  await w.start()
  await w.settle()
  dan.hears('from Telegram 1', 'from Telegram 2', 'from Telegram 3')
  tia.hears('from Discord 1', 'from Discord 2', 'from Discord 3')
})

test('more than a page of Discord messages is caught up, oldest first', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await w.stop()
  const said = Array.from({ length: 130 }, (_, n) => `word ${n}`)
  for (const text of said) dan.person.say(text)
  await w.start()
  await w.settle()
  expect(tia.news().map(({ text }) => text)).toEqual(said)
})

test('one person under a rate limit holds up nobody else', async () => {
  const w = await world()
  const [tia, dan, kim, lee] = [w.telegram(), w.telegram(), w.telegram(), w.telegram()]
  await meet(tia, dan)
  await meet(kim, lee)
  w.telegramServer.inject({
    person: dan.person,
    fault: { kind: 'rate-limited', retryAfterMs: 30_000, scope: 'lane' },
  })
  await tia.says('slow')
  await tia.says('slow too')
  await kim.says('quick')
  lee.hears('quick')
  dan.hearsNothing()
  const asked = (): number =>
    w.telegramServer.requests.filter(
      ({ method, person }) => method === 'sendMessage' && person === dan.person.id,
    ).length
  const before = asked()
  w.clock.advance(29_000)
  await w.settle()
  expect(asked()).toBe(before)
  w.clock.advance(1000)
  await w.settle()
  dan.hears('slow', 'slow too')
})

test('a message that is refused for good is given up, its author told, and the next one arrives', async () => {
  const w = await world()
  const [tia, dan] = [w.discord(), w.telegram()]
  await meet(tia, dan)
  w.telegramServer.inject({ person: dan.person, times: 2, fault: { kind: 'rejected' } })
  await tia.says('**poison**')
  await tia.says('medicine')
  dan.hears('medicine')
  tia.hears(/could not be delivered/)
})

test('after a cut connection Discord shows a message once, and Telegram at most twice', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  w.discordServer.inject({ person: dan.person, fault: { kind: 'cut-after' } })
  await tia.says('once')
  w.clock.advance(5000)
  await w.settle()
  dan.hears('once')

  w.telegramServer.inject({ person: tia.person, fault: { kind: 'cut-after' } })
  await dan.says('perhaps twice')
  w.clock.advance(5000)
  await w.settle()
  tia.hears('perhaps twice', 'perhaps twice')
})

test('a request that was never answered is looked for on Discord after the window of its key', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  w.discordServer.inject({ person: dan.person, fault: { kind: 'cut-after' } })
  await tia.says('only once')
  await w.stop()
  w.clock.advance(10 * 60_000)
  await w.start()
  await w.settle()
  dan.hears('only once')
})

test('who moves on at the moment of a restart says nothing more to the one they left', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await w.stop()
  dan.person.say('missed')
  // What was missed is read slowly, and meanwhile life goes on.
  w.discordServer.setLatency(() => 100)
  await w.start()
  dan.person.command('next')
  dan.person.say('after moving on')
  await until(() => tia.latest().text.includes('has left'), 'tia is told that dan left')
  await w.settle()
  tia.hears('missed', /has left the chat/)
  dan.hears(/left your chat/, /Looking for/, /nobody has read that/)
})
