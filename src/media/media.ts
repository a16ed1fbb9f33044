import type { OutgoingFile, PreparedFile } from '../core/media.ts'
import type { RefusedFile } from '../core/refused-file.ts'

/** Files that are ready to be shown, and the memory that they take until they are disposed of. */
export interface Prepared extends Disposable {
  /** In the order in which they were asked for, without those that go by reference. */
  readonly files: readonly PreparedFile[]
}

/**
 * Where bytes are fetched, checked, cleaned of their sender and made into what the recipient's platform shows. At most four transfers at a
 * time, and 64 MB of them in memory; nothing is written to disk.
 */
export interface MediaWorks extends AsyncDisposable {
  /**
   * Makes the files of one request ready. Fails with a MediaRefused where one of them is never going to be, with the adapter's DeliveryError
   * where it could not be fetched this time. Waits for room in memory, in the order of the calls:
   * who asks again while holding what is ready may wait for ever.
   */
  prepare(files: readonly OutgoingFile[], signal: AbortSignal): Promise<Prepared>
}

/** The file cannot be carried, now or later; its sender is told why. The message holds nothing of the file. */
export class MediaRefused extends Error {
  override readonly name = 'MediaRefused'
  readonly reason: RefusedFile
  /** Of the file: see OutgoingFile. */
  readonly number: number

  constructor(reason: RefusedFile, number = 1) {
    super(`a file is refused: ${reason.why}`)
    this.reason = reason
    this.number = number
  }
}
