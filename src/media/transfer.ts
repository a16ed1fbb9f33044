import type { FileStream } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import { DeliveryError } from '../core/delivery-error.ts'
import type { SourceFile } from '../core/media.ts'
import { MediaRefused } from './media.ts'

export type Open = (file: SourceFile, signal: AbortSignal) => Promise<FileStream>

/** Finding the file: an adapter may have to ask for its address first. */
const openWithinMs = 10_000
const wholeWithinMs = 60_000
/** Every span of that many milliseconds brings at least so many bytes: 4 KB/s, what a poor mobile network does. */
const spanMs = 4000
const leastInSpan = 16_384

/**
 * Reads a file to its end, never more than `mostBytes` of it, and never from a platform that dawdles. Fails with a MediaRefused,
 * with a DeliveryError where it may come another time, or with the signal's reason.
 */
export async function transfer(
  open: Open,
  file: SourceFile,
  mostBytes: number,
  deps: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const { clock, signal } = deps
  signal.throwIfAborted()
  refuseLarge(file.size, mostBytes)
  const gaveUp = new AbortController()
  const refuse = (): void => gaveUp.abort(new MediaRefused({ why: 'too-slow' }))
  const ended = AbortSignal.any([signal, gaveUp.signal])
  const cancels = [clock.after(wholeWithinMs, refuse)]
  try {
    const cancelOpen = clock.after(openWithinMs, refuse)
    cancels.push(cancelOpen)
    const stream = await orAborted(open(file, ended), ended)
    cancelOpen()
    refuseLarge(stream.size, mostBytes)
    return await read(stream, mostBytes, { clock, ended, refuse })
  } catch (error) {
    // What the adapter makes of an abort is not why it was aborted.
    throw whyEnded(error, ended)
  } finally {
    for (const cancel of cancels) cancel()
    // Whatever still reads stops.
    gaveUp.abort(new MediaRefused({ why: 'unreadable' }))
  }
}

function refuseLarge(size: number | undefined, limitBytes: number): void {
  if (size !== undefined && size > limitBytes)
    throw new MediaRefused({ why: 'too-large', limitBytes })
}

async function read(
  { size, chunks }: FileStream,
  mostBytes: number,
  watch: {
    readonly clock: Clock
    readonly ended: AbortSignal
    readonly refuse: () => void
  },
): Promise<Uint8Array<ArrayBuffer>> {
  // Where the size is known each chunk is put into its place and let go of: all of them beside the whole would be the file twice.
  const whole = size === undefined ? undefined : new Uint8Array(size)
  const parts: Uint8Array[] = []
  let length = 0
  const stop = keepPace(watch, () => length)
  const iterator = chunks[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await orAborted(iterator.next(), watch.ended)
      if (next.done === true) break
      const at = length
      length += next.value.length
      refuseLarge(length, mostBytes)
      // More than was announced is as false as less.
      if (size !== undefined && length > size) throw new MediaRefused({ why: 'unreadable' })
      if (whole) whole.set(next.value, at)
      else parts.push(next.value)
    }
  } finally {
    stop()
    // A stream that hangs may never answer this either.
    iterator.return?.().catch(() => undefined)
  }
  if (length === 0 || (size !== undefined && length !== size))
    throw new MediaRefused({ why: 'unreadable' })
  return whole ?? join(parts, length)
}

function keepPace(
  { clock, refuse }: { readonly clock: Clock; readonly refuse: () => void },
  progress: () => number,
): () => void {
  let before = 0
  const look = (): void => {
    if (progress() - before < leastInSpan) return refuse()
    before = progress()
    cancel = clock.after(spanMs, look)
  }
  let cancel = clock.after(spanMs, look)
  return () => cancel()
}

/** One copy, so that what a stream keeps of its chunks is of no matter. */
function join(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', abort)
    // The one that lost the race fails unheard.
    work.catch(() => undefined)
    promise.catch(() => undefined)
  }
}

function whyEnded(error: unknown, ended: AbortSignal): unknown {
  if (ended.aborted) return ended.reason
  if (error instanceof MediaRefused) return error
  if (!(error instanceof DeliveryError))
    return new DeliveryError({ kind: 'not-sent' }, 'the file could not be read to its end', {
      cause: error,
    })
  return error.failure.kind === 'rejected' ? new MediaRefused({ why: 'gone' }) : error
}
