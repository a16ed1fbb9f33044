import { DeliveryError, type Failure } from '../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import type { RefusedFile } from '../../src/core/refused-file.ts'
import { MediaRefused, type MediaWorks } from '../../src/media/media.ts'

export interface FakeMedia extends MediaWorks {
  /** The file of this identity is refused from now on. */
  refuse(identity: string, reason: RefusedFile): void
  /** It cannot be fetched this once. */
  fail(identity: string, failure: Failure): void
  /** How many requests hold memory. */
  readonly held: number
}

/** Makes files ready without looking at them, or does as it is told. */
export function createFakeMedia(): FakeMedia {
  const refused = new Map<string, RefusedFile>()
  const failures = new Map<string, Failure>()
  let held = 0
  return {
    refuse: (identity, reason) => void refused.set(identity, reason),
    fail: (identity, failure) => void failures.set(identity, failure),
    get held() {
      return held
    },
    async prepare(files) {
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
