// Bytes by the path at which Discord's servers for files have them: cdn.discordapp.com, media.discordapp.net and images-ext-1.discordapp.net,
// which are all the sandbox's own origin here.

import type { Account } from './account.ts'

export interface StoredFile {
  readonly bytes: Uint8Array
  /** What its address is answered with. */
  readonly type: string
  /** In whose chat it is, if in any that is known here. */
  readonly account: Account | undefined
  /** Attachments are had by signed addresses alone; stickers and proxied pictures by everybody and for good. */
  readonly isSigned: boolean
}

export class FileStore {
  readonly #files = new Map<string, StoredFile>()

  put(path: string, file: StoredFile): void {
    this.#files.set(path, file)
  }

  find(path: string): StoredFile | undefined {
    return this.#files.get(path)
  }

  /** The file of an address that a message tells. */
  at(url: string): StoredFile | undefined {
    return this.find(new URL(url).pathname)
  }

  dropAt(url: string): void {
    this.#files.delete(new URL(url).pathname)
  }
}
