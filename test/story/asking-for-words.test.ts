import { expect, test } from 'vitest'
import { world } from '../support/story.ts'
import { label, labels, read, screen } from './screens.ts'

test('words that were refused on Telegram are followed by others, and a question that was left hears nothing more', async () => {
  const w = await world()
  const tia = w.telegram()
  await tia.joins()
  await tia.asks('stop')
  const asksForBio = async (button: string): Promise<void> => {
    await tia.asks('settings')
    await tia.taps(label('change-bio'))
    await tia.taps(label(button))
    expect(tia.latest().asksReply).toBeDefined()
    tia.news()
  }
  await asksForBio('write-bio')
  await tia.says('https://tia.example')
  tia.hears('Try other words')
  await tia.says('Two cats')
  expect(read(tia, screen(tia, label('rewrite-bio')))).toContain('Two cats')
  tia.news()

  // Whatever else is done leaves the question, minutes before somebody else is meant.
  for (const leave of [
    () => tia.taps(label('back')),
    () => tia.asks('help'),
    () => tia.taps(label('find')),
  ]) {
    await asksForBio('rewrite-bio')
    await leave()
    await w.pass(5 * 60_000)
    tia.news()
    await tia.says('Hello?')
    tia.hears(/nobody has read that/)
  }
  await tia.asks('settings')
  expect(read(tia, tia.latest())).toContain('About you: Two cats')
  // A reply to the question is an answer for all that.
  await tia.answers('Three cats')
  expect(read(tia, tia.latest())).toContain('Three cats')
})

test.each(['telegram', 'discord'] as const)(
  'on %s "Write something" stands under the refusal',
  async (here) => {
    const w = await world()
    const tia = w[here]()
    await tia.joins()
    await tia.asks('settings')
    await tia.taps(label('change-interests'))
    await tia.taps(label('own-interest'))
    await tia.answers('@tia')
    expect(labels(tia.latest())).toEqual([label('write-bio')])
    await tia.taps(label('write-bio'))
    await tia.answers('knitting')
    expect(labels(screen(tia, label('more-interests'))).join()).toContain('knitting')
    tia.news()
    await tia.says('Hello?')
    tia.hears(/nobody has read that/)
  },
)
