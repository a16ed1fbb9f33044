// HTTP on 127.0.0.1: reads calls of the Bot API, hands them on and writes what comes back. Knows no method.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

import { type Answer, writeAnswer } from './answer.ts'
import type { RawRequest } from './request-params.ts'

export interface Connection {
  isOpen(): boolean
  /** Called when the connection is gone, or the answer written. */
  onClose(listener: () => void): void
}

export interface Call extends RawRequest, Connection {
  readonly token: string
  readonly method: string
}

/** A file's bytes are asked for. */
export interface Download extends Connection {
  readonly token: string
  readonly path: string
}

export interface Handlers {
  readonly call: (call: Call) => Promise<Answer>
  readonly download: (download: Download) => Promise<Answer>
}

export interface HttpServer extends AsyncDisposable {
  readonly url: string
  cutConnections(): void
}

const notFound: Answer = {
  kind: 'json',
  status: 404,
  body: { ok: false, error_code: 404, description: 'Not Found' },
}

/** Longer than clients keep idle connections, so that none is closed under a request on its way. */
const keepAliveMs = 120_000

export async function createHttpServer(port: number, handlers: Handlers): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    answer(request, response, handlers).catch((error: unknown) => {
      // A client that goes away in the middle of its request is no fault of the sandbox.
      if (!request.complete) return
      const description = `Internal Server Error: ${String(error)}`
      writeAnswer(response, {
        kind: 'json',
        status: 500,
        body: { ok: false, error_code: 500, description },
      })
    })
  })
  const url = `http://127.0.0.1:${await listen(server, port)}`
  return {
    url,
    cutConnections: () => server.closeAllConnections(),
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: Handlers,
): Promise<void> {
  const body = await buffer(request)
  const connection: Connection = {
    isOpen: () => !response.closed && !response.destroyed,
    onClose: (listener) => void response.once('close', listener),
  }
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
  if (token !== undefined && method !== undefined) {
    const contentType = request.headers['content-type'] ?? ''
    const raw = { query, contentType, body }
    const call = { ...connection, ...raw, token: decodeURIComponent(token), method }
    return writeAnswer(response, await handlers.call(call))
  }
  const [, fileToken, filePath] = /^\/file\/bot([^/]+)\/(.+)$/.exec(path) ?? []
  if (fileToken === undefined || filePath === undefined) return writeAnswer(response, notFound)
  const named = { token: decodeURIComponent(fileToken), path: decodeURIComponent(filePath) }
  writeAnswer(response, await handlers.download({ ...connection, ...named }))
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
