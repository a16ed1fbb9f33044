// The bytes of a file that somebody sent. Where they lie, by address or on disk, has the token in it: nobody is told.

import { constants, createReadStream } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import path from 'node:path'

import type { FileStream } from '../../src/adapter.ts'
import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import type { SourceFile } from '../../src/core/media.ts'
import { errorCode } from '../../src/lib/before-sending.ts'
import { download, DownloadError, type DownloadFailure } from '../../src/lib/download.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { Log } from '../../src/log.ts'
import type { Call } from './bot-api.ts'
import { toDeliveryError } from './errors.ts'

export interface FileServer {
  readonly call: Call
  readonly token: string
  readonly apiRoot: string
  readonly isLocal?: boolean
  /** For what only the operator can put right: whoever sent the file hears that it is gone. */
  readonly log: Log
}

/** Asks where the file is now: an earlier answer holds for an hour (https://core.telegram.org/bots/api#getfile). */
export async function openFile(
  { ref }: SourceFile,
  signal: AbortSignal,
  server: FileServer,
): Promise<FileStream> {
  try {
    if (signal.aborted) throw failed('not begun', { kind: 'not-sent' })
    const { file_path: place } = await server.call(
      (api, ends) => api.getFile({ file_id: ref }, ends),
      { signal },
    )
    if (place === undefined) throw failed('the file is nowhere', { kind: 'rejected' })
    const isOnDisk = path.isAbsolute(place)
    if (isOnDisk !== (server.isLocal ?? false)) {
      const wanted = `TELEGRAM_LOCAL_MODE=${isOnDisk}`
      server.log.error({ wanted }, 'The Bot API server hands out files in another way than is set.')
      throw failed(`the server wants ${wanted}`, { kind: 'rejected' })
    }
    return isOnDisk
      ? await fromDisk(place, signal, server)
      : await fromServer(place, signal, server)
  } catch (error) {
    throw toOpenError(error)
  }
}

/** To read once more harms nobody, whatever became of the first time. */
function toOpenError(error: unknown): DeliveryError {
  if (error instanceof DownloadError) return failed(error.message, toFailure(error.failure))
  const told = toDeliveryError('open', error)
  return told.failure.kind === 'unknown'
    ? new DeliveryError({ kind: 'not-sent' }, told.message)
    : told
}

function toFailure(failure: DownloadFailure): Failure {
  switch (failure.kind) {
    case 'foreign-address':
    case 'redirected':
      return { kind: 'rejected' }
    case 'failed':
      return { kind: 'not-sent' }
    case 'refused':
      return fromStatus(failure.status)
    default:
      return unreachable(failure)
  }
}

/** Whoever serves files answers without the words of the Bot API. */
function fromStatus(status: number): Failure {
  if (status === 401) return { kind: 'adapter-halted' }
  if (status === 429) return { kind: 'rate-limited', scope: 'platform', retryAfterMs: 1000 }
  return { kind: status >= 500 ? 'not-sent' : 'rejected' }
}

/** https://core.telegram.org/bots/api#using-a-local-bot-api-server: "receive the absolute local path as a value of the file_path field" */
async function fromDisk(
  place: string,
  signal: AbortSignal,
  { log }: FileServer,
): Promise<FileStream> {
  try {
    const found = await stat(place)
    if (!found.isFile()) throw failed('what the server names is no file', { kind: 'rejected' })
    await access(place, constants.R_OK)
    return { size: found.size, chunks: read(place, signal) }
  } catch (error) {
    const told = toDiskError(error)
    log.error(
      { problem: told.message },
      'A file of the Bot API server cannot be read. In local mode its folder has to be readable here.',
    )
    throw told
  }
}

async function* read(place: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(place, { signal })) yield chunk
  } catch (error) {
    throw toDiskError(error)
  }
}

/** Errors of the disk name the path. */
function toDiskError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  const code = errorCode(error) ?? 'the disk failed'
  return failed(code, { kind: code === 'ENOENT' ? 'rejected' : 'not-sent' })
}

async function fromServer(
  place: string,
  signal: AbortSignal,
  { apiRoot, token }: FileServer,
): Promise<FileStream> {
  const home = new URL(`${apiRoot.replace(/\/+$/, '')}/file/bot${token}/`).href
  const steps = place.split('/').map(encodeURIComponent).join('/')
  const { size, chunks } = await download(`${home}${steps}`, {
    // Steps upwards lead elsewhere.
    isAllowed: ({ href }) => href.startsWith(home),
    signal,
  })
  return { size, chunks: guarded(chunks) }
}

async function* guarded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw toOpenError(error)
  }
}

const failed = (why: string, failure: Failure): DeliveryError =>
  new DeliveryError(failure, `Telegram open: ${why}`)
