import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import type { Update } from 'grammy/types'

import { readForm, type FormFile } from './read-form.ts'

export const token = '123456789:AAtestTESTtestTESTtestTESTtestTESTtes'

export interface Call {
  readonly method: string
  readonly body: Readonly<Record<string, unknown>>
  /** The files of a form, by the name of their part; there are none in JSON. */
  readonly files?: Readonly<Record<string, FormFile>>
}

/** Takes a request over; answers `true` when it did, for good or for never. */
type Script = (call: Call, response: ServerResponse) => boolean

export const ok = (response: ServerResponse, result: unknown): true =>
  json(response, 200, { ok: true, result })

export function refuse(
  response: ServerResponse,
  code: number,
  description: string,
  parameters: object = {},
): true {
  return json(response, code, { ok: false, error_code: code, description, parameters })
}

function json(response: ServerResponse, status: number, answer: object): true {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  return true
}

const calm: Readonly<Record<string, unknown>> = {
  getMe: { id: 123456789, is_bot: true, first_name: 'Bot', username: 'test_bot' },
  getMyCommands: [],
  getMyDescription: { description: '' },
  getMyShortDescription: { short_description: '' },
}

const sent = (id: number): object => ({
  message_id: id,
  date: 1,
  chat: { id: 5, type: 'private' },
  text: '',
})

function calmAnswer({ method, body }: Call): unknown {
  if (method === 'sendMediaGroup') {
    const media: readonly unknown[] = JSON.parse(String(body['media']))
    return media.map((_, at) => sent(77 + at))
  }
  return method.startsWith('send') && method !== 'sendChatAction'
    ? sent(77)
    : (calm[method] ?? true)
}

/** A Bot API with the offsets of getUpdates and nothing else of its own: every other turn of events is scripted by the test. */
export class ScriptedBotApi implements AsyncDisposable {
  readonly calls: Call[] = []
  script: Script = () => false
  readonly #server = createServer((request, response) => void this.#answer(request, response))
  #updates: Update[] = []
  #poll: (() => void) | undefined
  #heard = Promise.withResolvers<void>()

  static async open(): Promise<ScriptedBotApi> {
    const api = new ScriptedBotApi()
    await new Promise<void>((resolve) => api.#server.listen(0, '127.0.0.1', resolve))
    return api
  }

  get root(): string {
    // Listening on a port and not on a pipe, it has an address with one.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Updates that no poll has confirmed. */
  get waiting(): readonly number[] {
    return this.#updates.map((update) => update.update_id)
  }

  push(...updates: readonly Update[]): void {
    this.#updates.push(...updates)
    this.#poll?.()
  }

  /** Resolves with the first call, made already or to come, that fits. */
  async call(method: string, fits: (body: Call['body']) => boolean = () => true): Promise<Call> {
    for (;;) {
      const found = this.calls.find((call) => call.method === method && fits(call.body))
      if (found !== undefined) return found
      await this.#heard.promise
    }
  }

  count(method: string): number {
    return this.calls.filter((call) => call.method === method).length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await buffer(request)
    const method = request.url?.split('/').at(-1) ?? ''
    const form = readForm(request.headers['content-type'] ?? '', bytes)
    const call: Call = form
      ? { method, body: form.fields, files: form.files }
      : { method, body: JSON.parse(bytes.length === 0 ? '{}' : bytes.toString()) }
    this.calls.push(call)
    this.#heard.resolve()
    this.#heard = Promise.withResolvers()
    if (this.script(call, response)) return
    if (method === 'getUpdates') this.#poll = this.#tell(call, response)
    else ok(response, calmAnswer(call))
  }

  /** Answers at once when there is something to tell or no time to wait, otherwise when something comes. */
  #tell({ body }: Call, response: ServerResponse): () => void {
    const offset = Number(body['offset'] ?? 0)
    this.#updates = this.#updates.filter((update) => update.update_id >= offset)
    const tell = (): void => {
      if (!response.writableEnded)
        ok(response, this.#updates.slice(0, Number(body['limit'] ?? 100)))
    }
    if (this.#updates.length > 0 || body['timeout'] === 0) tell()
    return tell
  }
}
