// Servers that answer a request in a way that is no receipt, over real sockets, and how the adapter sees it.

import { createServer as createHttpServer, type RequestListener } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { inspect } from 'node:util'

import { expect, onTestFinished } from 'vitest'

import { createTelegramAdapter } from '../../../adapters/telegram/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock, type Clock } from '../../../src/clock.ts'
import type { Delivery } from '../../../src/core/action.ts'
import { address } from '../../../src/core/address.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { silentLog } from '../../../src/log.ts'
import { token } from './scripted-bot-api.ts'
import { profile } from './setting.ts'

export const secret = 'meet me at the old oak'
export const to = address('777000777')
const send: Delivery = {
  to,
  key: 'k',
  action: { kind: 'send', text: plain(secret), buttons: [], replyTo: undefined },
}

export async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    // A client that breaks off is what some of these tests are about.
    socket.on('error', () => {})
    sockets.add(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export const http = (answer: RequestListener): Promise<string> => listen(createHttpServer(answer))

/** A port where somebody listened a moment ago. */
export async function closedPort(): Promise<string> {
  const server = createHttpServer()
  const root = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return root
}

export const answers = (status: number, answer: unknown): Promise<string> =>
  http((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer))
  })

export const refuses = (
  code: number,
  description: string,
  parameters: object = {},
): Promise<string> => answers(code, { ok: false, error_code: code, description, parameters })

export const page = (status: number, type = 'text/html'): Promise<string> =>
  http((_, response) => {
    response.writeHead(status, { 'content-type': type }).end('<html>Sign in to our hotel</html>')
  })

export function adapterAt(
  apiRoot: string,
  more: { readonly clock?: Clock; readonly isLocal?: boolean } = {},
): Adapter {
  const adapter = createTelegramAdapter({
    token,
    apiRoot,
    clock: systemClock,
    log: silentLog,
    commands: [],
    profile,
    ...more,
  })
  onTestFinished(() => adapter[Symbol.asyncDispose]())
  return adapter
}

/** What somebody may see of an error must show nobody anything. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof DeliveryError)) throw error
  const shown = inspect(error, { depth: 20, showHidden: true })
  for (const hidden of [token, 'AAtest', secret, 'old oak', '777000777'])
    expect(shown).not.toContain(hidden)
  return error.failure
}

interface Try {
  readonly delivery?: Delivery
  readonly files?: readonly PreparedFile[]
  readonly signal?: AbortSignal
  readonly clock?: Clock
}

/** How `perform` fails. */
export async function failure(
  apiRoot: string,
  { delivery = send, files = [], signal, clock = systemClock }: Try = {},
): Promise<Failure> {
  const adapter = adapterAt(apiRoot, { clock })
  try {
    await adapter.perform(delivery, files, signal ?? new AbortController().signal)
  } catch (error) {
    return failureOf(error)
  }
  throw new Error('The request succeeded.')
}
