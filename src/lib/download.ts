export type DownloadFailure =
  /** The address is not one that may be asked. Nothing was sent. */
  | { readonly kind: 'foreign-address' }
  /** The server sends one elsewhere, where nobody knows what is. */
  | { readonly kind: 'redirected' }
  | { readonly kind: 'refused'; readonly status: number }
  /** No connection, or none to the end. */
  | { readonly kind: 'failed' }

/** Its message holds nothing of the address, which may hold a secret. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError'
  readonly failure: DownloadFailure

  constructor(failure: DownloadFailure, options?: ErrorOptions) {
    super(`a download: ${failure.kind}`, options)
    this.failure = failure
  }
}

export interface DownloadOptions {
  /** Asked before any byte goes out. */
  readonly isAllowed: (url: URL) => boolean
  readonly signal: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
}

export interface Download {
  /** As the server says: it may be wrong. */
  readonly size: number | undefined
  /** Leaving the loop over them ends the connection. Fails with a DownloadError, or with the signal's reason. */
  readonly chunks: AsyncIterable<Uint8Array>
}

/**
 * Begins to read what is at an address: over https or from an origin that `isAllowed` lets pass by name, never where a redirect leads, and
 * as it is: what a server packs unpacks to more than its size says. Fails with a DownloadError, or with the signal's reason.
 */
export async function download(address: string, options: DownloadOptions): Promise<Download> {
  const url = URL.parse(address)
  if (url === null || !options.isAllowed(url)) throw new DownloadError({ kind: 'foreign-address' })
  const response = await ask(url, options)
  const problem = problemOf(response)
  if (problem !== undefined) {
    await response.body?.cancel().catch(() => undefined)
    throw new DownloadError(problem)
  }
  return { size: sizeOf(response), chunks: read(response, options.signal) }
}

/** A rule for `isAllowed`: https from these hosts, or these origins whatever their scheme. */
export function allowOnly(
  hosts: readonly string[],
  origins: readonly string[] = [],
): DownloadOptions['isAllowed'] {
  return ({ protocol, hostname, port, origin, username, password }) => {
    if (username !== '' || password !== '') return false
    if (origins.includes(origin)) return true
    return protocol === 'https:' && port === '' && hosts.includes(hostname)
  }
}

async function ask(url: URL, { headers, signal }: DownloadOptions): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { ...headers, 'accept-encoding': 'identity' },
      redirect: 'manual',
      signal,
    })
  } catch (error) {
    throw failureOf(error, signal)
  }
}

function problemOf({ status, ok, headers, body }: Response): DownloadFailure | undefined {
  if (status >= 300 && status < 400) return { kind: 'redirected' }
  const encoding = headers.get('content-encoding') ?? 'identity'
  // fetch would unpack it without a limit.
  if (!ok || body === null || encoding !== 'identity') return { kind: 'refused', status }
  return undefined
}

function sizeOf({ headers }: Response): number | undefined {
  const said = headers.get('content-length')
  return said !== null && /^\d{1,15}$/.test(said) ? Number(said) : undefined
}

async function* read({ body }: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const next = await reader.read()
      if (next.done) return
      yield next.value
    }
  } catch (error) {
    throw failureOf(error, signal)
  } finally {
    // After the end, or a failure, there is nothing to cancel.
    await reader.cancel().catch(() => undefined)
  }
}

function failureOf(error: unknown, signal: AbortSignal): unknown {
  return signal.aborted ? signal.reason : new DownloadError({ kind: 'failed' }, { cause: error })
}
