// Everything that was ever uploaded, under the ids by which the bot knows it.

import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Medium, StoredFile } from './medium.ts'

/** One id: a medium, and which of its files is meant. */
export interface KnownFile {
  readonly id: string
  readonly medium: Medium
  readonly file: StoredFile
  readonly isThumbnail: boolean
}

interface Link {
  readonly known: KnownFile
  readonly until: number
}

export interface FileStoreOptions {
  readonly now: () => number
  /** As a Bot API server of one's own does: https://core.telegram.org/bots/api#using-a-local-bot-api-server */
  readonly localMode: boolean
}

/** "It is guaranteed that the link will be valid for at least 1 hour": https://core.telegram.org/bots/api#getfile */
const linkLifetimeMs = 3600 * 1000

const idPrefix = 'sandbox_'

export class FileStore implements Disposable {
  readonly localMode: boolean
  readonly #now: () => number
  readonly #known = new Map<string, KnownFile>()
  readonly #links = new Map<string, Link>()
  #folder: string | undefined
  #lastNumber = 0

  constructor({ now, localMode }: FileStoreOptions) {
    this.#now = now
    this.localMode = localMode
  }

  /** A new id for a file. Each message has its own, and they all stay good; what a file is stays in `file_unique_id`. */
  issue(
    medium: Medium,
    file: StoredFile = medium.file,
  ): { file_id: string; file_unique_id: string; file_size: number } {
    const id = `${idPrefix}${randomBytes(36).toString('base64url')}`
    const isThumbnail = medium.kind !== 'photo' && file !== medium.file
    this.#known.set(id, { id, medium, file, isThumbnail })
    return { file_id: id, file_unique_id: file.uniqueId, file_size: file.bytes.length }
  }

  /** Under an id that somebody else has made up. */
  keep(id: string, medium: Medium): void {
    this.#known.set(id, { id, medium, file: medium.file, isThumbnail: false })
  }

  find(id: string): KnownFile | undefined {
    return this.#known.get(id)
  }

  /** Whether it could be an id at all. */
  isId(text: string): boolean {
    return text.startsWith(idPrefix)
  }

  /** Where the bytes can be had for a while. */
  link(known: KnownFile): string {
    const { folder, extension, bytes } = known.file
    this.#lastNumber += 1
    const path = `${folder}/file_${this.#lastNumber}.${extension}`
    if (!this.localMode) {
      this.#links.set(path, { known, until: this.#now() + linkLifetimeMs })
      return path
    }
    this.#folder ??= mkdtempSync(join(tmpdir(), 'bot-api-'))
    mkdirSync(join(this.#folder, folder), { recursive: true })
    const whole = join(this.#folder, path)
    writeFileSync(whole, bytes)
    return whole
  }

  linked(path: string): KnownFile | undefined {
    const link = this.#links.get(path)
    return link === undefined || link.until < this.#now() ? undefined : link.known
  }

  [Symbol.dispose](): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
  }
}
