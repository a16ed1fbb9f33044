// The bytes behind a link that getFile gave: https://core.telegram.org/bots/api#file

import type { Fault } from '../server.ts'
import type { Answer, FileAnswer } from './answer.ts'
import { ApiError, tooManyRequests } from './api-error.ts'
import type { BotApiOptions } from './bot-api.ts'
import type { Download } from './http-server.ts'
import { delay } from './latency.ts'
import { refusal } from './refusal.ts'
import { keepStatus, type OpenRecord } from './request-log.ts'

export function createFileDownload(options: BotApiOptions): (asked: Download) => Promise<Answer> {
  const { cloud, token, faults, log, drawLatencyMs } = options
  return async (asked) => {
    if (asked.token !== token) return refusal(new ApiError(401, 'Unauthorized'))
    const known = cloud.files.linked(asked.path)
    const person = known?.medium.owner
    const record: OpenRecord = {
      method: 'GET file',
      person,
      body: { file_path: asked.path },
      status: undefined,
      carriedOut: false,
    }
    log.add(record)
    const fault = faults.take('GET file', person)
    const bytes = known?.file.bytes
    const answer =
      bytes === undefined ? refusal(new ApiError(404, 'Not Found')) : serve(bytes, fault)
    record.carriedOut = answer.kind === 'file'
    await delay(drawLatencyMs(), asked)
    keepStatus(record, answer, asked)
    return answer
  }
}

function serve(bytes: Uint8Array, fault: Fault | undefined): Answer {
  const whole: FileAnswer = { kind: 'file', bytes, says: bytes.length }
  switch (fault?.kind) {
    case undefined:
      return whole
    case 'trickle':
      return { ...whole, bytesPerSecond: fault.bytesPerSecond }
    case 'wrong-length':
      return { ...whole, says: fault.says }
    case 'truncated':
      return { ...whole, bytes: bytes.subarray(0, Math.floor(bytes.length / 2)) }
    case 'redirect':
      return { kind: 'redirect', to: fault.to }
    case 'rate-limited':
      return refusal(tooManyRequests(fault.retryAfterMs))
    case 'rejected':
      return refusal(new ApiError(404, 'Not Found'))
    case 'server-error':
      return refusal(new ApiError(500, 'Internal Server Error'))
    case 'unauthorized':
      return refusal(new ApiError(401, 'Unauthorized'))
    case 'html':
      return { kind: 'html' }
    // Reading a file changes nothing: carried out or not is the same.
    case 'cut-before':
    case 'cut-after':
      return { kind: 'cut' }
    case 'hang':
      return { kind: 'silence' }
    case 'partial-album':
      throw new Error('A file is no album')
  }
}
