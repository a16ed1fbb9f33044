// One call of the bot: its token, its method, the fault that is due, the record of it, and the answer.

import { unreachable } from '../../lib/must.ts'
import type { Fault } from '../server.ts'
import { ApiError, badRequest, tooManyRequests } from './api-error.ts'
import type { Cloud } from './cloud.ts'
import type { Faults } from './faults.ts'
import type { Answer, Call } from './http-server.ts'
import { findMethod } from './methods/method-table.ts'
import type { Method } from './methods/method.ts'
import { isRecord, type Params, textParam } from './params.ts'
import { requestParams } from './request-params.ts'
import type { OpenRecord, RequestLog } from './request-log.ts'

export interface BotApiOptions {
  readonly cloud: Cloud
  readonly token: string
  readonly faults: Faults
  readonly log: RequestLog
  readonly drawLatencyMs: () => number
}

export function createBotApi(options: BotApiOptions): (call: Call) => Promise<Answer> {
  const { cloud, token, faults, log, drawLatencyMs } = options
  return async (call) => {
    if (call.token !== token) return refusal(new ApiError(401, 'Unauthorized'))
    const found = findMethod(call.method)
    if (found === undefined) return refusal(new ApiError(404, 'Not Found'))
    const { name, method } = found

    let params: Params
    try {
      params = await requestParams(call)
    } catch (error) {
      return refusal(error)
    }
    const person = personOf(cloud, params)
    const record: OpenRecord = {
      method: name,
      person,
      body: params,
      status: undefined,
      carriedOut: false,
    }
    const fault = faults.take(name, person)
    const isPoll = name === 'getUpdates'
    if (!isPoll) log.add(record)

    const run = (): Promise<Answer> => carryOut(method, cloud, params, call, record)
    const answer = fault === undefined ? await run() : await suffer(fault, run)
    if (isPoll && !isEmptyPoll(answer)) log.add(record)

    await delay(drawLatencyMs(), call)
    if (answer.kind === 'json' && call.isOpen()) record.status = answer.status
    if (answer.kind === 'html') record.status = 200
    return answer
  }
}

async function carryOut(
  method: Method,
  cloud: Cloud,
  params: Params,
  call: Call,
  record: OpenRecord,
): Promise<Answer> {
  try {
    const result: unknown = await method(cloud, params, call)
    record.carriedOut = true
    return { kind: 'json', status: 200, body: { ok: true, result } }
  } catch (error) {
    return refusal(error)
  }
}

async function suffer(fault: Fault, run: () => Promise<Answer>): Promise<Answer> {
  switch (fault.kind) {
    case 'rate-limited':
      // Nothing in Telegram's answer tells the limit of a chat from that of the bot.
      return refusal(tooManyRequests(fault.retryAfterMs))
    case 'rejected':
      return refusal(badRequest('ENTITY_BOUNDS_INVALID'))
    case 'server-error':
      return refusal(new ApiError(500, 'Internal Server Error'))
    case 'unauthorized':
      return refusal(new ApiError(401, 'Unauthorized'))
    case 'html':
      return { kind: 'html' }
    case 'cut-before':
      return { kind: 'cut' }
    case 'cut-after':
      await run()
      return { kind: 'cut' }
    case 'hang':
      if (fault.carriedOut) await run()
      return { kind: 'silence' }
    default:
      return unreachable(fault)
  }
}

/** Anything but an ApiError is a defect of the sandbox, and is told as such. */
function refusal(error: unknown): Answer {
  if (!(error instanceof ApiError)) throw error
  const { code, message, parameters } = error
  const body = { ok: false, error_code: code, description: message }
  return {
    kind: 'json',
    status: code,
    body: parameters === undefined ? body : { ...body, parameters },
  }
}

/** The id of the person whom the call is about. */
function personOf(cloud: Cloud, params: Params): string | undefined {
  const chatId = params['chat_id']
  if (typeof chatId === 'number' || typeof chatId === 'string') return String(chatId)
  const queryId = textParam(params, 'callback_query_id')
  return queryId === undefined ? undefined : cloud.queries.personOf(queryId)?.toString()
}

/** A bot that is idle asks all the time: recording it would only hide the rest. */
function isEmptyPoll(answer: Answer): boolean {
  if (answer.kind !== 'json' || !isRecord(answer.body)) return false
  const updates = answer.body['result']
  return Array.isArray(updates) && updates.length === 0
}

async function delay(ms: number, call: Call): Promise<void> {
  if (ms <= 0) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    call.onClose(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
