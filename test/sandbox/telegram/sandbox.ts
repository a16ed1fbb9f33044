// A sandbox with one bot's client and two people who have already written to it.

import { Api, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'

import { must } from '../../../src/lib/must.ts'
import type { TelegramPerson } from '../../../src/sandbox/telegram/telegram-person.ts'
import {
  createTelegramSandbox,
  type TelegramSandbox,
} from '../../../src/sandbox/telegram/telegram-sandbox.ts'

export interface TestSandbox extends AsyncDisposable {
  readonly server: TelegramSandbox
  readonly api: Api
  readonly apiRoot: string
  readonly anna: TelegramPerson
  readonly boris: TelegramPerson
  readonly annaId: number
  /** A poll of 30 seconds that the server surely holds by now; the queue must be empty. */
  holdPoll(): Promise<{ readonly poll: Promise<Update[]> }>
  /** A call whose connection the test can cut: grammY takes no AbortSignal of Node's. */
  fetch(method: string, params: object, signal: AbortSignal): Promise<Response>
  /** What is behind a link of getFile. */
  file(path: string | undefined, signal?: AbortSignal): Promise<Response>
  /** The bytes of a file, asked for as a bot does. */
  download(fileId: string | undefined): Promise<Uint8Array>
  /** Leaves one message that this offset confirms: when that is flushed, the poll has arrived. */
  nextOffset(): Promise<number>
  /** Moves the sandbox's clock. */
  pass(ms: number): void
}

/** The opening words are confirmed: the queue of updates is empty. */
export async function openSandbox({ localMode = false } = {}): Promise<TestSandbox> {
  let nowMs = Date.UTC(2026, 0, 15, 12)
  const server = await createTelegramSandbox({ now: () => nowMs, localMode })
  const { apiRoot } = server
  const api = new Api(server.token, { apiRoot })
  const anna = server.addPerson()
  const boris = server.addPerson()
  const nextOffset = async (): Promise<number> => {
    anna.say('a word for the poll')
    return lastUpdateId(await api.getUpdates()) + 1
  }
  const file = async (path = '', signal?: AbortSignal): Promise<Response> =>
    fetch(`${apiRoot}/file/bot${server.token}/${path}`, {
      redirect: 'manual',
      ...(signal !== undefined && { signal }),
    })
  anna.say('hello')
  boris.say('hello')
  await api.getUpdates({ offset: lastUpdateId(await api.getUpdates()) + 1 })
  return {
    server,
    api,
    apiRoot,
    anna,
    boris,
    annaId: Number(anna.id),
    async holdPoll() {
      const poll = api.getUpdates({ offset: await nextOffset(), timeout: 30 })
      await server.flushed()
      return { poll }
    },
    fetch: async (method, params, signal) =>
      fetch(`${apiRoot}/bot${server.token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
        signal,
      }),
    file,
    async download(fileId = '') {
      const { file_path } = await api.getFile(fileId)
      return (await file(file_path)).bytes()
    },
    nextOffset,
    pass: (ms) => (nowMs += ms),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

export function lastUpdateId(updates: readonly Update[]): number {
  return must(updates.at(-1), 'there are updates').update_id
}

/** What a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no refusal',
    (error: unknown) => {
      if (!(error instanceof GrammyError)) return error instanceof Error ? error.name : error
      const { error_code: code, description, parameters } = error
      return { code, description, parameters }
    },
  )
}
