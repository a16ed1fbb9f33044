import { describe, expect, it } from 'vitest'

import type { Fault, RecordedRequest } from '../../../src/sandbox/server.ts'
import { openSandbox, refusal } from './sandbox.ts'

describe('a fault', () => {
  it.each<[Fault, number, string, object]>([
    [
      { kind: 'rate-limited', retryAfterMs: 1500, scope: 'lane' },
      429,
      'Too Many Requests: retry after 2',
      { retry_after: 2 },
    ],
    [
      { kind: 'rate-limited', retryAfterMs: 0, scope: 'platform' },
      429,
      'Too Many Requests: retry after 1',
      { retry_after: 1 },
    ],
    [{ kind: 'rejected' }, 400, 'Bad Request: ENTITY_BOUNDS_INVALID', {}],
    [{ kind: 'server-error' }, 500, 'Internal Server Error', {}],
    [{ kind: 'unauthorized' }, 401, 'Unauthorized', {}],
  ])('%o is answered in Telegram’s words, once', async (fault, code, description, parameters) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, server } = sandbox
    server.inject({ fault })
    expect(await refusal(api.sendMessage(annaId, 'x'))).toEqual({ code, description, parameters })
    expect(anna.chat).toHaveLength(1)
    expect(server.requests.at(-1)).toMatchObject({
      status: code,
      carriedOut: false,
      person: anna.id,
    })
    await api.sendMessage(annaId, 'x')
    expect(anna.chat).toHaveLength(2)
  })

  it.each<[Fault, boolean]>([
    [{ kind: 'cut-before' }, false],
    [{ kind: 'cut-after' }, true],
  ])('%o cuts the connection', async (fault, carriedOut) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, server } = sandbox
    server.inject({ fault })
    expect(await refusal(api.sendMessage(annaId, 'x'))).toBe('HttpError')
    expect(anna.chat).toHaveLength(carriedOut ? 2 : 1)
    expect(server.requests.at(-1)).toMatchObject({ status: undefined, carriedOut })
  })

  it.each([true, false])('hangs until the client gives up, carried out: %s', async (carriedOut) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, server } = sandbox
    server.inject({ fault: { kind: 'hang', carriedOut } })
    const abort = new AbortController()
    const hung = refusal(sandbox.fetch('sendMessage', { chat_id: annaId, text: 'x' }, abort.signal))
    const recorded = (): RecordedRequest | undefined =>
      server.requests.find(({ method }) => method === 'sendMessage')
    while (recorded() === undefined) await api.getMe()
    expect(recorded()).toMatchObject({ status: undefined, carriedOut })
    expect(anna.chat).toHaveLength(carriedOut ? 2 : 1)
    abort.abort()
    expect(await hung).toBe('AbortError')
  })

  it('can be a page that is not Telegram’s', async () => {
    await using sandbox = await openSandbox()
    const { apiRoot, server } = sandbox
    server.inject({ method: 'getMe', fault: { kind: 'html' } })
    const response = await fetch(`${apiRoot}/bot${server.token}/getMe`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch('text/html')
    expect(await response.text()).toMatch('<!doctype html>')
  })

  it('hits sending unless it names another method, for as many times as it says', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, server } = sandbox
    server.inject({ times: 2, fault: { kind: 'server-error' } })
    await api.sendChatAction(annaId, 'typing')
    expect(await refusal(api.sendMessage(annaId, 'x'))).toMatchObject({ code: 500 })
    expect(await refusal(api.editMessageText(annaId, 1, 'x'))).toMatchObject({ code: 500 })
    await api.sendMessage(annaId, 'x')

    anna.say('still here')
    server.inject({ method: 'getUpdates', fault: { kind: 'server-error' } })
    expect(await refusal(api.getUpdates())).toMatchObject({ code: 500 })
    expect(await api.getUpdates()).toHaveLength(1)
  })

  it('hits one person only, or nobody any more once cleared', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna, boris, server } = sandbox
    server.inject({ person: anna, times: 2, fault: { kind: 'server-error' } })
    await api.sendMessage(boris.id, 'x')
    expect(await refusal(api.sendMessage(annaId, 'x'))).toMatchObject({ code: 500 })
    server.clearFaults()
    await api.sendMessage(annaId, 'x')
  })

  it('cuts every open connection on demand, and updates survive it', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, server } = sandbox
    const { poll } = await sandbox.holdPoll()
    const cut = refusal(poll)
    server.cutConnections()
    expect(await cut).toBe('HttpError')
    anna.say('still here')
    expect(await api.getUpdates({ timeout: 30 })).toHaveLength(1)
  })

  it('can be slowness', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna, server } = sandbox
    let draws = 0
    server.setLatency(() => {
      draws += 1
      return 60
    })
    const from = performance.now()
    const sent = api.sendMessage(annaId, 'x')
    await sent
    expect(performance.now() - from).toBeGreaterThan(50)
    expect(draws).toBe(1)
    expect(anna.chat).toHaveLength(2)
  })
})
