import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import type { RefusedFile } from '../../src/core/refused-file.ts'
import { MediaRefused, type MediaWorks } from '../../src/media/media.ts'

export interface FakeMedia extends MediaWorks {
  /** The file of this identity is refused from now on. */
  refuse(identity: string, reason: RefusedFile): void
  /** It cannot be fetched this once. */
  fail(identity: string, failure: Failure): void
  /** Files are waited for, until the returned function is called or the process ends. */
  hold(): () => void
  /** How many requests are being made ready. */
  readonly waiting: number
  /** How many requests hold memory. */
  readonly held: number
}

/** Makes files ready without looking at them, or does as it is told. */
export function createFakeMedia(): FakeMedia {
  const refused = new Map<string, RefusedFile>()
  const failures = new Map<string, Failure>()
  let held = 0
  let waiting = 0
  let gate: Promise<void> | undefined
  return {
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      gate = promise
      return () => {
        gate = undefined
        resolve()
      }
    },
    get waiting() {
      return waiting
    },
    refuse: (identity, reason) => void refused.set(identity, reason),
    fail: (identity, failure) => void failures.set(identity, failure),
    get held() {
      return held
    },
    async prepare(files, signal) {
      if (gate) {
        waiting += 1
        const { promise: ended, reject } = Promise.withResolvers<never>()
        const end = (): void => reject(new Error('the process ends'))
        signal.addEventListener('abort', end, { once: true })
        await Promise.race([gate, ended]).finally(() => {
          waiting -= 1
          signal.removeEventListener('abort', end)
        })
      }
      for (const { media, number } of files) {
        const { identity } = media.file
        const reason = refused.get(identity)
        if (reason) throw new MediaRefused(reason, number)
        const failure = failures.get(identity)
        failures.delete(identity)
        if (failure) throw new DeliveryError(failure, `told to fail: ${failure.kind}`)
      }
      held += 1
      return {
        files: files
          .filter(({ isByReference }) => !isByReference)
          .map(({ form, number }): PreparedFile => ({
            form,
            bytes: new Uint8Array(1),
            name: `${form}-${number}.bin`,
            type: 'application/octet-stream',
            width: undefined,
            height: undefined,
            durationMs: undefined,
            standIn: undefined,
            waveform: undefined,
          })),
        [Symbol.dispose]: () => void (held -= 1),
      }
    },
    async [Symbol.asyncDispose]() {},
  }
}
