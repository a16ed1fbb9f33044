// The HTTP side: takes a request in, lets a fault or its route answer it, and keeps a record of it.

import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { arrayBuffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault, RecordedRequest } from '../server.ts'
import type { Writable } from './writable.ts'
import { ApiError, apiErrors } from './api-error.ts'
import { failed, faultAnswer } from './fault-rules.ts'
import type { FaultRules } from './fault-rules.ts'
import type { FileServer } from './file-server.ts'
import { isTooLarge, parseBody } from './request-body.ts'
import type { RequestBody } from './request-body.ts'
import { createRouter } from './router.ts'
import type { Answer, Call, Route } from './route.ts'

export interface RestOptions {
  readonly token: string
  readonly routes: readonly Route[]
  readonly faults: FaultRules
  readonly drawLatencyMs: () => number
  readonly record: (request: RecordedRequest) => void
  /** Answers requests for files, which are no part of the API. */
  readonly files: FileServer
}

const prefix = /^\/api\/v10(?=\/)/

export function createRestServer(options: RestOptions): Server {
  const match = createRouter(options.routes)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = Buffer.from(await arrayBuffer(request))
    const verb = request.method ?? 'GET'
    const url = new URL(request.url ?? '/', 'http://sandbox')
    const found = prefix.test(url.pathname)
      ? match(verb, url.pathname.replace(prefix, ''))
      : undefined
    if (verb === 'GET' && options.files.has(url))
      return options.files.answer(request, response, url)
    const type = request.headers['content-type'] ?? ''
    const { json, files, record, problem } = await readForm(bytes, type)
    const call: Call = { params: found?.params ?? {}, query: url.searchParams, body: json, files }
    const kind = found?.route.kind ?? `${verb} ${url.pathname}`
    const person = found?.route.addressee(call)?.id
    const entry: Writable<RecordedRequest> = {
      method: kind,
      person,
      body: record,
      status: undefined,
      carriedOut: false,
    }
    options.record(entry)

    const fault = options.faults.take(kind, person)
    let answer = fault && faultAnswer(fault)
    if (answer === undefined && (fault === undefined || isCarriedOut(fault))) {
      answer = problem
        ? failed(problem)
        : carryOut(found?.route, call, request.headers.authorization)
      entry.carriedOut = answer.status < 300
    }

    const latencyMs = options.drawLatencyMs()
    if (latencyMs > 0) await wait(latencyMs)
    if (fault?.kind === 'hang') return
    if (answer === undefined || fault?.kind === 'cut-after') {
      response.destroy()
      return
    }
    entry.status = answer.status
    write(response, answer, kind)
  }

  function carryOut(
    route: Route | undefined,
    call: Call,
    authorization: string | undefined,
  ): Answer {
    try {
      if (route?.isOpen !== true && authorization !== `Bot ${options.token}`)
        throw apiErrors.unauthorized()
      if (route === undefined) throw apiErrors.notFound()
      return route.run(call)
    } catch (error) {
      if (error instanceof ApiError) return failed(error)
      throw error
    }
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A cut connection ends here as well, and nobody is left to read this.
      if (!response.headersSent)
        write(
          response,
          { status: 500, body: { message: `The sandbox is broken: ${String(error)}`, code: 0 } },
          '',
        )
    })
  })
}

async function readForm(
  bytes: Buffer<ArrayBuffer>,
  type: string,
): Promise<RequestBody & { readonly problem?: ApiError }> {
  try {
    const body = await parseBody(bytes, type)
    return isTooLarge(bytes, body.files) ? { ...body, problem: apiErrors.tooLarge() } : body
  } catch (error) {
    return {
      json: undefined,
      files: [],
      record: undefined,
      problem: error instanceof ApiError ? error : apiErrors.invalidJson(),
    }
  }
}

function isCarriedOut(fault: Fault): boolean {
  return fault.kind === 'cut-after' || (fault.kind === 'hang' && fault.carriedOut)
}

function write(response: ServerResponse, answer: Answer, kind: string): void {
  const { body } = answer
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const headers: Record<string, string> = { ...bucketHeaders(kind), ...answer.headers }
  if (body !== undefined)
    headers['content-type'] =
      typeof body === 'string' ? 'text/html; charset=UTF-8' : 'application/json'
  if (answer.status !== 204) headers['content-length'] = String(Buffer.byteLength(text))
  response.writeHead(answer.status, headers).end(text)
}

/** So generous that a client's own queue never waits: https://docs.discord.com/developers/topics/rate-limits#header-format */
function bucketHeaders(kind: string): Record<string, string> {
  if (!/ (?:messages?|reaction|typing)$/.test(kind)) return {}
  return {
    'x-ratelimit-bucket': Buffer.from(kind).toString('hex').padEnd(32, '0').slice(0, 32),
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset': (Date.now() / 1000 + 1).toFixed(3),
    'x-ratelimit-reset-after': '1.000',
  }
}
