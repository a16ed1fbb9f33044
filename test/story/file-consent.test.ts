import { expect, test } from 'vitest'
import { meet } from '../support/story.ts'
import { sharedWorld } from './shared-world.ts'

const theWorld = sharedWorld()

const zip = {
  bytes: Buffer.from('504b0506'.padEnd(44, '0'), 'hex'),
  name: 'a.zip',
  type: 'application/zip',
}

test.each(['telegram', 'discord'] as const)(
  'a paper waits for its author to say yes, on %s (5.5)',
  async (platform) => {
    const w = theWorld()
    const [tia, dan] = [w[platform](), w.discord()]
    await meet(tia, dan)
    await tia.sends('document', { caption: 'My thesis' })
    tia.hears(/This file may name you/)
    dan.hearsNothing()
    await tia.says('I wonder whether I should')
    dan.hears('I wonder whether I should')
    await tia.taps('Send it')
    expect(tia.latest().text).toMatch(/we are sending it/)
    tia.hearsNothing()
    expect(dan.news()).toMatchObject([
      { text: 'My thesis', files: [{ kind: 'document', type: 'application/pdf' }] },
    ])
  },
)

test('no means no, and an answer counts once (5.5)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.sends('document')
  const question = tia.latest()
  await tia.taps("Don't send it")
  expect(tia.latest().text).toMatch(/will not see it/)
  tia.news()
  await tia.tapsOn(question, 'Send it')
  tia.hears(/out of date/)
  await tia.sends('document')
  const second = tia.latest()
  tia.news()
  await tia.tapsOn(second, 'Send it')
  await tia.tapsOn(second, 'Send it')
  tia.hears(/out of date/)
  expect(dan.news().map(({ kind }) => kind)).toEqual(['document'])
})

test('a yes after the end of the room, or after a quarter of an hour, reaches nobody (5.5)', async () => {
  const w = theWorld()
  const [tia, dan, kim, lee] = [w.telegram(), w.discord(), w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.sends('document')
  const question = tia.latest()
  await dan.asks('stop')
  tia.news()
  dan.news()
  await tia.tapsOn(question, 'Send it')
  tia.hears(/out of date/)
  dan.hearsNothing()

  await meet(kim, lee)
  await kim.sends('document')
  await w.pass(16 * 60_000)
  await w.passerby.sweep()
  kim.news()
  await kim.taps('Send it')
  kim.hears(/out of date/)
  lee.hearsNothing()
})

test('where somebody is goes after a yes: as a place, or in words (5.5, 5.1)', async () => {
  const w = theWorld()
  const [tia, dan, kim, lee] = [w.telegram(), w.discord(), w.telegram(), w.telegram()]
  await meet(tia, dan)
  await meet(kim, lee)
  for (const author of [tia, kim]) {
    await author.sends('location')
    author.hears(/exactly where/)
  }
  dan.hearsNothing()
  lee.hearsNothing()
  await tia.taps('Send it')
  dan.hears(/^📍 52\.51628, 13\.37770\nhttps:\/\/www\.openstreetmap\.org\//)
  await kim.taps('Send it')
  expect(lee.news()).toMatchObject([{ place: { latitude: 52.516275, longitude: 13.377704 } }])
})

test('what cannot be cleaned is refused, yes or no (5.9)', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  await dan.sendsFiles('document', [zip])
  await dan.taps('Send it')
  dan.news()
  tia.hearsNothing()
  expect(dan.latest().text).toMatch(/can't make sure that this kind of file says nothing about you/)
})

test('plain text and pictures as files are not asked about (5.5)', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  const notes = { bytes: Buffer.from('Milk, bread'), name: 'list of Ada.txt', type: 'text/plain' }
  await dan.sendsFiles('document', [notes])
  dan.hearsNothing()
  const [arrived] = tia.news()
  expect(arrived?.files).toMatchObject([{ kind: 'document', name: 'document-1.txt' }])
  expect(Buffer.from(arrived?.files[0]?.bytes ?? []).toString()).toBe('Milk, bread')
})
