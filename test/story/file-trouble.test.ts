import { expect, test } from 'vitest'
import { sampleFile } from '../../src/sandbox/samples/sample-files.ts'
import { meet } from '../support/story.ts'
import { colorsIn, picture, pictures } from './pictures.ts'
import { sharedWorld } from './shared-world.ts'

const theWorld = sharedWorld()

const megabyte = 1024 * 1024
const hour = 3_600_000
const textOf = (bytes: number) => ({
  bytes: Buffer.alloc(bytes, 'word '),
  name: 'long.txt',
  type: 'text/plain',
})

test('what is too large is told at once, with the limit, and nothing is fetched (5.10)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const fetched = (): number =>
    [w.telegramServer, w.discordServer]
      .flatMap(({ requests }) => requests)
      .filter(({ method }) => method === 'getFile' || method === 'GET file').length
  const before = fetched()
  await tia.sendsFiles('document', [textOf(10 * megabyte + 1)])
  tia.hears(/too large: up to 10 MB/)
  await dan.sendsFiles('document', [textOf(33 * megabyte)])
  dan.hears(/too large: up to 32 MB/)
  expect(fetched()).toBe(before)
  await tia.sendsFiles('document', [textOf(megabyte)])
  tia.hearsNothing()
  expect(dan.news()).toMatchObject([{ files: [{ kind: 'document' }] }])
  expect(fetched()).toBeGreaterThan(before)
})

test('a damaged file is refused with the reason, and the others of its album go (5.9)', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  const whole = await picture('red')
  const damaged = { ...whole, bytes: whole.bytes.slice(0, 200) }
  await dan.sendsFiles('photo', [damaged])
  dan.hears(/damaged/)
  tia.hearsNothing()
  await w.pass(60_000)
  await dan.sendsFiles('photo', [whole, damaged, await picture('blue')], { caption: 'Three' })
  dan.hears(/damaged/)
  const news = tia.news()
  expect(await colorsIn(news)).toEqual(['red', 'blue'])
  expect(news[0]?.text).toBe('Three')
})

test('what was sent on Discord while Passerby was down arrives after the start', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  await w.stop()
  dan.person.say('Look')
  dan.person.sendFiles('photo', await pictures('red', 'green'))
  dan.person.send('voice')
  await w.start()
  await w.settle()
  expect(tia.news().map(({ kind }) => kind)).toEqual(['text', 'photo', 'photo', 'voice'])
})

test('a restart in the middle of an album loses none of it (5.3)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.sendsFiles('photo', await pictures('red', 'green'))
  await w.stop()
  await w.start()
  await w.settle()
  dan.hearsNothing()
  await w.pass(1000)
  expect(await colorsIn(dan.news())).toEqual(['red', 'green'])
})

test('files wait with the words around them while the partner cannot be reached, for most of a day', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  const fault = { kind: 'rate-limited', retryAfterMs: 20 * hour, scope: 'lane' } as const
  w.telegramServer.inject({ person: tia.person, fault })
  await dan.says('first')
  await dan.sendsFiles('photo', await pictures('red'))
  await dan.says('last')
  tia.hearsNothing()
  await w.pass(20 * hour)
  const news = tia.news().filter(({ text }) => !text.startsWith('❧'))
  expect(news.map(({ text, kind }) => text || kind)).toEqual(['first', 'photo', 'last'])
})

test('an address of Discord that is refused is asked for anew, once', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  w.discordServer.inject({ method: 'GET file', fault: { kind: 'rejected' } })
  await dan.sendsFiles('photo', await pictures('red'))
  expect(await colorsIn(tia.news())).toEqual(['red'])
  await w.pass(60_000)
  w.discordServer.inject({ method: 'GET file', times: 2, fault: { kind: 'rejected' } })
  await dan.sendsFiles('photo', await pictures('green'))
  dan.hears(/not on your platform's servers any more/)
  tia.hearsNothing()
})

test('who lets nobody send them voice messages gets the sound (5.12)', async () => {
  const w = theWorld()
  const [dan, tia, kim, lee] = [w.discord(), w.telegram(), w.telegram(), w.telegram()]
  await meet(dan, tia)
  await meet(kim, lee)
  for (const person of [tia, lee]) person.person.forbidVoice(true)
  await dan.sends('voice')
  dan.hearsNothing()
  expect(tia.news()).toMatchObject([{ files: [{ type: 'audio/ogg' }] }])
  await kim.sends('video-note')
  kim.hearsNothing()
  expect(lee.news()).toMatchObject([{ files: [{ kind: 'video', type: 'video/mp4' }] }])
})

test('pictures are hidden until somebody says otherwise, and can be refused (5.2)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const spoilers = (): readonly boolean[] =>
    dan.news().flatMap(({ files }) => files.map(({ spoiler }) => spoiler))
  await tia.sends('photo')
  expect(spoilers()).toEqual([true])

  await dan.asks('settings')
  await dan.taps('Pictures, videos')
  await dan.taps('Shown at once')
  dan.news()
  await tia.sends('photo')
  await tia.sends('photo', { spoiler: true })
  expect(spoilers()).toEqual([false, true])

  await dan.taps('Pictures, videos')
  await dan.taps('Not at all')
  dan.news()
  await tia.sends('photo', { caption: 'Look at this' })
  tia.hears(/does not want to see photos/)
  dan.hearsNothing()
  await tia.sends('voice')
  tia.hearsNothing()
  expect(dan.news().map(({ kind }) => kind)).toEqual(['voice'])
})

test('a file of one kind that is in fact another is shown as what it is', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const { bytes } = sampleFile('video.mp4')
  await tia.sendsFiles('document', [{ bytes, name: 'notes.txt', type: 'text/plain' }])
  tia.hearsNothing()
  expect(dan.news()).toMatchObject([{ files: [{ type: 'video/mp4' }] }])
})
