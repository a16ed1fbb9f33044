import { failedBeforeSending } from './before-sending.ts'

export type DownloadFailure =
  /** The address is none of those that are allowed: nothing was asked of it. */
  | { readonly kind: 'foreign-address' }
  /** The answer leads elsewhere, and is not followed. */
  | { readonly kind: 'redirected' }
  /** The answer is not the file: its status, or 200 where it comes packed although that was not asked for. */
  | { readonly kind: 'refused'; readonly status: number }
  /** No answer, or one that broke off. */
  | { readonly kind: 'failed'; readonly isBeforeSending: boolean }

/** Names neither the address nor anything of the answer: an address can hold a secret. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError'
  readonly failure: DownloadFailure

  constructor(failure: DownloadFailure, options?: ErrorOptions) {
    super(`a download failed: ${failure.kind}`, options)
    this.failure = failure
  }
}

export interface DownloadOptions {
  /** Whether a request may go to this address at all. */
  readonly isAllowed: (address: URL) => boolean
  readonly signal: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
}

export interface Download {
  /** What the answer says: no more than a promise. */
  readonly size: number | undefined
  /** To be read once. Leaving the loop closes the connection; a failure in it is a DownloadError. */
  readonly chunks: AsyncIterable<Uint8Array>
}

/**
 * Begins a GET from an allowed address and hands the bytes on as they come, as they are: nothing is unpacked, so that no few bytes can
 * become many. Knows no limit of size or time: whoever reads counts, and ends it by the signal or by leaving the loop.
 */
export async function download(
  address: string,
  { isAllowed, signal, headers }: DownloadOptions,
): Promise<Download> {
  if (!URL.canParse(address) || !isAllowed(new URL(address)))
    throw new DownloadError({ kind: 'foreign-address' })
  // Ends the transfer when its reader leaves, also where fetch has buffered what follows.
  const left = new AbortController()
  const response = await fetch(address, {
    headers: { ...headers, 'accept-encoding': 'identity' },
    redirect: 'manual',
    signal: AbortSignal.any([signal, left.signal]),
  }).catch((error: unknown) => {
    throw toDownloadError(error)
  })
  const failure = failureOf(response)
  if (failure) {
    left.abort()
    throw new DownloadError(failure)
  }
  const length = Number(response.headers.get('content-length') ?? NaN)
  return {
    size: Number.isSafeInteger(length) && length >= 0 ? length : undefined,
    chunks: read(response.body, left),
  }
}

function failureOf({ status, headers }: Response): DownloadFailure | undefined {
  if (status >= 300 && status < 400) return { kind: 'redirected' }
  const encoding = headers.get('content-encoding') ?? 'identity'
  return status === 200 && encoding === 'identity' ? undefined : { kind: 'refused', status }
}

async function* read(
  body: AsyncIterable<Uint8Array> | null,
  left: AbortController,
): AsyncGenerator<Uint8Array> {
  try {
    if (body) for await (const chunk of body) yield chunk
  } catch (error) {
    throw toDownloadError(error)
  } finally {
    left.abort()
  }
}

function toDownloadError(error: unknown): DownloadError {
  const isBeforeSending = failedBeforeSending(error)
  return new DownloadError({ kind: 'failed', isBeforeSending }, { cause: error })
}
