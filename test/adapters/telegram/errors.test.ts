// Every way in which a request can fail, over real sockets with the real grammY.

import { createServer as createSocketServer } from 'node:net'

import { GrammyError, HttpError } from 'grammy'
import { expect, test } from 'vitest'

import { toDeliveryError } from '../../../adapters/telegram/errors.ts'
import type { Delivery } from '../../../src/core/action.ts'
import { ref } from '../../../src/core/address.ts'
import type { Failure } from '../../../src/core/delivery-error.ts'
import { plain } from '../../../src/core/rich-text.ts'
import {
  answers,
  closedPort,
  failure,
  http,
  listen,
  page,
  refuses,
  secret,
  to,
} from './bad-server.ts'
import { ManualClock } from './manual-clock.ts'
import { token } from './scripted-bot-api.ts'

const edit: Delivery = {
  to,
  key: 'k',
  action: { kind: 'edit', ref: ref('777000777/3'), text: plain(secret), buttons: [] },
}

test.each<[number, string, Failure['kind']]>([
  [403, 'Forbidden: bot was blocked by the user', 'recipient-gone'],
  [403, 'Forbidden: user is deactivated', 'recipient-gone'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'recipient-gone'],
  [403, "Forbidden: bot can't send messages to bots", 'recipient-gone'],
  [400, 'Bad Request: chat not found', 'recipient-gone'],
  [400, 'Bad Request: user not found', 'recipient-gone'],
  [400, 'Bad Request: PEER_ID_INVALID', 'recipient-gone'],
  [403, 'Forbidden: something new', 'rejected'],
  [400, 'Bad Request: message is too long', 'rejected'],
  [404, 'Not Found', 'rejected'],
  [413, 'Request Entity Too Large', 'rejected'],
  [401, 'Unauthorized', 'adapter-halted'],
  [500, 'Internal Server Error: restart', 'unknown'],
  [502, 'Bad Gateway', 'unknown'],
])('%i %s means %s', async (code, description, kind) => {
  expect(await failure(await refuses(code, description))).toEqual({ kind })
})

test('429 holds the lane for exactly as long as Telegram says', async () => {
  const root = await refuses(429, 'Too Many Requests: retry after 35', { retry_after: 35 })
  expect(await failure(root)).toEqual({ kind: 'rate-limited', scope: 'lane', retryAfterMs: 35_000 })
})

test('a description that repeats the request is not passed on', async () => {
  const description = `Bad Request: "${secret}" is no text for 777000777, see https://x/bot${token}/sendMessage`
  expect(await failure(await refuses(400, description))).toEqual({ kind: 'rejected' })
})

test('an edit that changes nothing has succeeded', async () => {
  const root = await refuses(
    400,
    'Bad Request: message is not modified: specified new message content',
  )
  await expect(failure(root, { delivery: edit })).rejects.toThrow('The request succeeded.')
})

test('an edit of a message that is gone is rejected', async () => {
  const root = await refuses(400, 'Bad Request: message to edit not found')
  expect(await failure(root, { delivery: edit })).toEqual({ kind: 'rejected' })
})

test.each([200, 403, 404, 302])('a page with status %i is not Telegram at all', async (status) => {
  expect(await failure(await page(status))).toEqual({ kind: 'adapter-halted' })
})

test('JSON of another service is not Telegram at all', async () => {
  expect(await failure(await answers(200, { hello: 'world' }))).toEqual({ kind: 'adapter-halted' })
})

test('JSON that breaks off leaves open what happened', async () => {
  const root = await http((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"res')
  })
  expect(await failure(root)).toEqual({ kind: 'unknown' })
})

test.each([502, 503, 504])('a page with status %i is a gateway in trouble', async (status) => {
  expect(await failure(await page(status))).toEqual({ kind: 'unknown' })
})

test('a redirect is not followed, for the token would go with it', async () => {
  let followed = 0
  const elsewhere = await http((_, response) => {
    followed += 1
    response.end('{}')
  })
  const root = await http((request, response) => {
    response.writeHead(307, { location: `${elsewhere}${request.url}` }).end('<html>moved</html>')
  })
  expect(await failure(root)).toEqual({ kind: 'adapter-halted' })
  expect(followed).toBe(0)
})

test('an answer that is cut in the middle leaves open what happened', async () => {
  const root = await http((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
    response.write('{"ok":true,', () => response.destroy())
  })
  expect(await failure(root)).toEqual({ kind: 'unknown' })
})

test('an answer without a body leaves open what happened', async () => {
  expect(await failure(await http((_, response) => response.end()))).toEqual({ kind: 'unknown' })
})

test('a connection that is reset under the request leaves open what happened, and nothing is sent twice', async () => {
  let requests = 0
  const root = await listen(
    createSocketServer((socket) => {
      socket.once('data', () => {
        requests += 1
        socket.resetAndDestroy()
      })
    }),
  )
  expect(await failure(root)).toEqual({ kind: 'unknown' })
  expect(requests).toBe(1)
})

test('a connection that is closed without an answer leaves open what happened', async () => {
  const root = await listen(createSocketServer((socket) => socket.once('data', () => socket.end())))
  expect(await failure(root)).toEqual({ kind: 'unknown' })
})

test('no answer in 30 seconds leaves open what happened', async () => {
  const clock = new ManualClock()
  const root = await http(() => clock.pass(30_000))
  expect(await failure(root, { clock })).toEqual({ kind: 'unknown' })
})

test('no answer in 29 seconds is no failure yet', async () => {
  const clock = new ManualClock()
  const result = { message_id: 1 }
  const root = await http((_, response) => {
    clock.pass(29_999)
    response.writeHead(200).end(JSON.stringify({ ok: true, result }))
  })
  await expect(failure(root, { clock })).rejects.toThrow('The request succeeded.')
})

test('a request that is called off under way leaves open what happened', async () => {
  const calledOff = new AbortController()
  const root = await http(() => calledOff.abort())
  expect(await failure(root, { signal: calledOff.signal })).toEqual({ kind: 'unknown' })
})

test('a request that is called off before it begins is not sent', async () => {
  let requests = 0
  const root = await http(() => (requests += 1))
  expect(await failure(root, { signal: AbortSignal.abort() })).toEqual({ kind: 'not-sent' })
  expect(requests).toBe(0)
})

test('a port where nobody listens is proof that nothing was sent', async () => {
  expect(await failure(await closedPort())).toEqual({ kind: 'not-sent' })
})

test('a name that cannot be looked up is proof that nothing was sent', async () => {
  expect(await failure('http://nowhere.invalid')).toEqual({ kind: 'not-sent' })
})

const systemError = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${syscall} ${code} 149.154.167.220:443`), { code, syscall })

/** Trouble with a network that a loopback has not got, wrapped as fetch and grammY wrap it. */
test.each<[string, Error, Failure['kind']]>([
  [
    'a connection that is never made',
    Object.assign(new Error('x'), { code: 'UND_ERR_CONNECT_TIMEOUT' }),
    'not-sent',
  ],
  ['no way to the network', systemError('ENETUNREACH', 'connect'), 'not-sent'],
  ['no way to the host', systemError('EHOSTUNREACH', 'connect'), 'not-sent'],
  ['a name server that does not answer', systemError('EAI_AGAIN', 'getaddrinfo'), 'not-sent'],
  [
    'a certificate of somebody else',
    Object.assign(new Error('x'), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
    'not-sent',
  ],
  [
    'no way to any of its addresses',
    new AggregateError([
      systemError('ETIMEDOUT', 'connect'),
      systemError('ENETUNREACH', 'connect'),
    ]),
    'not-sent',
  ],
  ['a made connection that dies', systemError('ETIMEDOUT', 'read'), 'unknown'],
  ['a made connection that breaks', systemError('EPIPE', 'write'), 'unknown'],
  ['a made connection that loses its way', systemError('EHOSTUNREACH', 'read'), 'unknown'],
])('%s', (_, cause, kind) => {
  const error = new HttpError('Network request failed!', new TypeError('fetch failed', { cause }))
  expect(toDeliveryError('send', error).failure).toEqual({ kind })
})

test('an error of our own leaves open what happened', () => {
  expect(toDeliveryError('send', new RangeError('oops')).failure).toEqual({
    kind: 'unknown',
  })
})

test('the message names what was tried and what Telegram said', () => {
  const answer = {
    ok: false,
    error_code: 400,
    description: 'Bad Request: message is too long',
  } as const
  const error = new GrammyError('failed', answer, 'sendMessage', { text: secret })
  expect(toDeliveryError('send', error).message).toBe(
    'Telegram send: 400 Bad Request: message is too long',
  )
})
