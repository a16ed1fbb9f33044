// The way to the Bot API: grammY's client, with a deadline on the house's clock and a fetch that tells what really went wrong.

import { Api, type RawApi } from 'grammy'

import type { Clock } from '../../src/clock.ts'

export interface CallLimits {
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/** What grammY's types take for an AbortSignal: that of the abort-controller package. */
export type Signal = NonNullable<Parameters<RawApi['getMe']>[0]>

/** One request, one attempt. Fails as grammY does: GrammyError for a no of Telegram's, HttpError with its cause for everything else. */
export type Call = <T>(
  request: (api: RawApi, signal: Signal) => Promise<T>,
  limits?: CallLimits,
) => Promise<T>

/** What a request may take longer for each byte that it carries: a slow line of 2 Mbit/s still brings it across. */
export function uploadMs(bytes: number): number {
  return Math.ceil(bytes / (256 * 1024)) * 1000
}

/** What answered is not the Bot API, or was cut short. Its text goes nowhere: it may hold anything. */
export class ForeignAnswer extends Error {
  override readonly name = 'ForeignAnswer'
  readonly httpStatus: number
  /** Empty, or JSON that does not end: an answer that broke on its way, perhaps of the Bot API. */
  readonly isBroken: boolean

  constructor(httpStatus: number, isBroken: boolean) {
    super(`HTTP ${httpStatus} without an answer of the Bot API`)
    this.httpStatus = httpStatus
    this.isBroken = isBroken
  }
}

export interface BotApiOptions {
  readonly token: string
  readonly apiRoot: string
  readonly clock: Clock
  readonly timeoutMs: number
}

export function createBotApi({ token, apiRoot, clock, timeoutMs }: BotApiOptions): Call {
  const api = new Api(token, { apiRoot: apiRoot.replace(/\/+$/, ''), fetch: fetchAnswer })
  return async (request, limits) => {
    const deadline = new AbortController()
    const cancel = clock.after(limits?.timeoutMs ?? timeoutMs, () => deadline.abort())
    const signals =
      limits?.signal === undefined ? [deadline.signal] : [deadline.signal, limits.signal]
    try {
      // grammY reads `aborted` and adds and removes a listener, nothing else; only the types of the other members differ.
      return await request(api.raw, AbortSignal.any(signals) as unknown as Signal)
    } finally {
      cancel()
    }
  }
}

/** The part of fetch that grammY uses. */
interface GrammyRequest {
  readonly method: string
  readonly headers: { readonly 'content-type': string }
  /** JSON, or the parts of a form as they are made. */
  readonly body: string | AsyncIterable<Uint8Array>
  readonly signal: Pick<AbortSignal, 'aborted' | 'addEventListener'>
}

/**
 * grammY's own node-fetch hides the HTTP status, names the token's URL in its errors, drops the system call that failed, follows
 * redirects (with the token) and waits for ever on a connection that is never made. Node's fetch does none of it.
 */
async function fetchAnswer(
  url: string,
  { method, headers, body, signal }: GrammyRequest,
): Promise<{ json(): Promise<unknown> }> {
  // grammY's signals come from a package of its own, which Node's fetch does not take.
  const abort = new AbortController()
  if (signal.aborted) abort.abort()
  signal.addEventListener('abort', () => abort.abort(), { once: true })

  const response = await fetch(url, {
    method,
    headers: { 'content-type': headers['content-type'] },
    body,
    // Node's fetch takes what is made on the way only with the promise to read no answer before all of it is sent.
    duplex: 'half',
    signal: abort.signal,
    redirect: 'manual',
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const answer = parse(text)
  if (!isAnswer(answer)) {
    const isBroken = text === '' || (isJson && answer === undefined)
    throw new ForeignAnswer(response.status, isBroken)
  }
  return { json: async () => answer }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An object with `ok`, and what belongs to it: https://core.telegram.org/bots/api#making-requests */
function isAnswer(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  if (answer.ok === true) return 'result' in answer
  return 'error_code' in answer && typeof answer.error_code === 'number'
}
