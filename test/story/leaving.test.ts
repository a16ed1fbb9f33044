import { expect, test } from 'vitest'
import { schedule } from '../../src/core/schedule.ts'
import { meet, world } from '../support/story.ts'

test('/next leaves one stranger and finds the next', async () => {
  const w = await world()
  const [tia, dan, kim] = [w.telegram(), w.discord(), w.telegram()]
  await meet(tia, dan)
  await kim.joins()
  kim.news()
  await tia.asks('next')
  // The waiting message has become the second of these.
  tia.hears(/left your chat/, /have found somebody/, /now talking to/)
  dan.hears(/has left the chat/)
  kim.hears(/now talking to/)
  await tia.says('Hello again, or for the first time?')
  kim.hears('Hello again, or for the first time?')
  dan.hearsNothing()
})

test('pseudonyms are drawn anew for every room', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  const names: string[] = []
  const note = (): void => {
    for (const { person } of [tia, dan]) {
      const talking = person.chat.findLast(({ text }) => text.includes('now talking to'))
      names.push(/talking to \W*([A-Z][a-z]+ [A-Z][a-z]+)/.exec(talking?.text ?? '')?.[1] ?? '')
    }
  }
  await meet(tia, dan)
  note()
  for (let round = 0; round < 4; round += 1) {
    await tia.asks('next')
    // They have met, and nobody else is there.
    w.clock.advance(schedule['new-partner'].forMs)
    await dan.asks('find')
    note()
  }
  expect(new Set(names).size).toBe(10)
})

test.each(['telegram', 'discord'] as const)(
  'a partner on %s who blocked the bot ends the room',
  async (platform) => {
    const w = await world()
    const [tia, gone] = [w.telegram(), w[platform]()]
    await meet(tia, gone)
    gone.person.block()
    await w.settle()
    await tia.says('Are you there?')
    expect(tia.news().map(({ text }) => text)[0]).toMatch(/can't be reached any more/)
    // Writing again makes them reachable.
    gone.person.unblock()
    await gone.asks('find')
    expect(gone.latest().text).toMatch(/Looking for/)
  },
)

test.each(['telegram', 'discord'] as const)(
  'a partner on %s who deleted the account ends the room',
  async (platform) => {
    const w = await world()
    const [dan, gone] = [w.discord(), w[platform]()]
    await meet(dan, gone)
    gone.person.deleteAccount()
    await dan.says('Are you there?')
    dan.hears(/can't be reached any more/)
    await dan.says('Hello?')
    dan.hears(/is over/)
  },
)

test('who says to be under 18 in a room leaves it, and nothing of theirs is kept', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await tia.asks('start')
  const welcome = tia.latest()
  await tia.joins()
  await dan.joins()
  dan.news()
  w.clock.advance(10_000)
  await tia.tapsOn(welcome, 'I am under 18')
  dan.hears(/has left the chat/)
  await tia.asks('find')
  expect(tia.latest().text).toMatch(/18 or over/)
  // A day later they are new.
  await w.pass(25 * 3_600_000)
  await tia.asks('find')
  expect(tia.latest().text).toMatch(/Are you 18 or over/)
})

test('a double tap is one tap', async () => {
  const w = await world()
  const tia = w.telegram()
  await tia.joins()
  await tia.asks('stop')
  const stopped = tia.latest()
  tia.news()
  const find = stopped.buttons.flat()[0]?.data ?? ''
  await Promise.all([tia.person.tap(stopped.id, find), tia.person.tap(stopped.id, find)])
  await w.settle()
  tia.hears(/Looking for/)
})

test('a room without a word is nudged after half an hour and closed after a day', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await w.pass(31 * 60_000)
  await w.passerby.sweep()
  await w.settle()
  tia.hears(/quiet for a while/)
  dan.hears(/quiet for a while/)
  await tia.says('Still here!')
  dan.hears('Still here!')
  for (let hour = 0; hour < 25; hour += 1) {
    await w.pass(3_600_000)
    await w.passerby.sweep()
    await w.settle()
  }
  tia.hears(/quiet for a while/, /for a day, so we have closed it/)
  dan.hears(/quiet for a while/, /for a day, so we have closed it/)
})
