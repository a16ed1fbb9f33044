// The adapter and the sandbox's people, as in a real conversation.

import { afterEach, beforeEach, expect, test } from 'vitest'

import { createTelegramAdapter } from '../../../adapters/telegram/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Action } from '../../../src/core/action.ts'
import { address, ref } from '../../../src/core/address.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { silentLog } from '../../../src/log.ts'
import type { SandboxPerson } from '../../../src/sandbox/person.ts'
import type { SandboxServer } from '../../../src/sandbox/server.ts'
import { createTelegramSandbox } from '../../../src/sandbox/telegram/telegram-sandbox.ts'
import { RecordingHost } from './recording-host.ts'
import { commands, profile } from './setting.ts'

let sandbox: SandboxServer
let adapter: Adapter
let host: RecordingHost
let ann: SandboxPerson
let passedMs: number

beforeEach(async () => {
  passedMs = 0
  sandbox = await createTelegramSandbox({ now: () => Date.now() + passedMs })
  ann = sandbox.addPerson({ name: 'Annabel', username: 'annabel_leigh' })
  host = new RecordingHost()
  const { token, apiRoot } = sandbox
  adapter = createTelegramAdapter({
    token,
    apiRoot,
    clock: systemClock,
    log: silentLog,
    commands,
    profile,
  })
})

afterEach(async () => {
  await adapter[Symbol.asyncDispose]()
  await sandbox[Symbol.asyncDispose]()
})

const events = () => host.offered.flat().map(({ event }) => event)

function perform(action: Action) {
  const delivery = { to: address(ann.id), key: 'k', action }
  return adapter.perform(delivery, [], new AbortController().signal)
}

const send = (text: string, more: Partial<Extract<Action, { kind: 'send' }>> = {}) =>
  perform({ kind: 'send', text: plain(text), buttons: [], replyTo: undefined, ...more })

test('what was said before we came and while we are there arrives in its order', async () => {
  ann.command('start')
  ann.say('hello', { entities: [{ type: 'bold', offset: 0, length: 4 }] })
  await adapter.start(host)
  ann.say('anybody?', { replyTo: ann.chat[1]?.id ?? '' })
  await sandbox.flushed()
  expect(events()).toMatchObject([
    { kind: 'command', command: 'start' },
    {
      content: {
        text: { text: 'hello', ranges: [{ start: 0, end: 4, format: { kind: 'bold' } }] },
      },
    },
    { content: { text: { text: 'anybody?' } }, replyTo: { ref: `${ann.id}/${ann.chat[1]?.id}` } },
  ])
})

test('a message with buttons appears, answers, is tapped, changed and loses its buttons', async () => {
  await adapter.start(host)
  const question = ann.say('who?')
  const rich = { text: 'me', ranges: [{ start: 0, end: 2, format: { kind: 'spoiler' } }] } as const
  const buttons = [[{ label: 'Yes', data: 'yes', style: 'primary' }]] as const
  const replyTo = ref(`${ann.id}/${question.id}`)
  const { refs } = await send('', { text: rich, buttons, replyTo })
  const seen = ann.chat.at(-1)
  expect(seen).toMatchObject({
    from: 'bot',
    text: 'me',
    entities: [{ type: 'spoiler', offset: 0, length: 2 }],
    buttons: [[{ label: 'Yes', data: 'yes' }]],
    replyTo: question.id,
  })
  expect(refs).toEqual([`${ann.id}/${seen?.id}`])

  await ann.tap(seen?.id ?? '', 'yes')
  await host.until(() => events().some(({ kind }) => kind === 'tap'))
  expect(events().at(-1)).toEqual({ kind: 'tap', data: 'yes', on: refs[0] })

  const edit = {
    kind: 'edit',
    ref: ref(refs[0] ?? ''),
    text: plain('it was me'),
    buttons: [],
  } as const
  expect(await perform(edit)).toEqual({ refs: [] })
  expect(ann.chat.at(-1)).toMatchObject({ text: 'it was me', buttons: [], edited: true })
  expect(await perform(edit)).toEqual({ refs: [] })
})

test('a reply to a message that is gone arrives without the mark', async () => {
  const question = ann.say('who?')
  ann.remove(question.id)
  await send('me', { replyTo: ref(`${ann.id}/${question.id}`) })
  expect(ann.chat.at(-1)).toMatchObject({ text: 'me', replyTo: undefined })
})

test('a message is changed, reacted to and taken back as its sender wants it', async () => {
  await adapter.start(host)
  const said = ann.say('helo')
  ann.edit(said.id, 'hello')
  ann.react(said.id, ['❤'])
  ann.react(said.id, [])
  ann.say('/delete', { replyTo: said.id })
  await sandbox.flushed()
  const name = `${ann.id}/${said.id}`
  expect(events()).toMatchObject([
    { kind: 'message', ref: name },
    { kind: 'edited', ref: name, content: { text: { text: 'hello' } } },
    { kind: 'reacted', ref: name, reaction: { kind: 'set', emoji: ['❤'] } },
    { kind: 'reacted', ref: name, reaction: { kind: 'set', emoji: [] } },
    { kind: 'command', command: 'delete', replyTo: { ref: name } },
  ])
})

test('a message of two days ago cannot be taken back', async () => {
  ann.say('hi')
  const { refs } = await send('old')
  passedMs = 48 * 3600 * 1000
  const retracting = perform({ kind: 'delete', ref: refs[0] ?? ref('') })
  await expect(retracting).rejects.toMatchObject({ failure: { kind: 'rejected' } })
  expect(ann.chat.at(-1)).toMatchObject({ text: 'old' })
})

test('what Telegram has no reaction for, and what is gone, cannot be reacted to', async () => {
  const said = ann.say('hi')
  const react = (name: string, emoji: string) =>
    perform({ kind: 'react', ref: ref(name), emoji: [emoji], before: [] })
  const rejected = { failure: { kind: 'rejected' } }
  await expect(react(`${ann.id}/${said.id}`, '🦖')).rejects.toMatchObject(rejected)
  await expect(react(`${ann.id}/999`, '👍')).rejects.toMatchObject(rejected)
  await react(`${ann.id}/${said.id}`, '❤️')
  expect(ann.chat[0]?.reactions).toEqual([{ emoji: '❤', from: 'bot' }])
})

test.each([
  'contact',
  'story',
  'game',
  'invoice',
  'paid-media',
  'giveaway',
  'checklist',
  'unknown',
])('a %s is refused by its name', async (kind) => {
  ann.send(kind)
  await adapter.start(host)
  await sandbox.flushed()
  expect(events()).toMatchObject([{ content: { kind: 'refused', what: kind } }])
})

test.each(['poll', 'dice', 'forward', 'rich-message'])('a %s is said in words', async (kind) => {
  ann.send(kind)
  await adapter.start(host)
  await sandbox.flushed()
  expect(events()).toMatchObject([{ content: { kind: 'text' } }])
})

test('blocking the bot is told, and sending to who blocked it says that they are gone', async () => {
  ann.say('hi')
  await adapter.start(host)
  ann.block()
  await sandbox.flushed()
  expect(events().at(-1)).toEqual({ kind: 'blocked' })
  await expect(send('still there?')).rejects.toMatchObject({ failure: { kind: 'recipient-gone' } })
  ann.unblock()
  await sandbox.flushed()
  expect(events().at(-1)).toEqual({ kind: 'unblocked' })
})

test('somebody who never wrote or has no account any more is gone', async () => {
  await expect(send('hi')).rejects.toMatchObject({ failure: { kind: 'recipient-gone' } })
  ann.say('hi')
  ann.deleteAccount()
  await expect(send('hi')).rejects.toMatchObject({ failure: { kind: 'recipient-gone' } })
})

test('typing is shown', async () => {
  ann.say('hi')
  const shown = new Promise<void>((resolve) => {
    ann.onChange(() => ann.typingSeen > 0 && resolve())
  })
  adapter.showTyping(address(ann.id))
  await shown
})

test.each([
  [{ kind: 'rate-limited', retryAfterMs: 3000, scope: 'lane' }, 'rate-limited'],
  [{ kind: 'rejected' }, 'rejected'],
  [{ kind: 'server-error' }, 'unknown'],
  [{ kind: 'unauthorized' }, 'adapter-halted'],
  [{ kind: 'html' }, 'adapter-halted'],
  [{ kind: 'cut-before' }, 'unknown'],
  [{ kind: 'cut-after' }, 'unknown'],
] as const)('the fault %j means %s', async (fault, kind) => {
  ann.say('hi')
  sandbox.inject({ fault })
  await expect(send('hello')).rejects.toMatchObject({ failure: { kind } })
})

test('a cut connection is made again and nothing is lost', async () => {
  await adapter.start(host)
  sandbox.cutConnections()
  ann.say('hi')
  await host.until(() => host.offered.length === 1)
  expect(events()).toMatchObject([{ content: { text: { text: 'hi' } } }])
})

test('the next adapter hears nothing twice of what the last one took in', async () => {
  await adapter.start(host)
  ann.say('first')
  await host.until(() => host.offered.length === 1)
  await adapter[Symbol.asyncDispose]()
  ann.say('second')
  const { token, apiRoot } = sandbox
  const clock = systemClock
  adapter = createTelegramAdapter({ token, apiRoot, clock, log: silentLog, commands, profile })
  await adapter.start(host)
  await sandbox.flushed()
  expect(events()).toMatchObject([
    { content: { text: { text: 'first' } } },
    { content: { text: { text: 'second' } } },
  ])
})
