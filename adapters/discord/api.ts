// One request to Discord's REST API, one attempt: nothing waits for a rate limit, nothing is repeated.

import {
  DefaultRestOptions,
  REST,
  type RawFile,
  type RequestMethod,
  type ResponseLike,
  type RESTOptions,
  type RouteLike,
} from 'discord.js'

import type { Clock } from '../../src/clock.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import { ForeignAnswer, isAnswer, toDeliveryError, TooManyRequests } from './errors.ts'

export type ApiFile = RawFile & { readonly data: Uint8Array }

export interface ApiRequest {
  /** What error messages call it. */
  readonly name: string
  readonly method: RequestMethod
  readonly route: RouteLike
  readonly body?: unknown
  readonly files?: readonly ApiFile[]
  readonly query?: URLSearchParams
  readonly signal?: AbortSignal
  /** An interaction is answered by its own token; a 401 then says nothing about ours. */
  readonly auth?: boolean
  /** The error code that says that what is asked for is so already. */
  readonly doneAlready?: number
}

/** Fails with a DeliveryError and nothing else. `T` is what Discord documents for the route. */
export type Api = <T>(request: ApiRequest) => Promise<T>

export interface ApiOptions {
  readonly apiRoot: string
  /** Of a request without files. */
  readonly requestTimeoutMs: number
  /** Kept to by not asking: what Discord itself refuses counts towards a ban of the address. */
  readonly requestsPerSecond: number
}

export function restOptions(options: ApiOptions): Partial<RESTOptions> {
  return {
    api: options.apiRoot,
    globalRequestsPerSecond: options.requestsPerSecond,
    retries: 0,
    rejectOnRateLimit: () => true,
    offset: 0,
    timeout: options.requestTimeoutMs,
    makeRequest: async (url, init) => {
      const response = await DefaultRestOptions.makeRequest(url, init)
      if (response.status === 429) throw await tooManyRequests(response)
      return response
    },
  }
}

export function createApi(
  options: ApiOptions & { readonly token: string; readonly clock: Clock },
): Api {
  const { token, requestTimeoutMs: timeoutMs, clock } = options
  // discord.js's own timeout knows nothing of files and ends with the headers; the body may hang as well.
  const rest = new REST({ ...restOptions(options), timeout: longestTimerMs })

  return async <T>({ name, method, route, body, files, query, signal, ...more }: ApiRequest) => {
    const { auth = true, doneAlready } = more
    if (signal?.aborted === true)
      throw new DeliveryError({ kind: 'not-sent' }, `Discord ${name}: given up before it began`)
    const overdue = new AbortController()
    const cancel = clock.after(timeoutMs + uploadMs(files), () => overdue.abort())
    // After a 401 discord.js forgets the token, and the next request would fail without being made.
    rest.setToken(token)
    try {
      const answer = await rest.request({
        fullRoute: route,
        method,
        auth,
        signal: signal === undefined ? overdue.signal : AbortSignal.any([overdue.signal, signal]),
        ...(body !== undefined && { body }),
        ...(files !== undefined && { files: [...files] }),
        ...(query !== undefined && { query }),
      })
      if (answer instanceof ArrayBuffer && answer.byteLength > 0) throw new ForeignAnswer()
      return answer as T
    } catch (error) {
      if (doneAlready !== undefined && isAnswer(error, doneAlready)) return undefined as T
      throw toDeliveryError(name, error)
    } finally {
      cancel()
    }
  }
}

const longestTimerMs = 2 ** 31 - 1

/** Slower than 256 KiB a second no server sends that could carry a conversation. */
const slowestBytesPerMs = 256

function uploadMs(files: readonly ApiFile[] = []): number {
  return Math.ceil(files.reduce((sum, { data }) => sum + data.length, 0) / slowestBytesPerMs)
}

/** The body has the exact time, and says whether the whole bot has to wait. Cloudflare's 429 is a page and concerns everything we ask. */
async function tooManyRequests(response: ResponseLike): Promise<TooManyRequests> {
  const header = Number(response.headers.get('retry-after') ?? NaN)
  const answer: unknown = await response.json().catch(() => undefined)
  if (typeof answer !== 'object' || answer === null || !('retry_after' in answer))
    return new TooManyRequests(milliseconds(header, 5), true)
  const seconds = Number(answer.retry_after)
  return new TooManyRequests(
    milliseconds(Number.isFinite(seconds) ? seconds : header, 1),
    'global' in answer && answer.global === true,
  )
}

function milliseconds(seconds: number, otherwise: number): number {
  return Math.ceil((Number.isFinite(seconds) && seconds > 0 ? seconds : otherwise) * 1000)
}
