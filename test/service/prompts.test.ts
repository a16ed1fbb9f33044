import Sqlite from 'better-sqlite3'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import { must } from '../../src/lib/must.ts'
import { plain } from '../../src/core/rich-text.ts'
import { asks, chatting, heard, idle, last, reply } from '../support/asking.ts'
import { photos } from '../support/files.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { answers, command, createService, edited, inbound, tap, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a question in words asks for a reply, and says what to type', async () => {
  const service = await idle('tia')
  await asks(service, 'tia', 'bio')
  expect(service.adapter.attempts.at(-1)?.action).toMatchObject({
    kind: 'send',
    buttons: [],
    asksReply: { placeholder: 'A few words, no names or links' },
  })
})

test('a reply to it in a room is the answer and never reaches the partner, nor do its edits', async () => {
  const service = await chatting()
  const question = await asks(service, 'tia', 'bio')
  const before = heard(service, 'dan').length
  await service.hear(reply(service, 'tia', 'I have two cats', question))
  expect(last(service, 'tia')).toContain('I have two cats')
  await service.hear(edited('tia', 'I have two cats', plain('I have three cats')))
  // Who thinks again answers the same message again.
  await service.hear(reply(service, 'tia', 'Now I have four', question))
  expect(last(service, 'tia')).toContain('Now I have four')
  await service.hear(
    inbound('tia', {
      kind: 'message',
      ref: question,
      content: photos(['a photo']),
      replyTo: { ref: question, at: service.clock.now() },
    }),
  )
  expect(last(service, 'tia')).toContain('Nothing was left')
  expect(heard(service, 'dan')).toHaveLength(before)
})

test('in a room everything but a reply to it goes to the partner', async () => {
  const service = await chatting()
  await asks(service, 'tia', 'bio')
  await service.hear(text('tia', 'Wait a moment'))
  expect(last(service, 'dan')).toBe('Wait a moment')
  await service.hear(text('dan', 'Sure'))
  const theirs = must(service.adapter.chats.of('tia').at(-1), 'tia has read it').ref
  await service.hear(reply(service, 'tia', 'Thanks', theirs))
  expect(last(service, 'dan')).toBe('Thanks')
  await service.hear(command('tia', 'settings'))
  expect(last(service, 'tia')).not.toContain('Thanks')
})

test('two questions are answered each by its own reply, in any order', async () => {
  const service = await chatting()
  const bio = await asks(service, 'tia', 'bio')
  const interest = await asks(service, 'tia', 'interest')
  const before = heard(service, 'dan').length
  await service.hear(reply(service, 'tia', 'Two cats', bio))
  await service.hear(reply(service, 'tia', 'knitting', interest))
  await service.hear(command('tia', 'settings'))
  expect(last(service, 'tia')).toContain('Two cats')
  expect(last(service, 'tia')).toContain('knitting')
  expect(heard(service, 'dan')).toHaveLength(before)
})

test('a reply to a question of somebody else is none', async () => {
  const service = await chatting()
  const question = await asks(service, 'tia', 'bio')
  await service.hear(reply(service, 'dan', 'Two dogs', question))
  expect(last(service, 'tia')).toBe('Two dogs')
})

test('where nobody else is meant any text answers it, once', async () => {
  const service = await idle('tia')
  await asks(service, 'tia', 'bio')
  await service.hear(text('tia', 'Two cats'))
  expect(last(service, 'tia')).toContain('Two cats')
  await service.hear(text('tia', 'Hello?'))
  expect(last(service, 'tia')).toContain('nobody has read that')
  await service.hear(command('tia', 'settings'))
  expect(last(service, 'tia')).toContain('Two cats')
})

test('the newest question is the one that a text answers, and a reply to another message is none', async () => {
  const service = await idle('tia')
  const elsewhere = service.adapter.chats.of('tia').at(-1)?.ref
  await asks(service, 'tia', 'bio')
  await asks(service, 'tia', 'interest')
  if (elsewhere) await service.hear(reply(service, 'tia', 'Who was that?', elsewhere))
  expect(last(service, 'tia')).toContain('nobody has read that')
  await service.hear(text('tia', 'knitting'), command('tia', 'settings'))
  expect(last(service, 'tia')).toMatch(/knitting/)
  expect(last(service, 'tia')).not.toContain('Who was that?')
})

test('what is typed as the partner leaves is meant for them, and becomes no answer', async () => {
  const service = await chatting()
  await asks(service, 'tia', 'bio')
  await service.hear(command('dan', 'stop'))
  await service.hear(text('tia', 'My street is'))
  expect(last(service, 'tia')).toContain('is over')
  service.clock.advance(limits.roomRemembersMs)
  await service.hear(text('tia', 'My street is'), command('tia', 'settings'))
  expect(last(service, 'tia')).not.toContain('My street')
})

test('what is typed as the partner leaves becomes no answer to a question that arrives after that, either', async () => {
  const service = await chatting()
  const release = service.adapter.hold('tia')
  await service.inbox.receive([tap('tia', { kind: 'prompt', what: 'bio' })])
  await expect.poll(() => service.adapter.attempts.at(-1)?.action).toHaveProperty('asksReply')
  await service.inbox.receive([command('dan', 'stop')])
  release()
  await service.rest()
  await service.hear(text('tia', 'My street is'))
  expect(last(service, 'tia')).toContain('is over')
})

test('any text answers a question for half an hour', async () => {
  const service = await idle('tia')
  await asks(service, 'tia', 'bio')
  service.clock.advance(limits.promptMs - 1)
  await service.hear(text('tia', 'Two cats'))
  expect(last(service, 'tia')).toContain('Two cats')
  await asks(service, 'tia', 'bio')
  service.clock.advance(limits.promptMs)
  await service.hear(text('tia', 'Three cats'))
  expect(last(service, 'tia')).toContain('nobody has read that')
})

test('a reply answers a question for a day, and does not reach the partner', async () => {
  const service = await chatting()
  const question = await asks(service, 'tia', 'bio')
  const before = heard(service, 'dan')
  service.clock.advance(limits.promptRepliesMs - 1)
  await service.hear(reply(service, 'tia', 'Two cats', question))
  expect(last(service, 'tia')).toContain('Two cats')
  expect(heard(service, 'dan')).toEqual(before)
  service.clock.advance(1)
  await service.hear(reply(service, 'tia', 'Three cats', question))
  expect(last(service, 'dan')).toContain('Three cats')
})

test('questions leave a keyed hash, for a day, and nothing of who is forgotten', async () => {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  const reader = new Sqlite(path.join(folder, 'data', 'test.db'), { readonly: true })
  onTestFinished(() => void reader.close())
  const kept = (): unknown => reader.prepare('SELECT count(*) FROM prompt').pluck().get()
  await service.hear(...answers('tia'), command('tia', 'stop'))
  await asks(service, 'tia', 'bio')
  const sweep = (): Promise<unknown> =>
    service.store.sweep({ now: service.clock.now(), quiet: () => [], expired: () => [] })
  service.clock.advance(limits.promptRepliesMs - 1)
  await sweep()
  expect(kept()).toBe(1)
  service.clock.advance(1)
  await sweep()
  expect(kept()).toBe(0)
  await asks(service, 'tia', 'bio')
  await service.hear(tap('tia', { kind: 'confirm-forget' }))
  expect(kept()).toBe(0)
})

test('of the questions to somebody the twenty newest are kept, and those of others', async () => {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  const reader = new Sqlite(path.join(folder, 'data', 'test.db'), { readonly: true })
  onTestFinished(() => void reader.close())
  const kept = (): unknown => reader.prepare('SELECT count(*) FROM prompt').pluck().get()
  await service.hear(...answers('eve'), command('eve', 'stop'), ...answers('tia'))
  await service.hear(command('tia', 'stop'))
  await asks(service, 'eve', 'bio')
  const first = await asks(service, 'tia', 'bio')
  const second = await asks(service, 'tia', 'bio')
  for (let n = 2; n < limits.mostPrompts; n += 1) await asks(service, 'tia', 'interest')
  expect(kept()).toBe(limits.mostPrompts + 1)
  await asks(service, 'tia', 'interest')
  expect(kept()).toBe(limits.mostPrompts + 1)
  await service.hear(command('tia', 'help'), reply(service, 'tia', 'One cat', first))
  expect(last(service, 'tia')).toContain('nobody has read that')
  await service.hear(reply(service, 'tia', 'Two cats', second))
  expect(last(service, 'tia')).toContain('Two cats')
})

test('a question that is closed is not written again', async () => {
  const folder = temporaryFolder()
  const service = await createService(undefined, folder)
  await service.meet('tia', 'dan')
  const hand = new Sqlite(path.join(folder, 'data', 'test.db'))
  onTestFinished(() => void hand.close())
  hand.exec(`CREATE TABLE written (at INTEGER);
    CREATE TRIGGER prompt_written AFTER UPDATE ON prompt BEGIN INSERT INTO written VALUES (new.at); END`)
  const written = (): unknown => hand.prepare('SELECT count(*) FROM written').pluck().get()
  const question = await asks(service, 'tia', 'bio')
  await service.hear(reply(service, 'tia', 'One cat', question))
  expect(written()).toBe(1)
  await service.hear(reply(service, 'tia', 'Two cats', question), command('dan', 'stop'))
  expect(written()).toBe(1)
})

test('who is forgotten while they are being asked is asked nothing, and nothing fails', async () => {
  const service = await idle('tia')
  const release = service.adapter.hold('tia')
  await service.inbox.receive([tap('tia', { kind: 'prompt', what: 'bio' })])
  await expect.poll(() => service.adapter.attempts.at(-1)?.action).toHaveProperty('asksReply')
  await service.inbox.receive([tap('tia', { kind: 'confirm-forget' })])
  release()
  await service.rest()
  expect(last(service, 'tia')).toContain('we have forgotten you')
  await service.hear(text('tia', 'Two cats'))
  expect(last(service, 'tia')).toContain('Are you 18 or over')
})

test('a question outlives a restart', async () => {
  const [folder, clock] = [temporaryFolder(), createManualClock()]
  const first = await createService(undefined, folder, clock)
  await first.hear(...answers('tia'), command('tia', 'stop'))
  await asks(first, 'tia', 'bio')
  await first.stop()
  const second = await createService(undefined, folder, clock)
  await second.hear(text('tia', 'Two cats'))
  expect(last(second, 'tia')).toContain('Two cats')
})
