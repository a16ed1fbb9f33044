// HTTP on 127.0.0.1: reads calls of the Bot API, hands them on and writes what comes back. Knows no method.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

import type { RawRequest } from './request-params.ts'

export interface Call extends RawRequest {
  readonly token: string
  readonly method: string
  isOpen(): boolean
  /** Called when the connection is gone, or the answer written. */
  onClose(listener: () => void): void
}

export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'html' }
  /** The connection is destroyed. */
  | { readonly kind: 'cut' }
  /** Nothing is written until the client gives up. */
  | { readonly kind: 'silence' }

export interface HttpServer extends AsyncDisposable {
  readonly url: string
  cutConnections(): void
}

const html = '<!doctype html><title>Welcome</title><p>Please accept the terms of this network.</p>'
const notFound: Answer = {
  kind: 'json',
  status: 404,
  body: { ok: false, error_code: 404, description: 'Not Found' },
}

/** Longer than clients keep idle connections, so that none is closed under a request on its way. */
const keepAliveMs = 120_000

export async function createHttpServer(
  port: number,
  handle: (call: Call) => Promise<Answer>,
): Promise<HttpServer> {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    answer(request, response, handle).catch((error: unknown) => {
      // A client that goes away in the middle of its request is no fault of the sandbox.
      if (!request.complete) return
      const description = `Internal Server Error: ${String(error)}`
      write(response, {
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
  handle: (call: Call) => Promise<Answer>,
): Promise<void> {
  const body = await buffer(request)
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const [, token, method] = /^\/bot([^/]+)\/(\w+)$/.exec(path) ?? []
  if (token === undefined || method === undefined) return write(response, notFound)
  const answered = await handle({
    token: decodeURIComponent(token),
    method,
    query,
    contentType: request.headers['content-type'] ?? '',
    body,
    isOpen: () => !response.closed && !response.destroyed,
    onClose: (listener) => void response.once('close', listener),
  })
  write(response, answered)
}

function write(response: ServerResponse, answered: Answer): void {
  switch (answered.kind) {
    case 'json':
      return end(response, answered.status, 'application/json', JSON.stringify(answered.body))
    case 'html':
      return end(response, 200, 'text/html; charset=utf-8', html)
    case 'cut':
      response.destroy()
      return
    case 'silence':
      return
  }
}

function end(response: ServerResponse, status: number, contentType: string, text: string): void {
  const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }
  response.writeHead(status, headers).end(text)
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
