import type { PreparedFile } from '../core/media.ts'

/** Stickers come again and again, and drawing one takes a second: the latest are kept, as many as fit. */
export class StickerCache {
  readonly #mostBytes: number
  readonly #files = new Map<string, PreparedFile>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes
  }

  get(key: string): PreparedFile | undefined {
    const file = this.#files.get(key)
    if (!file) return undefined
    // A map keeps the order of insertion: what was asked for last stands last.
    this.#files.delete(key)
    this.#files.set(key, file)
    return file
  }

  put(key: string, file: PreparedFile): void {
    this.#drop(key)
    if (file.bytes.length > this.#mostBytes) return
    this.#files.set(key, file)
    this.#bytes += file.bytes.length
    for (const oldest of this.#files.keys()) {
      if (this.#bytes <= this.#mostBytes) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const file = this.#files.get(key)
    if (!file) return
    this.#files.delete(key)
    this.#bytes -= file.bytes.length
  }
}
