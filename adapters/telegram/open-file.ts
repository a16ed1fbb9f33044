// The bytes of a file that somebody sent. Where they lie, by address or on disk, has the token in it: nobody is told.

import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'

import type { FileStream } from '../../src/adapter.ts'
import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import type { SourceFile } from '../../src/core/media.ts'
import { errorCode } from '../../src/lib/before-sending.ts'
import { download, DownloadError } from '../../src/lib/download.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { Call } from './bot-api.ts'
import { toDeliveryError } from './errors.ts'

export interface FileServer {
  readonly call: Call
  readonly token: string
  readonly apiRoot: string
  readonly isLocal?: boolean
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
    if (isOnDisk !== (server.isLocal ?? false))
      throw failed('TELEGRAM_LOCAL_MODE is not as the Bot API server runs', { kind: 'rejected' })
    return isOnDisk ? await fromDisk(place, signal) : await fromServer(place, signal, server)
  } catch (error) {
    throw toOpenError(error)
  }
}

/** To read once more harms nobody, whatever became of the first time; where the file is gone, it stays so. */
function toOpenError(error: unknown): DeliveryError {
  if (error instanceof DownloadError) return toFileError(error)
  const told = toDeliveryError('open', error)
  return told.failure.kind === 'unknown'
    ? new DeliveryError({ kind: 'not-sent' }, told.message)
    : told
}

function toFileError({ failure, message }: DownloadError): DeliveryError {
  switch (failure.kind) {
    case 'failed':
      return failed(message, { kind: 'not-sent' })
    case 'refused': {
      const { status } = failure
      const mayComeLater = status === 429 || status >= 500
      return failed(`${status} for the file`, { kind: mayComeLater ? 'not-sent' : 'rejected' })
    }
    case 'foreign-address':
    case 'redirected':
      return failed(message, { kind: 'rejected' })
    default:
      return unreachable(failure)
  }
}

/** https://core.telegram.org/bots/api#using-a-local-bot-api-server: "receive the absolute local path as a value of the file_path field" */
async function fromDisk(place: string, signal: AbortSignal): Promise<FileStream> {
  try {
    const found = await stat(place)
    if (!found.isFile()) throw failed('what the server names is no file', { kind: 'rejected' })
    return { size: found.size, chunks: read(place, signal) }
  } catch (error) {
    throw toDiskError(error)
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
  const { origin } = new URL(apiRoot)
  const steps = place.split('/').map(encodeURIComponent).join('/')
  const url = `${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${steps}`
  const { size, chunks } = await download(url, {
    isAllowed: (address) => address.origin === origin,
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
