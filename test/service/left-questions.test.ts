import { expect, test } from 'vitest'
import { ref } from '../../src/core/address.ts'
import { limits } from '../../src/core/limits.ts'
import { writeTap } from '../../src/core/tap.ts'
import { must } from '../../src/lib/must.ts'
import { asks, chatting, heard, idle, last, reply } from '../support/asking.ts'
import { photos } from '../support/files.ts'
import { command, createService, inbound, tap, text } from '../support/service.ts'
import { join, minute, pass, second } from '../support/waiting.ts'

test('words that were refused leave the question open: other words answer it, once', async () => {
  const service = await idle('tia')
  await asks(service, 'tia', 'bio')
  await service.hear(text('tia', 'https://tia.example'))
  expect(last(service, 'tia')).toContain('Try other words')
  await service.hear(text('tia', '@tia'))
  await service.hear(text('tia', 'Two cats'))
  expect(last(service, 'tia')).toContain('Two cats')
  await service.hear(text('tia', 'Hello?'))
  expect(last(service, 'tia')).toContain('nobody has read that')
})

test('a reply to the refusal is an answer and never reaches the partner, also long after the question was left', async () => {
  const service = await chatting()
  const question = await asks(service, 'tia', 'bio')
  await service.hear(command('tia', 'help'))
  await service.hear(reply(service, 'tia', '@tia', question))
  const refusal = must(service.adapter.chats.of('tia').at(-1), 'it was refused')
  expect(refusal.text).toContain('Try other words')
  const before = heard(service, 'dan').length
  await service.hear(reply(service, 'tia', 'Two cats', refusal.ref))
  expect(last(service, 'tia')).toContain('Two cats')
  expect(heard(service, 'dan')).toHaveLength(before)
  // What is no reply is meant for the partner all the while.
  await service.hear(reply(service, 'tia', '@tia', question), text('tia', 'Are you there?'))
  expect(last(service, 'dan')).toBe('Are you there?')
})

test('under a refusal stands the button that asks again', async () => {
  const service = await idle('tia')
  for (const what of ['bio', 'interest'] as const) {
    await asks(service, 'tia', what)
    await service.hear(text('tia', 'https://tia.example'))
    expect(service.adapter.attempts.at(-1)?.action).toMatchObject({
      kind: 'send',
      buttons: [[{ data: writeTap({ kind: 'prompt', what, locale: 'en' }) }]],
    })
  }
})

const leaves = [
  ['the way back', tap('tia', { kind: 'back-to-settings' })],
  ['a no', tap('tia', { kind: 'never-mind' })],
  ['a cancelled search', tap('tia', { kind: 'cancel' })],
  ['a forged button', inbound('tia', { kind: 'tap', data: 'robots:win', on: undefined })],
  ['a command', command('tia', 'help')],
] as const

test.each(leaves)('a question is left by %s, and no text answers it any more', async (_, leave) => {
  const service = await idle('tia')
  const question = await asks(service, 'tia', 'bio')
  await service.hear({ ...leave, seenKey: undefined })
  service.clock.advance(limits.promptMs - 1)
  await service.hear(text('tia', 'Hello?'))
  expect(last(service, 'tia')).toContain('nobody has read that')
  // A reply to it is an answer all the same.
  await service.hear(reply(service, 'tia', 'Two cats', question))
  expect(last(service, 'tia')).toContain('Two cats')
  await service.hear(text('tia', 'Hello again?'))
  expect(last(service, 'tia')).toContain('nobody has read that')
})

test.each(leaves)('a question that has not arrived yet is left by %s, too', async (_, leave) => {
  const service = await idle('tia')
  const release = service.adapter.hold('tia')
  await service.inbox.receive([tap('tia', { kind: 'prompt', what: 'bio' })])
  await expect.poll(() => service.adapter.attempts.at(-1)?.action).toHaveProperty('asksReply')
  await service.inbox.receive([{ ...leave, seenKey: undefined }])
  release()
  await service.rest()
  const question = must(
    service.adapter.chats.of('tia').find((seen) => seen.text.includes('Reply to this message')),
    'it has arrived',
  )
  await service.hear(text('tia', 'Hello?'))
  expect(last(service, 'tia')).toContain('nobody has read that')
  await service.hear(reply(service, 'tia', 'Two cats', question.ref))
  expect(last(service, 'tia')).toContain('Two cats')
})

test('asked for something else, they answer that alone, also before it has arrived', async () => {
  const service = await idle('tia')
  await asks(service, 'tia', 'bio')
  const release = service.adapter.hold('tia')
  await service.inbox.receive([tap('tia', { kind: 'prompt', what: 'interest' })])
  await service.inbox.receive([text('tia', 'knitting')])
  release()
  await service.rest()
  expect(last(service, 'tia')).toContain('nobody has read that')
  await service.hear(text('tia', 'sewing'), command('tia', 'settings'))
  expect(last(service, 'tia')).toContain('sewing')
  expect(last(service, 'tia')).not.toContain('knitting')
})

test('asked whether to go on looking, what they answer is no bio (6.4)', async () => {
  const service = await createService()
  await service.hear(...join('tia'), tap('tia', { kind: 'prompt', what: 'bio' }))
  await pass(service, 10 * minute + 2 * second)
  expect(last(service, 'tia')).toContain('Shall we go on')
  await service.hear(text('tia', 'yes'), command('tia', 'settings'))
  expect(last(service, 'tia')).toContain('About you: –')
})

test('an album is refused as an answer once, and the question still known (1.5, 6.4)', async () => {
  const service = await chatting()
  const question = await asks(service, 'tia', 'bio')
  const before = heard(service, 'tia').length
  const replyTo = { ref: question, at: service.clock.now() }
  for (const album of ['one', 'two'])
    for (let item = 0; item < 10; item += 1) {
      const content = photos([`${album} ${item}`], '', album)
      await service.hear(
        inbound('tia', { kind: 'message', ref: ref(`${album} ${item}`), content, replyTo }),
      )
    }
  expect(heard(service, 'tia')).toHaveLength(before + 2)
  await service.hear(reply(service, 'tia', 'Two cats', question))
  expect(last(service, 'tia')).toContain('Two cats')
  expect(last(service, 'dan')).not.toContain('Two cats')
})
