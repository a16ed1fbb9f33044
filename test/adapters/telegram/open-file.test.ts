// How the bytes of people's files are read, and what is told of it: never where they lie, for the token is part of that.

import { inspect } from 'node:util'

import { expect, test } from 'vitest'

import type { Failure } from '../../../src/core/delivery-error.ts'
import { adapterAt, closedPort, http, refuses } from './bad-server.ts'
import { bytesOf, failureAt, file, hidden, never, serving } from './file-server.ts'
import { createSandboxSetting, mediaOf } from './sandbox-setting.ts'
import { token } from './scripted-bot-api.ts'

test('a file is asked for by its name and read from the address that the Bot API tells', async () => {
  const urls: string[] = []
  const root = await serving('photos/file 1.jpg', (response, url) => {
    urls.push(url)
    response.writeHead(200, { 'content-length': '5' }).end('bytes')
  })
  const stream = await adapterAt(root).open(file, never)
  expect(stream.size).toBe(5)
  expect(await bytesOf(stream)).toBe('bytes')
  expect(urls).toEqual([`/file/bot${token}/photos/file%201.jpg`])
})

test('nobody who looks at a stream sees where it comes from', async () => {
  const root = await serving('photos/a.jpg', (response) => response.end('bytes'))
  const stream = await adapterAt(root).open(file, never)
  const shown = inspect(stream, { depth: 20, showHidden: true })
  for (const secret of hidden) expect(shown).not.toContain(secret)
  await bytesOf(stream)
})

test.each<[number, string, Failure['kind']]>([
  [400, 'Bad Request: file is too big', 'rejected'],
  [400, 'Bad Request: wrong file_id or the file is temporarily unavailable', 'rejected'],
  [400, 'Bad Request: invalid file_id', 'rejected'],
  [401, 'Unauthorized', 'adapter-halted'],
  [500, 'Internal Server Error', 'not-sent'],
])('%i %s to the question where it is means %s', async (code, description, kind) => {
  const root = await refuses(code, description)
  expect(await failureAt(adapterAt(root).open(file, never))).toEqual({ kind })
})

test('429 to that question is waited out', async () => {
  const root = await refuses(429, 'Too Many Requests: retry after 3', { retry_after: 3 })
  expect(await failureAt(adapterAt(root).open(file, never))).toEqual({
    kind: 'rate-limited',
    scope: 'lane',
    retryAfterMs: 3000,
  })
})

test.each<[number, Failure]>([
  [404, { kind: 'rejected' }],
  [403, { kind: 'rejected' }],
  [204, { kind: 'rejected' }],
  [401, { kind: 'adapter-halted' }],
  [429, { kind: 'rate-limited', scope: 'platform', retryAfterMs: 1000 }],
  [502, { kind: 'not-sent' }],
])('%i instead of the bytes means %j', async (status, expected) => {
  const root = await serving('photos/a.jpg', (response) => response.writeHead(status).end())
  expect(await failureAt(adapterAt(root).open(file, never))).toEqual(expected)
})

test('a redirect is not followed, for the token would go with it', async () => {
  let followed = 0
  const elsewhere = await http((_, response) => {
    followed += 1
    response.end('bytes')
  })
  const root = await serving('photos/a.jpg', (response, url) => {
    response.writeHead(302, { location: `${elsewhere}${url}` }).end()
  })
  expect(await failureAt(adapterAt(root).open(file, never))).toEqual({ kind: 'rejected' })
  expect(followed).toBe(0)
})

test.each(['//evil.example/x', 'https://evil.example/x', '@evil.example/x', '../../../x'])(
  'the place %j leads to no other host',
  async (place) => {
    const urls: string[] = []
    const root = await serving(place, (response, url) => {
      urls.push(url)
      response.writeHead(404).end()
    })
    expect(await failureAt(adapterAt(root).open(file, never))).toEqual({ kind: 'rejected' })
    for (const url of urls) expect(url).toMatch(/^\/file\//)
  },
)

test('bytes that break off are a failure that may pass', async () => {
  const root = await serving('photos/a.jpg', (response) => {
    response.writeHead(200, { 'content-length': '500' })
    response.write('by', () => response.destroy())
  })
  const stream = await adapterAt(root).open(file, never)
  expect(await failureAt(bytesOf(stream))).toEqual({ kind: 'not-sent' })
})

test('who stops reading ends the transfer', async () => {
  const closed = Promise.withResolvers<void>()
  const root = await serving('photos/a.jpg', (response) => {
    response.on('close', closed.resolve).writeHead(200).write('bytes')
  })
  const { chunks } = await adapterAt(root).open(file, never)
  for await (const _chunk of chunks) break
  await closed.promise
})

test('a file that is called off is not read', async () => {
  const root = await serving('photos/a.jpg', (response) => response.end('bytes'))
  expect(await failureAt(adapterAt(root).open(file, AbortSignal.abort()))).toEqual({
    kind: 'not-sent',
  })
  const ending = new AbortController()
  const hanging = await serving('photos/a.jpg', () => ending.abort())
  expect(await failureAt(adapterAt(hanging).open(file, ending.signal))).toEqual({
    kind: 'not-sent',
  })
})

test('a server that is not there is asked again later', async () => {
  expect(await failureAt(adapterAt(await closedPort()).open(file, never))).toEqual({
    kind: 'not-sent',
  })
})

test.each([false, true])(
  'what people send can be read byte for byte (local: %s)',
  async (local) => {
    await using setting = await createSandboxSetting(local)
    const { ann, sandbox, adapter } = setting
    expect(adapter.capabilities.media.mostFromPeople).toBe(
      local ? Number.POSITIVE_INFINITY : 20 * 1024 * 1024,
    )
    for (const kind of ['photo', 'voice', 'sticker', 'document']) {
      const seen = ann.send(kind)
      await sandbox.flushed()
      const media = mediaOf(setting.events().at(-1))
      const stream = await adapter.open(media.file, never)
      const parts: Uint8Array[] = []
      for await (const chunk of stream.chunks) parts.push(chunk)
      expect(Buffer.concat(parts).equals(Buffer.from(seen.files[0]?.bytes ?? []))).toBe(true)
      expect(stream.size).toBe(seen.files[0]?.bytes.length)
    }
  },
)

test.each([
  [{ kind: 'redirect', to: 'http://127.0.0.1:9/x' }, 'rejected'],
  [{ kind: 'server-error' }, 'not-sent'],
  [{ kind: 'cut-before' }, 'not-sent'],
] as const)('the fault %j of a file means %s', async (fault, kind) => {
  await using setting = await createSandboxSetting()
  setting.ann.send('photo')
  await setting.sandbox.flushed()
  const media = mediaOf(setting.events().at(-1))
  setting.sandbox.inject({ method: 'GET file', fault })
  await expect(setting.adapter.open(media.file, never)).rejects.toMatchObject({ failure: { kind } })
})
