// One call of the bot: its token, its method, the fault that is due, the record of it, and the answer.

import { unreachable } from '../../lib/must.ts'
import type { Fault } from '../server.ts'
import type { Answer } from './answer.ts'
import { ApiError, badRequest, tooManyRequests } from './api-error.ts'
import type { Cloud } from './cloud.ts'
import type { Faults } from './faults.ts'
import type { Call } from './http-server.ts'
import { delay } from './latency.ts'
import { findMethod } from './methods/method-table.ts'
import type { Method } from './methods/method.ts'
import { sendPartOfAlbum } from './methods/send-media-group.ts'
import { isRecord, type Params, textParam } from './params.ts'
import { refusal } from './refusal.ts'
import { keepStatus, type OpenRecord, type RequestLog } from './request-log.ts'
import { requestParams } from './request-params.ts'
import { refuseOversize } from './upload-limits.ts'

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

    const run = (other = method): Promise<Answer> => carryOut(other, cloud, params, call, record)
    const answer = fault === undefined ? await run() : await suffer(fault, run)
    if (isPoll && !isEmptyPoll(answer)) log.add(record)

    await delay(drawLatencyMs(), call)
    keepStatus(record, answer, call)
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
    refuseOversize(cloud, params)
    const result: unknown = await method(cloud, params, call)
    record.carriedOut = true
    return { kind: 'json', status: 200, body: { ok: true, result } }
  } catch (error) {
    return refusal(error)
  }
}

async function suffer(fault: Fault, run: (other?: Method) => Promise<Answer>): Promise<Answer> {
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
    case 'partial-album': {
      const { sent } = fault
      return run((cloud, params) => sendPartOfAlbum(cloud, params, sent))
    }
    case 'wrong-length':
      // Of getFile, the one method that takes it: Telegram said something else before than what then comes.
      return withFileSize(await run(), fault.says)
    case 'trickle':
    case 'truncated':
    case 'redirect':
      throw new Error(`Only a file can have the fault ${fault.kind}`)
    default:
      return unreachable(fault)
  }
}

function withFileSize(answer: Answer, file_size: number): Answer {
  if (answer.kind !== 'json' || !isRecord(answer.body)) return answer
  const { result } = answer.body
  if (!isRecord(result)) return answer
  return { ...answer, body: { ...answer.body, result: { ...result, file_size } } }
}

/** The id of the person whom the call is about. */
function personOf(cloud: Cloud, params: Params): string | undefined {
  const chatId = params['chat_id']
  if (typeof chatId === 'number' || typeof chatId === 'string') return String(chatId)
  const fileId = textParam(params, 'file_id')
  if (fileId !== undefined) return cloud.files.find(fileId)?.medium.owner
  const queryId = textParam(params, 'callback_query_id')
  return queryId === undefined ? undefined : cloud.queries.personOf(queryId)?.toString()
}

/** A bot that is idle asks all the time: recording it would only hide the rest. */
function isEmptyPoll(answer: Answer): boolean {
  if (answer.kind !== 'json' || !isRecord(answer.body)) return false
  const updates = answer.body['result']
  return Array.isArray(updates) && updates.length === 0
}
