import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { meet, world } from '../support/story.ts'

const both = [
  ['telegram', 'discord'],
  ['discord', 'telegram'],
] as const

test.each(both)('somebody on %s blocks a stranger on %s for good', async (here, there) => {
  const w = await world()
  const [tia, dan] = [w[here](), w[there]()]
  await meet(tia, dan)
  await dan.says('Something that nobody should say')
  tia.hears('Something that nobody should say')
  await tia.asks('block')
  tia.hears(/never meet here again/)
  dan.hears(/has left the chat/)
  await dan.says('Come back!')
  dan.hears(/is over/)
  tia.hearsNothing()

  // Nobody but them waits, so both wait.
  await dan.asks('find')
  dan.hears(/Looking for/)
  await tia.taps('Find somebody')
  tia.hears(/Looking for/)
  // With a new face the blocked one is as blocked as before.
  await dan.asks('forgetme')
  await dan.taps('Yes, forget me')
  await dan.joins()
  expect(dan.latest().text).toMatch(/Looking for/)
  tia.hearsNothing()

  const eve = w[there]()
  await eve.joins()
  tia.hears(/now talking to/)
  await eve.says('Hi, I am eve')
  tia.hears('Hi, I am eve')
  expect(dan.latest().text).toMatch(/Looking for/)
})

test.each(both)(
  'somebody on %s thinks again about one on %s when the chat is over, also when that one wants to be forgotten',
  async (here, there) => {
    const w = await world()
    const [tia, dan] = [w[here](), w[there]()]
    await meet(tia, dan)
    await dan.asks('stop')
    await dan.asks('forgetme')
    dan.hears(/left your chat/, /Shall we forget you/)
    await dan.taps('Yes, forget me')
    expect(dan.latest().text).toMatch(/we have forgotten you/)
    const [end] = tia.hears(/has left the chat/)
    expect(end?.buttons.flat().map(({ label }) => label)).toEqual([
      'Find somebody',
      '👍',
      '👎',
      'Meet again',
      'Block',
    ])

    await tia.taps('Block')
    tia.hears(/can't be undone/)
    await tia.taps("Don't block")
    expect(tia.latest().text).toMatch(/nothing has changed/)
    await tia.taps('Block')
    await tia.taps('Yes, block them')
    expect(tia.latest().text).toMatch(/never meet here again/)
    tia.news()
    dan.news()

    await tia.asks('find')
    await dan.joins()
    tia.hears(/Looking for/)
    expect(dan.latest().text).toMatch(/Looking for/)
  },
)

test.each(both)(
  'somebody on %s who blocked one on %s and was forgotten is kept apart from them all the same',
  async (here, there) => {
    const w = await world()
    const [tia, dan] = [w[here](), w[there]()]
    await meet(tia, dan)
    await tia.asks('block')
    await tia.asks('forgetme')
    await tia.taps('Yes, forget me')
    // So that nothing is left of the room either.
    await w.pass(16 * 60_000)
    await w.passerby.sweep()
    await w.settle()
    await dan.asks('find')
    await tia.joins()
    expect(tia.latest().text).toMatch(/Looking for/)
    expect(dan.latest().text).toMatch(/Looking for/)
    const kim = w.telegram()
    await kim.joins()
    expect(dan.latest().text).toMatch(/now talking to/)
    expect(tia.latest().text).toMatch(/Looking for/)
  },
)

test.each(['telegram', 'discord'] as const)(
  'who is forgotten on %s leaves hashes behind, and is asked everything anew',
  async (platform) => {
    const w = await world()
    const [tia, dan] = [w[platform](), w.discord()]
    await meet(tia, dan)
    await tia.says('Remember me')
    dan.hears('Remember me')
    await tia.asks('forgetme')
    await tia.taps("Don't forget me")
    await tia.says('Still here')
    dan.hears('Still here')
    await tia.asks('forgetme')
    await tia.taps('Yes, forget me')
    dan.hears(/has left the chat/)
    await w.pass(16 * 60_000)
    await w.passerby.sweep()

    const thief = new Sqlite(w.databasePath, { readonly: true })
    const count = (table: string): unknown =>
      thief.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()
    // Dan alone is left.
    expect(['user', 'lane', 'ticket', 'room', 'seat', 'copy', 'outbox'].map(count)).toEqual([
      1, 1, 0, 0, 0, 0, 0,
    ])
    thief.close()
    tia.news()
    await tia.says('Hello?')
    tia.hears(/Are you 18 or over/)
  },
)

test('/block after the end asks about the last stranger, and a quarter of an hour later about nobody; the button is there for a day', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await dan.asks('next')
  tia.news()
  await tia.asks('block')
  tia.hears(/^❧ Block .*can't be undone/)
  await w.pass(16 * 60_000)
  await tia.asks('block')
  tia.hears(/nobody to block.* you have a day/)
  const end = tia.person.chat.find(({ text }) => /has left the chat/.test(text))
  if (!end) throw new Error('Nobody has left')
  await tia.tapsOn(end, 'Meet again')
  await w.pass(20 * 3_600_000)
  await w.passerby.sweep()
  await tia.tapsOn(end, 'Block')
  tia.hears(/^❧ Block .*can't be undone/)
  await tia.taps('Yes, block them')
  expect(tia.latest().text).toMatch(/never meet here again/)
  await w.pass(5 * 3_600_000)
  await tia.tapsOn(end, 'Block')
  expect(tia.latest().text).toMatch(/out of date/)
})
