// Requests that carry files can fail while half of them is on its way: what may have arrived, and what surely has not.

import { createServer as createSocketServer } from 'node:net'

import { expect, test } from 'vitest'

import type { Delivery } from '../../../src/core/action.ts'
import { ref } from '../../../src/core/address.ts'
import type { Failure } from '../../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { closedPort, failure, http, listen, page, refuses, secret, to } from './bad-server.ts'
import { ManualClock } from './manual-clock.ts'
import { outgoing, prepared } from './outgoing.ts'

const megabyte = 1024 * 1024
const photo = outgoing('photo', { caption: plain(secret) })

function sending(...kinds: readonly PreparedFile[]): {
  readonly delivery: Delivery
  readonly files: readonly PreparedFile[]
} {
  const files = kinds.map(() => photo)
  return {
    delivery: { to, key: 'k', action: { kind: 'send-files', files, replyTo: undefined } },
    files: kinds,
  }
}

/** More than fits between two sockets. */
const large = sending(prepared('photo', { bytes: new Uint8Array(30 * megabyte) }))
const album = sending(prepared('photo'), prepared('photo'))
const small = sending(prepared('photo'))

test.each<[number, string, Failure['kind']]>([
  [400, 'Bad Request: VOICE_MESSAGES_FORBIDDEN', 'rejected'],
  [403, 'Forbidden: VOICE_MESSAGES_FORBIDDEN', 'rejected'],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', 'rejected'],
  [400, 'Bad Request: IMAGE_PROCESS_FAILED', 'rejected'],
  [400, 'Bad Request: wrong file identifier/HTTP URL specified', 'rejected'],
  [400, 'Bad Request: message caption is too long', 'rejected'],
  [413, 'Request Entity Too Large', 'rejected'],
  [403, 'Forbidden: bot was blocked by the user', 'recipient-gone'],
  [401, 'Unauthorized', 'adapter-halted'],
  [500, 'Internal Server Error: restart', 'unknown'],
])('%i %s to a file means %s', async (code, description, kind) => {
  expect(await failure(await refuses(code, description), small)).toEqual({ kind })
})

test('429 to a file holds the lane as it does to a text', async () => {
  const root = await refuses(429, 'Too Many Requests: retry after 35', { retry_after: 35 })
  expect(await failure(root, small)).toEqual({
    kind: 'rate-limited',
    scope: 'lane',
    retryAfterMs: 35_000,
  })
})

test.each([400, 403, 429])(
  'an album that broke off in the middle with %i may have arrived in part',
  async (code) => {
    const description = `Bad Request: failed to send message #2 with the error message "${secret}"`
    const root = await refuses(code, description, { retry_after: 8 })
    expect(await failure(root, album)).toEqual({ kind: 'unknown' })
  },
)

test('a gateway that finds a request too large says so in HTML', async () => {
  expect(await failure(await page(413), small)).toEqual({ kind: 'rejected' })
})

test('a no that comes before all bytes are there is a no', async () => {
  const root = await http((request, response) => {
    const answer = { ok: false, error_code: 413, description: 'Request Entity Too Large' }
    response.writeHead(413, { 'content-type': 'application/json', connection: 'close' })
    // The rest is taken and thrown away, so that the answer is not lost with the connection.
    response.end(JSON.stringify(answer), () => request.resume())
  })
  expect(await failure(root, large)).toEqual({ kind: 'rejected' })
})

test.each(['reset', 'closed'])(
  'a connection that is %s under half a file leaves open what happened, and nothing is sent twice',
  async (how) => {
    let connections = 0
    const root = await listen(
      createSocketServer((socket) => {
        connections += 1
        let heard = 0
        socket.on('data', (chunk) => {
          heard += chunk.length
          if (heard < megabyte) return
          if (how === 'reset') socket.resetAndDestroy()
          else socket.destroy()
        })
      }),
    )
    expect(await failure(root, large)).toEqual({ kind: 'unknown' })
    expect(connections).toBe(1)
  },
)

test('a file that is called off under way leaves open what happened', async () => {
  const calledOff = new AbortController()
  const root = await http((request) => request.once('data', () => calledOff.abort()))
  expect(await failure(root, { ...large, signal: calledOff.signal })).toEqual({ kind: 'unknown' })
})

test('a port where nobody listens is proof that no byte of a file was sent', async () => {
  expect(await failure(await closedPort(), large)).toEqual({ kind: 'not-sent' })
})

test('a redirect is not followed with a file', async () => {
  let followed = 0
  const elsewhere = await http((_, response) => {
    followed += 1
    response.end('{}')
  })
  const root = await http((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(307, { location: `${elsewhere}${request.url}` }).end('<html>moved</html>')
    })
  })
  expect(await failure(root, small)).toEqual({ kind: 'adapter-halted' })
  expect(followed).toBe(0)
})

const second = sending(prepared('photo', { bytes: new Uint8Array(megabyte) }))

test('each quarter of a megabyte has a second more to arrive', async () => {
  const late = new ManualClock()
  expect(await failure(await http(() => late.pass(34_000)), { ...second, clock: late })).toEqual({
    kind: 'unknown',
  })
  const clock = new ManualClock()
  const root = await http((request, response) => {
    request.resume().on('end', () => {
      clock.pass(33_999)
      response.writeHead(200).end(JSON.stringify({ ok: true, result: { message_id: 1 } }))
    })
  })
  await expect(failure(root, { ...second, clock })).rejects.toThrow('The request succeeded.')
})

test('changing a file into what it is already has succeeded', async () => {
  const root = await refuses(400, 'Bad Request: message is not modified: specified new …')
  const action = {
    kind: 'edit-files',
    ref: ref('777000777/3'),
    text: plain(secret),
    files: [],
    dropped: [],
  } as const
  await expect(failure(root, { delivery: { to, key: 'k', action } })).rejects.toThrow(
    'The request succeeded.',
  )
})

test('words under what is gone, or under what has none, are rejected', async () => {
  const action = {
    kind: 'edit-files',
    ref: ref('777000777/3'),
    text: plain(secret),
    files: [],
    dropped: [],
  } as const
  for (const what of ['message to edit not found', 'there is no caption in the message to edit']) {
    const root = await refuses(400, `Bad Request: ${what}`)
    expect(await failure(root, { delivery: { to, key: 'k', action } })).toEqual({
      kind: 'rejected',
    })
  }
})
