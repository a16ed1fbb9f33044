// Edits, deletions and reactions as they come through the gateway, live and while a chat is caught up.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { InboundEvent } from '../../../src/core/inbound.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { until } from '../../support/until.ts'
import { addressOf, createSetting, notAborted, send, type Setting } from './setting.ts'

let setting: Setting
beforeEach(async () => {
  setting = await createSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

const requests = (kind: string) => setting.sandbox.requests.filter(({ method }) => method === kind)

const kinds = (): readonly InboundEvent['kind'][] => setting.host.events.map(({ kind }) => kind)

/** An adapter has run and is gone; Ann has been heard. */
async function runOnce(): Promise<void> {
  const { adapter, host, ann } = setting
  await adapter.start(host)
  await addressOf(setting, ann)
  await adapter[Symbol.asyncDispose]()
}

describe('what people do to their messages', () => {
  it('is heard in its order, from who did it', async () => {
    const { ann, host, adapter } = setting
    await adapter.start(host)
    const said = ann.say('helo')
    ann.edit(said.id, '**hello**')
    ann.remove(said.id)
    await until(() => host.taken.length === 3, 'all is taken in')
    expect(host.events).toMatchObject([
      { kind: 'message', ref: said.id },
      { kind: 'edited', ref: said.id, content: { text: { text: 'hello' } } },
      { kind: 'deleted', refs: [said.id] },
    ])
    expect(new Set(host.taken.map(({ sender }) => sender.address)).size).toBe(1)
    const keys = host.taken.map(({ seenKey }) => seenKey?.split(':')[0])
    expect(keys).toEqual(['create', 'edit', 'delete'])
  })

  it('is heard as reactions that come and go, under their messages and ours', async () => {
    const { ann, host, adapter } = setting
    await adapter.start(host)
    const to = await addressOf(setting, ann)
    const { refs } = await adapter.perform({ to, key: 'k', action: send('ours') }, [], notAborted())
    const [knock] = ann.chat
    ann.react(knock?.id ?? '', ['👍', '❤️'])
    ann.react(knock?.id ?? '', ['❤️'])
    ann.react(refs[0] ?? '', ['🔥'])
    await until(() => host.taken.length === 5, 'all is taken in')
    const under = (ref: string | undefined, kind: string, emoji: string) => ({
      sender: { platform: 'discord', id: ann.id, address: to },
      seenKey: undefined,
      position: undefined,
      event: { kind: 'reacted', ref, reaction: { kind, emoji } },
    })
    expect(host.taken.slice(1)).toEqual([
      under(knock?.id, 'added', '👍'),
      under(knock?.id, 'added', '❤️'),
      under(knock?.id, 'removed', '👍'),
      under(refs[0], 'added', '🔥'),
    ])
  })

  it('is not what Discord does to them: a preview that has loaded is no edit', async () => {
    const { ann, host, adapter, sandbox } = setting
    await adapter.start(host)
    const said = ann.say('see https://example.org/')
    sandbox.unfurl(ann, said.id)
    ann.say('last')
    await until(() => host.words.includes('last'), 'the last is heard')
    expect(kinds()).toEqual(['message', 'message'])
  })

  it('is told of no message of ours, whether we change it or take it back', async () => {
    const { ann, host, adapter, sandbox } = setting
    await adapter.start(host)
    const to = await addressOf(setting, ann)
    const { refs } = await adapter.perform({ to, key: 'k', action: send('one') }, [], notAborted())
    const [ref] = refs
    if (ref === undefined) throw new Error('It was not sent.')
    const { text } = send('two')
    const edit = { kind: 'edit', ref, text, buttons: [] } as const
    await adapter.perform({ to, key: 'l', action: edit }, [], notAborted())
    const action = { kind: 'delete', ref } as const
    await adapter.perform({ to, key: 'm', action }, [], notAborted())
    expect(ann.chat.map((message) => message.text)).toEqual(['knock'])
    ann.say('last')
    await sandbox.flushed()
    await until(() => host.words.includes('last'), 'the last is heard')
    expect(kinds()).toEqual(['message', 'message'])
  })
})

describe('after a restart', () => {
  it('a deletion in an open chat that was silent since is heard', async () => {
    const { ann, host, another } = setting
    await runOnce()
    const address = await addressOf(setting, ann)
    host.chats = async () => [{ address, after: undefined }]
    await another().start(host)
    const [knock] = ann.chat
    ann.remove(knock?.id ?? '')
    await until(() => host.taken.length === 2, 'it is heard')
    expect(host.taken[1]).toMatchObject({
      sender: { platform: 'discord', id: ann.id, address },
      event: { kind: 'deleted', refs: [knock?.id] },
    })
  })

  it('a deletion in a chat that is not open and was silent since is nobody’s', async () => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    await another().start(host)
    ann.remove(ann.chat[0]?.id ?? '')
    await sandbox.flushed()
    ann.say('back')
    await until(() => host.words.includes('back'), 'she is heard')
    expect(kinds()).toEqual(['message', 'message'])
  })

  it('a deletion waits until the open chats are known', async () => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    const address = await addressOf(setting, ann)
    const known = Promise.withResolvers<void>()
    let isAsked = false
    host.chats = async () => {
      isAsked = true
      await known.promise
      return [{ address, after: host.taken.at(-1)?.position }]
    }
    await another().start(host)
    await until(() => isAsked, 'the chats are asked for')
    ann.remove(ann.chat[0]?.id ?? '')
    ann.say('and now?')
    await sandbox.flushed()
    expect(kinds()).toEqual(['message'])
    known.resolve()
    await until(() => host.taken.length === 3, 'all is taken in')
    expect(new Set(kinds().slice(1))).toEqual(new Set(['deleted', 'message']))
  })

  it.each([
    { when: 'while a chat is caught up', isCut: false },
    { when: 'while a chat is caught up, and before the same session goes on', isCut: true },
  ])('what is done $when comes after what was missed, in its order', async ({ isCut }) => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    const missed = ann.say('missed')
    host.chats = async () => {
      const last = host.taken.at(-1)
      return last === undefined ? [] : [{ address: last.sender.address, after: last.position }]
    }
    sandbox.inject({ method: 'GET messages', fault: { kind: 'server-error' } })
    const clock = createManualClock(Date.now())
    await another({ clock }).start(host)
    await until(() => requests('GET messages').length === 1, 'the first attempt')
    ann.edit(missed.id, 'missed no more')
    ann.say('live')
    ann.react(missed.id, ['👍'])
    ann.react(missed.id, [])
    ann.remove(ann.chat[0]?.id ?? '')
    await sandbox.flushed()
    if (isCut) {
      host.states.length = 0
      sandbox.cutConnections()
      await until(() => host.states.includes('connected'), 'the session goes on')
    }
    expect(kinds()).toEqual(['message'])
    await until(() => {
      clock.advance(500)
      return host.taken.length === 7
    }, 'all is taken in')
    // The history shows the live message too; it is heard where it was told.
    const done = ['edited', 'message', 'reacted', 'reacted', 'deleted']
    expect(kinds().slice(1)).toEqual(['message', ...done])
    expect(host.words).toEqual(['knock', 'missed no more', 'live'])
  })
})
