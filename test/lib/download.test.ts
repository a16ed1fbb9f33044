import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { download, DownloadError, type DownloadFailure } from '../../src/lib/download.ts'
import { until } from '../support/until.ts'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address() as AddressInfo
  return `http://127.0.0.1:${address.port}`
}

/** Where a server was a moment ago. */
async function closedOrigin(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

const from = (origin: string) => (address: URL) => address.origin === origin

async function bytesOf(address: string, isAllowed: (address: URL) => boolean): Promise<string> {
  const { chunks } = await download(address, { isAllowed, signal: new AbortController().signal })
  let text = ''
  for await (const chunk of chunks) text += Buffer.from(chunk).toString('latin1')
  return text
}

async function failureOf(promise: Promise<unknown>): Promise<DownloadFailure> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DownloadError) return error.failure
  throw new Error('It failed with something else, or not at all.')
}

test('hands on the bytes as they are, and what the answer says of their number', async () => {
  const origin = await serve((_, response) => response.end('bytes'))
  const { size, chunks } = await download(`${origin}/a`, {
    isAllowed: from(origin),
    signal: new AbortController().signal,
  })
  expect(size).toBe(5)
  const read: Uint8Array[] = []
  for await (const chunk of chunks) read.push(chunk)
  expect(Buffer.concat(read).toString()).toBe('bytes')
})

test('asks nothing of an address that is not allowed, however it is written', async () => {
  let asked = 0
  const origin = await serve((_, response) => {
    asked += 1
    response.end('secret')
  })
  const onlyCdn = (address: URL): boolean => address.origin === 'https://cdn.example'
  const host = origin.slice('http://'.length)
  for (const address of [
    origin,
    `http://cdn.example@${host}/`,
    `${origin}/https://cdn.example/`,
    `http:${host}`,
    'file:///etc/passwd',
    'not an address',
  ])
    expect(await failureOf(bytesOf(address, onlyCdn))).toEqual({ kind: 'foreign-address' })
  expect(asked).toBe(0)
})

test('does not follow to where an answer leads', async () => {
  const paths: unknown[] = []
  const origin = await serve((request, response) => {
    paths.push(request.url)
    response.writeHead(302, { location: '/elsewhere' }).end()
  })
  expect(await failureOf(bytesOf(`${origin}/a`, from(origin)))).toEqual({ kind: 'redirected' })
  expect(paths).toEqual(['/a'])
})

test('unpacks nothing: a few bytes that become many are refused', async () => {
  const bomb = gzipSync(Buffer.alloc(1_000_000))
  const origin = await serve((request, response) => {
    expect(request.headers['accept-encoding']).toBe('identity')
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  expect(await failureOf(bytesOf(origin, from(origin)))).toEqual({ kind: 'refused', status: 200 })
})

test('says with which status a file is refused, and whether a request went out at all', async () => {
  const origin = await serve((_, response) => response.writeHead(404).end('no such file'))
  expect(await failureOf(bytesOf(origin, from(origin)))).toEqual({ kind: 'refused', status: 404 })
  const nobody = await closedOrigin()
  expect(await failureOf(bytesOf(nobody, from(nobody)))).toEqual({
    kind: 'failed',
    isBeforeSending: true,
  })
})

test('tells a file that ends in the middle from a whole one', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '10' })
    response.write('half ')
    setImmediate(() => response.destroy())
  })
  expect((await failureOf(bytesOf(origin, from(origin)))).kind).toBe('failed')
})

test('ends the transfer when its reader has seen enough, or gives up', async () => {
  let open = 0
  const origin = await serve((_, response) => {
    open += 1
    response.on('close', () => (open -= 1))
    response.write('x'.repeat(100_000))
  })
  const giveUp = new AbortController()
  const { chunks } = await download(origin, { isAllowed: from(origin), signal: giveUp.signal })
  for await (const chunk of chunks) if (chunk.length > 0) break
  await until(() => open === 0, 'the connection is closed')

  const { chunks: others } = await download(origin, {
    isAllowed: from(origin),
    signal: giveUp.signal,
  })
  await expect(async () => {
    for await (const chunk of others) if (chunk.length > 0) giveUp.abort()
  }).rejects.toThrow(DownloadError)
  await until(() => open === 0, 'the connection is closed')
})

test('an error names neither the address nor the answer', async () => {
  const origin = await serve((_, response) => response.writeHead(403).end('secret answer'))
  const error: unknown = await bytesOf(`${origin}/secret`, from(origin)).catch(
    (reason: unknown) => reason,
  )
  expect(String(error)).not.toContain('secret')
})
