import { connect } from 'node:net'
import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { EventStreams } from '../../src/lib/event-streams.ts'

async function serve(streams: EventStreams): Promise<{ port: number } & AsyncDisposable> {
  const app = fastify({ forceCloseConnections: true })
  app.get('/', (_request, reply) => {
    streams.open(reply)?.('hello', 'one\ntwo\r\nthree\rfour')
    return reply
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { port: Number(new URL(url).port), [Symbol.asyncDispose]: () => app.close() }
}

test('every line of an event is data, so that no text can end it or begin another', async () => {
  using streams = new EventStreams()
  await using server = await serve(streams)
  const response = await fetch(`http://127.0.0.1:${server.port}/`)
  streams[Symbol.dispose]()
  expect(await response.text()).toBe(
    'retry: 1000\n\nevent: hello\ndata: one\ndata: two\ndata: three\ndata: four\n\n',
  )
})

test('a reader who does not read is cut off before much piles up', async () => {
  using streams = new EventStreams()
  await using server = await serve(streams)
  const reader = connect(server.port, '127.0.0.1')
  reader.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')
  await new Promise((resolve) => reader.once('readable', resolve))
  const chunk = 'x'.repeat(64 * 1024)
  let sent = 0
  while (streams.size > 0 && sent < 1000) {
    streams.send('big', chunk)
    sent += 1
  }
  expect(streams.size).toBe(0)
  expect(sent).toBeLessThan(200)
  reader.destroy()
})

test('a reader who goes is forgotten', async () => {
  using streams = new EventStreams()
  await using server = await serve(streams)
  const abort = new AbortController()
  await fetch(`http://127.0.0.1:${server.port}/`, { signal: abort.signal })
  expect(streams.size).toBe(1)
  abort.abort()
  await expect.poll(() => streams.size).toBe(0)
})
