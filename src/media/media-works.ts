import type { Adapter } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import type { Capabilities } from '../core/capabilities.ts'
import { mayName } from '../core/consent.ts'
import type { OutgoingFile, PreparedFile, SourceFile } from '../core/media.ts'
import { DeliveryError } from '../core/delivery-error.ts'
import type { Platform } from '../core/platform.ts'
import { must } from '../lib/must.ts'
import type { Log } from '../log.ts'
import { Budget } from './budget.ts'
import type { Share } from './budget.ts'
import type { Job } from './job.ts'
import { MediaRefused } from './media.ts'
import type { MediaWorks, Prepared } from './media.ts'
import { neutralName } from './neutral-name.ts'
import { ownForms } from './own-form.ts'
import { StickerCache } from './sticker-cache.ts'
import { transfer } from './transfer.ts'
import type { Open } from './transfer.ts'
import { Workshop } from './workshop.ts'

export interface MediaDeps {
  readonly adapters: ReadonlyMap<Platform, Pick<Adapter, 'open'>>
  readonly capabilities: Readonly<Record<Platform, Capabilities>>
  readonly clock: Clock
  readonly log: Log
}

const megabyte = 1024 * 1024
const mostTransfers = 4
const mostMemory = 64 * megabyte
const mostOfFile = 32 * megabyte
const mostOfThumbnail = megabyte
const mostOfStickers = 8 * megabyte
/** More than any platform lets a sticker have; nobody says how large Discord's are. */
const mostOfSticker = 2 * megabyte
/** What a small file may grow by when it is unpacked and packed anew. */
const roomToGrow = 2 * megabyte

/** https://core.telegram.org/stickers: "one side must be exactly 512 pixels". Discord's app shows its own at 160, and pictures as large as they are. */
const stickers: Readonly<Record<Platform, Job['sticker']>> = {
  telegram: { side: 512, isExact: true },
  discord: { side: 160, isExact: false },
}

/** https://docs.discord.com/developers/resources/message#voice-messages: "waveform" is Discord's; Telegram hears it for itself. */
const waveforms: Readonly<Record<Platform, boolean>> = { telegram: false, discord: true }

export function createMediaWorks(deps: MediaDeps): MediaWorks & MediaLoad {
  return new Works(deps)
}

/** What the works hold at the moment. */
export interface MediaLoad {
  readonly transfers: number
  readonly memoryBytes: number
  readonly waiting: number
}

/** Bytes while a file is read, and again while it is written. */
const needOf = (size: number): number => Math.min(mostMemory, 2 * size + roomToGrow)

/** One request on its way: its share of the memory, and what each of its files still needs of it. */
interface Request {
  readonly share: Share
  /** Those that were drawn before. */
  readonly known: readonly (PreparedFile | undefined)[]
  readonly needs: number[]
  /** Whether all of them fit at once: then what one does not need any more can go to other requests. */
  readonly fits: boolean
  readonly signal: AbortSignal
}

class Works implements MediaWorks, MediaLoad {
  readonly #deps: MediaDeps
  readonly #memory = new Budget(mostMemory)
  readonly #slots = new Budget(mostTransfers)
  readonly #workshop: Workshop
  readonly #drawn = new StickerCache(mostOfStickers)
  readonly #closing = new AbortController()

  constructor(deps: MediaDeps) {
    this.#deps = deps
    this.#workshop = new Workshop(deps.clock, deps.log)
  }

  get transfers(): number {
    return this.#slots.taken
  }

  get memoryBytes(): number {
    return this.#memory.taken
  }

  get waiting(): number {
    return this.#memory.waiting + this.#slots.waiting
  }

  async prepare(files: readonly OutgoingFile[], signal: AbortSignal): Promise<Prepared> {
    const moving = files.filter(({ isByReference }) => !isByReference)
    for (const file of moving) {
      refuseUnasked(file)
      this.#refuseLarge(file)
    }
    const known = moving.map((file) => this.#drawn.get(keyOf(file)))
    const needs = moving.map((file, index) => (known[index] ? 0 : this.#needOf(file)))
    const whole = sum(needs)
    const failed = new AbortController()
    const ended = AbortSignal.any([signal, failed.signal, this.#closing.signal])
    const share = await this.#memory.take(whole, ended)
    try {
      // Files that are too many for the memory go one after the other, with what the earlier ones leave of it.
      const request = { share, known, needs, fits: whole <= share.amount, signal: ended }
      const ready = request.fits
        ? await this.#together(moving, request, failed)
        : await this.#oneByOne(moving, request)
      share.shrink(sum(needs))
      return { files: ready, [Symbol.dispose]: () => share[Symbol.dispose]() }
    } catch (error) {
      share[Symbol.dispose]()
      this.#note(error)
      throw error
    }
  }

  /** The memory is given back only after all of them have stopped using it. */
  async #together(
    files: readonly OutgoingFile[],
    request: Request,
    failed: AbortController,
  ): Promise<readonly PreparedFile[]> {
    const work = files.map(async (file, index) => {
      try {
        return await this.#one(file, index, request)
      } catch (error) {
        const reason = about(file, error)
        failed.abort(reason)
        throw reason
      }
    })
    await Promise.allSettled(work)
    request.signal.throwIfAborted()
    return Promise.all(work)
  }

  async #oneByOne(files: readonly OutgoingFile[], request: Request): Promise<PreparedFile[]> {
    const ready: PreparedFile[] = []
    request.needs.fill(0)
    for (const [index, file] of files.entries()) {
      const one = this.#one(file, index, request)
      ready.push(
        await one.catch((error: unknown) => {
          throw about(file, error)
        }),
      )
    }
    return ready
  }

  async #one(file: OutgoingFile, index: number, request: Request): Promise<PreparedFile> {
    const { share, needs, signal } = request
    const known = request.known[index]
    if (known) return { ...known, name: neutralName(known.form, file.number, known.type) }
    const others = sum(needs) - must(needs[index], 'every file has its needs')
    const mostBytes = Math.min(this.#limitOf(file), Math.floor((share.amount - others) / 2))
    const bytes = await this.#fetch(file.media.file, mostBytes, signal)
    if (request.fits) {
      needs[index] = needOf(bytes.length)
      share.shrink(sum(needs))
    }
    const result = await this.#workshop.do(this.#job(file, bytes), signal)
    if (result.kind === 'refused') throw new MediaRefused(result.reason)
    const ready = result.kind === 'ready' ? result.file : await this.#standIn(file, signal)
    needs[index] = ready.bytes.length
    if (sum(needs) > share.amount)
      throw new MediaRefused({ why: 'too-large', limitBytes: mostBytes })
    if (result.kind === 'ready' && result.isDrawn) this.#drawn.put(keyOf(file), ready)
    return ready
  }

  /** The platform's own still picture of a sticker that cannot be drawn here. */
  async #standIn(file: OutgoingFile, signal: AbortSignal): Promise<PreparedFile> {
    const { thumbnail, emoji } = file.media
    if (!thumbnail) throw new MediaRefused({ why: 'cannot-be-cleaned' })
    const bytes = await this.#fetch(thumbnail, mostOfThumbnail, signal)
    const result = await this.#workshop.do(this.#job(file, bytes), signal)
    if (result.kind === 'refused') throw new MediaRefused(result.reason)
    if (result.kind === 'undrawn') throw new MediaRefused({ why: 'cannot-be-cleaned' })
    return { ...result.file, standIn: emoji }
  }

  async #fetch(
    file: SourceFile,
    mostBytes: number,
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> {
    using _slot = await this.#slots.take(1, signal)
    const adapter = this.#deps.adapters.get(file.platform)
    // Its token was taken out of the settings: what waits for it may come with the next start.
    if (!adapter)
      throw new DeliveryError({ kind: 'not-sent' }, `${file.platform} open: it is switched off`)
    const open: Open = (source, ended) => adapter.open(source, ended)
    try {
      return await transfer(open, file, mostBytes, { clock: this.#deps.clock, signal })
    } catch (error) {
      const isLarge = error instanceof MediaRefused && error.reason.why === 'too-large'
      // It is no larger than files may be, but larger than it was said to be.
      if (isLarge && file.size !== undefined && file.size <= mostBytes)
        throw new MediaRefused({ why: 'unreadable' })
      throw error
    }
  }

  #job(
    { media, form, platform, number, mayNameSender }: OutgoingFile,
    bytes: Uint8Array<ArrayBuffer>,
  ): Job {
    const { forms } = this.#deps.capabilities[platform].media
    return {
      bytes,
      // Where a sticker appears as something else it is one all the same: as anything else Discord's Lottie would be a text of its author's.
      form: media.kind === 'sticker' ? 'sticker' : form,
      forms,
      number,
      sticker: stickers[platform],
      mayNameSender,
      hasWaveform: waveforms[platform],
    }
  }

  /** Who does not say how large a file is gets room for the largest. */
  #needOf(file: OutgoingFile): number {
    return needOf(file.media.file.size ?? this.#limitOf(file))
  }

  /** From what the platform says of its size, before anybody waits for it. */
  #refuseLarge(file: OutgoingFile): void {
    const limitBytes = this.#limitOf(file)
    const { size } = file.media.file
    if (size !== undefined && size > limitBytes)
      throw new MediaRefused({ why: 'too-large', limitBytes }, file.number)
  }

  /** Pictures can be made smaller; everything else is as large afterwards as before. */
  #limitOf({ form, platform, media }: OutgoingFile): number {
    const { capabilities } = this.#deps
    const fromPeople = capabilities[media.file.platform].media.mostFromPeople
    const shrinks = form === 'photo' || form === 'sticker' || form === 'animation'
    const own = ownForms(capabilities[platform].media.forms, [form, 'document'])
    const toShow = shrinks ? mostOfFile : Math.max(0, ...own.map(({ mostBytes }) => mostBytes))
    const ofItsKind = media.kind === 'sticker' ? mostOfSticker : mostOfFile
    return Math.min(ofItsKind, fromPeople, toShow)
  }

  #note(error: unknown): void {
    if (error instanceof MediaRefused)
      this.#deps.log.info({ why: error.reason.why }, 'A file is refused.')
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new Error('the media works are closed'))
    await this.#workshop[Symbol.asyncDispose]()
  }
}

/** By an edit a file comes that nobody has been asked about. */
function refuseUnasked({ media, mayNameSender, number }: OutgoingFile): void {
  if (mayName(media) && !mayNameSender) throw new MediaRefused({ why: 'cannot-be-cleaned' }, number)
}

/** What a sticker is drawn from and for. */
const keyOf = ({ media: { file }, platform, form }: OutgoingFile): string =>
  JSON.stringify([file.platform, file.identity, platform, form])

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)

/** Which of the files of a request is refused. */
function about({ number }: OutgoingFile, error: unknown): unknown {
  return error instanceof MediaRefused ? new MediaRefused(error.reason, number) : error
}
