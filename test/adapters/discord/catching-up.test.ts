import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { OpenChat } from '../../../src/adapter.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { until } from '../../support/until.ts'
import { RecordingHost } from './recording-host.ts'
import { addressOf, createSetting, notAborted, send, type Setting } from './setting.ts'

let setting: Setting
beforeEach(async () => {
  setting = await createSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

/** The chat from the last thing that was taken in. */
const open = async (): Promise<readonly OpenChat[]> => {
  const last = setting.host.taken.at(-1)
  return last === undefined ? [] : [{ address: last.sender.address, after: last.position }]
}

const requests = (kind: string) => setting.sandbox.requests.filter(({ method }) => method === kind)

/** An adapter has run and is gone; Ann has been heard. */
async function runOnce(): Promise<void> {
  const { adapter, host, ann } = setting
  await adapter.start(host)
  await addressOf(setting, ann)
  await adapter[Symbol.asyncDispose]()
}

describe('after having been away', () => {
  it('hears what was said meanwhile, over pages, oldest first, without the bot’s own', async () => {
    const { ann, host, another, adapter } = setting
    await runOnce()
    const to = await addressOf(setting, ann)
    const said = Array.from({ length: 205 }, (_, index) => `word ${index}`)
    for (const words of said) ann.say(words)
    await adapter.perform({ to, key: 'k', action: send('from us') }, [], notAborted())
    ann.say('/stop')
    host.chats = open
    await another().start(host)
    await until(() => host.taken.length === 207, 'all is taken in')
    expect(host.words).toEqual(['knock', ...said])
    expect(host.events.at(-1)).toEqual({ kind: 'command', command: 'stop', replyTo: undefined })
  })

  it('reads nothing where there is no place to start from', async () => {
    const { ann, host, another } = setting
    await runOnce()
    const address = await addressOf(setting, ann)
    host.chats = async () => [{ address, after: undefined }]
    await another().start(host)
    ann.say('live')
    await until(() => host.words.includes('live'), 'live events flow')
    expect(requests('GET messages')).toEqual([])
  })

  it('holds live events of a chat until what was missed is committed, and of no other chat', async () => {
    const { ann, host, another, sandbox } = setting
    const bob = sandbox.addPerson({ name: 'Bob', username: 'bob_stone' })
    await runOnce()
    ann.say('missed 1')
    ann.say('missed 2')
    host.chats = open
    sandbox.inject({ method: 'GET messages', fault: { kind: 'server-error' } })
    const clock = createManualClock(Date.now())
    await another({ clock }).start(host)
    await until(() => requests('GET messages').length === 1, 'the first attempt')
    ann.say('live')
    ann.type()
    bob.say('from Bob')
    await sandbox.flushed()
    await until(() => host.words.includes('from Bob'), 'Bob is not held')
    expect(host.words).toEqual(['knock', 'from Bob'])
    await until(() => {
      clock.advance(500)
      return host.words.includes('live')
    }, 'Ann is heard')
    expect(host.words).toEqual(['knock', 'from Bob', 'missed 1', 'missed 2', 'live'])
    expect(host.events.some((event) => event.kind === 'typing')).toBe(false)
  })

  it('holds everybody while the open chats are not known, and asks again when that fails', async () => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    ann.say('missed')
    let asked = 0
    host.chats = async () => {
      asked += 1
      if (asked < 3) throw new Error('disk full')
      return open()
    }
    const clock = createManualClock(Date.now())
    await another({ clock }).start(host)
    await until(() => asked === 1, 'the chats are asked for')
    ann.say('live')
    await sandbox.flushed()
    expect(host.words).toEqual(['knock'])
    await until(() => {
      clock.advance(100)
      return host.words.length === 3
    }, 'all is taken in')
    expect(host.words).toEqual(['knock', 'missed', 'live'])
  })

  it('waits as long as a rate limit says', async () => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    ann.say('missed')
    host.chats = open
    const fault = { kind: 'rate-limited', retryAfterMs: 1500, scope: 'lane' } as const
    sandbox.inject({ method: 'GET messages', fault })
    const clock = createManualClock(Date.now())
    await another({ clock }).start(host)
    await until(() => requests('GET messages')[0]?.status === 429, 'the refusal')
    await until(() => {
      clock.advance(1)
      return host.words.length === 2
    }, 'it is read')
    expect(requests('GET messages')).toHaveLength(2)
  })

  it('gives up a chat that is gone, and lets its live events go on', async () => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    host.chats = open
    sandbox.inject({ method: 'GET messages', fault: { kind: 'rejected' } })
    await another().start(host)
    ann.say('live')
    await until(() => host.words.includes('live'), 'live events flow')
    expect(requests('GET messages')).toHaveLength(1)
  })

  it('halts when Discord accepts the token no more', async () => {
    const { host, another, sandbox } = setting
    await runOnce()
    host.chats = open
    sandbox.inject({ method: 'GET messages', fault: { kind: 'unauthorized' } })
    await another().start(host)
    await until(() => host.states.includes('halted'), 'it halts')
    expect(host.problems).toHaveLength(1)
  })

  it('reads at most four chats at once', async () => {
    const { host, another, sandbox } = setting
    await runOnce()
    const people = Array.from({ length: 9 }, () => sandbox.addPerson())
    const first = new RecordingHost()
    const former = another()
    await former.start(first)
    for (const person of people) person.say('hi')
    await until(() => first.taken.length === 9, 'all are heard')
    await former[Symbol.asyncDispose]()
    host.chats = async () =>
      first.taken.map(({ sender, position }) => ({ address: sender.address, after: position }))
    sandbox.inject({ method: 'GET messages', times: 4, fault: { kind: 'hang', carriedOut: false } })
    await another({ requestTimeoutMs: 300 }).start(host)
    await until(() => requests('GET messages').length === 4, 'four are read')
    people[0]?.say('and later')
    await sandbox.flushed()
    expect(requests('GET messages')).toHaveLength(4)
    await until(() => requests('GET messages').length > 8, 'the others follow')
  })
})

describe('a connection that is lost', () => {
  it('goes on with the same session, and hears what was dispatched meanwhile', async () => {
    const { ann, host, adapter, sandbox } = setting
    host.chats = open
    await adapter.start(host)
    ann.say('one')
    await until(() => host.words.length === 1, 'one is heard')
    sandbox.cutConnections()
    ann.say('two')
    await until(() => host.words.length === 2, 'two is heard')
    expect(host.states).toEqual(['connected', 'reconnecting', 'connected'])
    expect(requests('GET messages')).toEqual([])
  })

  it('reads by REST what a new session does not repeat', async () => {
    const { ann, host, adapter, sandbox } = setting
    host.chats = open
    await adapter.start(host)
    ann.say('one')
    await until(() => host.words.length === 1, 'one is heard')
    sandbox.invalidateSession()
    ann.say('two')
    await until(() => host.words.length === 2, 'two is heard')
    ann.say('three')
    await until(() => host.words.length === 3, 'three is heard')
    expect(host.words).toEqual(['one', 'two', 'three'])
    expect(requests('GET messages').length).toBeGreaterThan(0)
  })

  it('starts reading again when the session is lost while reading', async () => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    ann.say('missed')
    host.chats = open
    sandbox.inject({ method: 'GET messages', fault: { kind: 'hang', carriedOut: false } })
    await another({ requestTimeoutMs: 60_000 }).start(host)
    await until(() => requests('GET messages').length === 1, 'reading begins')
    ann.say('live')
    sandbox.invalidateSession()
    ann.say('later')
    await until(() => host.words.length === 4, 'all is heard')
    expect(host.words).toEqual(['knock', 'missed', 'live', 'later'])
  })

  it('starts reading again when the connection is cut while reading', async () => {
    const { ann, host, another, sandbox } = setting
    await runOnce()
    ann.say('missed')
    host.chats = open
    sandbox.inject({ method: 'GET messages', fault: { kind: 'hang', carriedOut: false } })
    await another({ requestTimeoutMs: 60_000 }).start(host)
    await until(() => requests('GET messages').length === 1, 'reading begins')
    ann.say('live')
    await sandbox.flushed()
    sandbox.cutConnections()
    await until(() => host.words.length === 3, 'all is heard')
    expect(host.words).toEqual(['knock', 'missed', 'live'])
  })
})
