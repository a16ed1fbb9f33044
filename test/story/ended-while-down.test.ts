import { onTestFinished, test } from 'vitest'
import { createWorld } from '../support/world.ts'

test('who talks on Discord while Passerby is down, in a room that had just ended, is told so', async () => {
  const w = await createWorld()
  onTestFinished(() => w[Symbol.asyncDispose]())
  const [tia, dan] = [w.telegram(), w.discord()]
  await tia.joins()
  await dan.joins()
  await tia.asks('stop')
  dan.news()
  await w.stop()
  dan.person.say('are you there?')
  dan.person.say('hello?')
  await w.start()
  await w.settle()
  dan.hears(/is over/, /is over/)
  tia.news()
})
