import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { failedBeforeSending } from '../../src/lib/before-sending.ts'
import { allowOnly, download, DownloadError } from '../../src/lib/download.ts'

/** A server on loopback that answers as told, and what it was asked. */
async function serve(answer: RequestListener) {
  const asked: { url: string; headers: Record<string, unknown> }[] = []
  const closed: string[] = []
  const server = createServer((request, reply) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    reply.on('close', () => closed.push(request.url ?? ''))
    answer(request, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  return { origin: `http://127.0.0.1:${address.port}`, asked, closed }
}

const { signal } = new AbortController()

async function failure(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof DownloadError ? error.failure : error
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString()
}

it('reads what is there, and says its size', async () => {
  const { origin, asked } = await serve((_, reply) => reply.end('hello'))
  const isAllowed = allowOnly([], [origin])
  const headers = { authorization: 'Bot x' }
  const { size, chunks } = await download(`${origin}/a?b=c`, { isAllowed, signal, headers })
  expect(size).toBe(5)
  expect(await readAll(chunks)).toBe('hello')
  expect(asked[0]?.url).toBe('/a?b=c')
  expect(asked[0]?.headers).toMatchObject({
    'accept-encoding': 'identity',
    authorization: 'Bot x',
  })
})

it.each([
  ['http://cdn.example/x', 'plain http'],
  ['https://cdn.example.evil.test/x', 'another host'],
  ['https://cdn.example:8443/x', 'another port'],
  ['https://user@cdn.example/x', 'a name in the address'],
  ['https://:word@cdn.example/x', 'a password in the address'],
  ['https://cdn.example@evil.test/x', 'the host as a name'],
  ['https://cdn.example./x', 'a dot behind the host'],
  ['https://cdn.exаmple/x', 'another alphabet'],
  ['https://[::1]/x', 'this machine'],
  ['https:\\\\evil.test\\cdn.example', 'strokes the other way'],
  ['data:text/plain,x', 'the address itself'],
  ['file:///etc/passwd', 'a file'],
  ['nonsense', 'no address'],
])('asks nobody at %s: %s', async (address) => {
  const isAllowed = allowOnly(['cdn.example'])
  expect(await failure(download(address, { isAllowed, signal }))).toEqual({
    kind: 'foreign-address',
  })
})

it('lets https of a known host pass', () => {
  expect(allowOnly(['cdn.example'])(new URL('https://cdn.example/x'))).toBe(true)
})

it('never follows a redirect', async () => {
  const { origin, asked } = await serve((_, reply) =>
    reply.writeHead(302, { location: '/elsewhere' }).end(),
  )
  const isAllowed = allowOnly([], [origin])
  expect(await failure(download(`${origin}/a`, { isAllowed, signal }))).toEqual({
    kind: 'redirected',
  })
  expect(asked).toHaveLength(1)
})

it('tells how it was refused', async () => {
  const { origin } = await serve((_, reply) => reply.writeHead(404).end('not here'))
  const isAllowed = allowOnly([], [origin])
  expect(await failure(download(`${origin}/a`, { isAllowed, signal }))).toEqual({
    kind: 'refused',
    status: 404,
  })
})

it('takes nothing that is packed', async () => {
  const { origin } = await serve((_, reply) =>
    reply.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000))),
  )
  const isAllowed = allowOnly([], [origin])
  expect(await failure(download(`${origin}/a`, { isAllowed, signal }))).toEqual({
    kind: 'refused',
    status: 200,
  })
})

it('fails where nobody listens, surely before anything was sent, and without naming the address', async () => {
  const origin = await closedOrigin()
  const isAllowed = allowOnly([], [origin])
  const error = await download(origin, { isAllowed, signal }).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ failure: { kind: 'failed' } })
  expect(String(error)).not.toContain('127.0.0.1')
  expect(failedBeforeSending(error)).toBe(true)
})

/** Where a server was a moment ago. */
async function closedOrigin(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no address')
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${address.port}`
}

it('fails where the answer breaks off', async () => {
  const { origin } = await serve((_, reply) => {
    reply.writeHead(200, { 'content-length': '100' })
    reply.write('half')
    setImmediate(() => reply.destroy())
  })
  const isAllowed = allowOnly([], [origin])
  const { chunks } = await download(`${origin}/a`, { isAllowed, signal })
  expect(await failure(readAll(chunks))).toEqual({ kind: 'failed' })
})

it('ends with the reason of the signal', async () => {
  const { origin } = await serve((_, reply) => void reply.writeHead(200).write('half'))
  const isAllowed = allowOnly([], [origin])
  const stopped = new AbortController()
  const { chunks } = await download(`${origin}/a`, { isAllowed, signal: stopped.signal })
  const reading = failure(readAll(chunks))
  const reason = new Error('enough')
  stopped.abort(reason)
  expect(await reading).toBe(reason)
})

it('closes the connection when its reader leaves', async () => {
  const { origin, closed } = await serve((_, reply) => void reply.writeHead(200).write('half'))
  const isAllowed = allowOnly([], [origin])
  const { chunks } = await download(`${origin}/a`, { isAllowed, signal })
  for await (const _ of chunks) break
  await expect.poll(() => closed).toEqual(['/a'])
})
