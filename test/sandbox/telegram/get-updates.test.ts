import { describe, expect, it } from 'vitest'

import { lastUpdateId, openSandbox, refusal } from './sandbox.ts'

const conflict =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

describe('getUpdates', () => {
  it('tells what people did in order, with ids that count up', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, boris } = sandbox
    anna.say('one')
    boris.say('two')
    anna.say('three')
    const updates = await api.getUpdates()
    expect(updates.map(({ message }) => message?.text)).toEqual(['one', 'two', 'three'])
    const [first] = updates.map((update) => update.update_id)
    expect(updates.map((update) => update.update_id - (first ?? 0))).toEqual([0, 1, 2])
  })

  it('tells the same again until a higher offset confirms it', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    anna.say('one')
    anna.say('two')
    const once = await api.getUpdates()
    expect(await api.getUpdates()).toEqual(once)
    expect(await api.getUpdates({ offset: once[0]?.update_id ?? 0 })).toEqual(once)
    const rest = await api.getUpdates({ offset: (once[0]?.update_id ?? 0) + 1 })
    expect(rest.map(({ message }) => message?.text)).toEqual(['two'])
    expect(await api.getUpdates()).toEqual(rest)
    expect(await api.getUpdates({ offset: lastUpdateId(rest) + 1 })).toEqual([])
    expect(await api.getUpdates({ offset: once[0]?.update_id ?? 0 })).toEqual([])
  })

  it('gives no more than the limit, and forgets all but the last ones at a negative offset', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    for (const word of ['one', 'two', 'three', 'four']) anna.say(word)
    const texts = async (options: Parameters<typeof api.getUpdates>[0]): Promise<unknown> =>
      (await api.getUpdates(options)).map(({ message }) => message?.text)
    expect(await texts({ limit: 2 })).toEqual(['one', 'two'])
    expect(await texts({ offset: -2 })).toEqual(['three', 'four'])
    expect(await texts({})).toEqual(['three', 'four'])
  })

  it('keeps what nobody has asked for no longer than a day', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, pass } = sandbox
    anna.say('yesterday')
    pass(23 * 3600 * 1000)
    anna.say('today')
    expect(await api.getUpdates()).toHaveLength(2)
    pass(2 * 3600 * 1000)
    expect((await api.getUpdates()).map(({ message }) => message?.text)).toEqual(['today'])
  })

  it('holds a poll until something happens, and answers at once then', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const { poll } = await sandbox.holdPoll()
    anna.say('at last')
    anna.say('and more')
    expect((await poll).map(({ message }) => message?.text)).toEqual(['at last', 'and more'])
  })

  it('answers a held poll with nothing when its time is over', async () => {
    await using sandbox = await openSandbox()
    expect(await sandbox.api.getUpdates({ timeout: 1 })).toEqual([])
  })

  it('fails the first of two polls and gives everything to the second', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    const { poll } = await sandbox.holdPoll()
    const first = refusal(poll)
    const second = api.getUpdates({ timeout: 30 })
    expect(await first).toMatchObject({ code: 409, description: conflict })
    anna.say('whose is it?')
    expect((await second).map(({ message }) => message?.text)).toEqual(['whose is it?'])
  })

  it('gives the next bot what was said while the poll of a killed one was open', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, server } = sandbox
    const kill = new AbortController()
    const params = { offset: await sandbox.nextOffset(), timeout: 30 }
    const killed = refusal(sandbox.fetch('getUpdates', params, kill.signal))
    await server.flushed()
    kill.abort()
    expect(await killed).toBe('AbortError')
    anna.say('anybody there?')
    const updates = await api.getUpdates({ timeout: 30 })
    expect(updates.map(({ message }) => message?.text)).toEqual(['anybody there?'])
  })

  it('honours allowed_updates from then on, until another list comes', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    await api.getUpdates({ allowed_updates: ['my_chat_member'] })
    anna.say('unheard')
    await api.getUpdates()
    anna.say('unheard too')
    anna.block()
    anna.unblock()
    const updates = await api.getUpdates()
    expect(updates.map((update) => Object.keys(update)[1])).toEqual([
      'my_chat_member',
      'my_chat_member',
    ])
    expect(await api.getWebhookInfo()).toMatchObject({
      pending_update_count: 2,
      allowed_updates: ['my_chat_member'],
    })

    await api.getUpdates({ offset: lastUpdateId(updates) + 1, allowed_updates: [] })
    anna.say('heard again')
    expect((await api.getUpdates()).map(({ message }) => message?.text)).toEqual(['heard again'])
  })

  it('is flushed once everything so far is confirmed, not merely handed out', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, server } = sandbox
    await server.flushed()
    anna.say('one')
    let isFlushed = false
    const flushed = server.flushed().then(() => (isFlushed = true))
    const updates = await api.getUpdates()
    expect(isFlushed).toBe(false)
    anna.say('a later one')
    await api.getUpdates({ offset: lastUpdateId(updates) + 1 })
    await flushed
    expect(isFlushed).toBe(true)
  })

  it('forgets everything when the webhook is deleted with what is pending', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, server } = sandbox
    anna.say('one')
    await api.deleteWebhook({ drop_pending_updates: true })
    await server.flushed()
    expect(await api.getUpdates()).toEqual([])
  })
})
