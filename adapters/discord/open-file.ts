// Begins to read a file that somebody sent.

import { RequestMethod, Routes, type APIMessage } from 'discord.js'

import type { FileStream } from '../../src/adapter.ts'
import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import type { SourceFile } from '../../src/core/media.ts'
import { download, DownloadError } from '../../src/lib/download.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { Api } from './api.ts'
import type { Cdn } from './cdn.ts'
import { readFileRef, type KeptFile } from './file-ref.ts'

interface Access {
  readonly api: Api
  readonly cdn: Cdn
  readonly signal: AbortSignal
}

export async function openFile({ ref }: SourceFile, access: Access): Promise<FileStream> {
  try {
    const kept = readFileRef(ref)
    if (kept === undefined) throw failed({ kind: 'rejected' }, 'a reference that is none of ours')
    return await openKept(kept, access)
  } catch (error) {
    throw toOpenError(error)
  }
}

function openKept(kept: KeptFile, access: Access): Promise<FileStream> {
  switch (kept.kind) {
    case 'attachment':
      return openAttachment(kept, access)
    case 'sticker':
      return begin(access.cdn.addressOfSticker(kept.id, kept.format), access)
    case 'gif':
      return begin(kept.url, access)
    default:
      return unreachable(kept)
  }
}

type Attachment = Extract<KeptFile, { readonly kind: 'attachment' }>

/** What has expired looks like what is gone: its message is asked once. */
async function openAttachment(attachment: Attachment, access: Access): Promise<FileStream> {
  try {
    return await begin(attachment.url, access)
  } catch (error) {
    if (!isRefused(error)) throw error
  }
  return begin(await freshAddress(attachment, access), access)
}

const refusing: ReadonlySet<number> = new Set([403, 404, 410])

function isRefused(error: unknown): boolean {
  return (
    error instanceof DownloadError &&
    error.failure.kind === 'refused' &&
    refusing.has(error.failure.status)
  )
}

/** A message names each of its files by an address that is signed anew: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
async function freshAddress(
  { channelId, messageId, id }: Attachment,
  { api, signal }: Access,
): Promise<string> {
  const message = await api<APIMessage>({
    name: 'GET message',
    method: RequestMethod.Get,
    route: Routes.channelMessage(channelId, messageId),
    signal,
  })
  const forwarded = message.message_snapshots ?? []
  const found = [message, ...forwarded.map((snapshot) => snapshot.message)]
    .flatMap(({ attachments }) => attachments)
    .find((attachment) => attachment.id === id)
  if (found === undefined)
    throw failed({ kind: 'rejected' }, 'the file is no longer in its message')
  return found.url
}

/** Nothing goes with it that says who asks, and nothing is followed. */
async function begin(address: string, { cdn, signal }: Access): Promise<FileStream> {
  const { size, chunks } = await download(address, { isAllowed: cdn.isFileHost, signal })
  return { size, chunks: guarded(chunks) }
}

async function* guarded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw toOpenError(error)
  }
}

const failed = (failure: Failure, why: string): DeliveryError =>
  new DeliveryError(failure, `Discord open: ${why}`)

/**
 * To read once more harms nobody, whatever became of the first time. What Discord refuses here holds up the one that waits for the file,
 * who may be on another platform: nothing is said about a person or about Discord as a whole.
 */
function toOpenError(error: unknown): DeliveryError {
  if (error instanceof DownloadError) {
    const { failure } = error
    const why = failure.kind === 'refused' ? `${failure.status} for the file` : error.message
    return failed({ kind: mayComeLater(error) ? 'not-sent' : 'rejected' }, why)
  }
  if (!(error instanceof DeliveryError)) return failed({ kind: 'not-sent' }, 'the request failed')
  switch (error.failure.kind) {
    case 'unknown':
    case 'adapter-halted':
      return new DeliveryError({ kind: 'not-sent' }, error.message)
    case 'recipient-gone':
      return new DeliveryError({ kind: 'rejected' }, error.message)
    case 'rate-limited':
      return new DeliveryError({ ...error.failure, scope: 'lane' }, error.message)
    case 'rejected':
    case 'not-sent':
      return error
    default:
      return unreachable(error.failure)
  }
}

function mayComeLater({ failure }: DownloadError): boolean {
  switch (failure.kind) {
    case 'failed':
      return true
    case 'refused':
      return failure.status === 429 || failure.status >= 500
    case 'foreign-address':
    case 'redirected':
      return false
    default:
      return unreachable(failure)
  }
}
