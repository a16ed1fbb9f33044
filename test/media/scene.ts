// The media works with a platform that hands out whatever a test gives it.

import type { Adapter, FileStream } from '../../src/adapter.ts'
import { systemClock } from '../../src/clock.ts'
import type { Clock } from '../../src/clock.ts'
import type { Capabilities, FormCapability } from '../../src/core/capabilities.ts'
import { fileRef } from '../../src/core/media.ts'
import type { Media, MediaKind, OutgoingFile, PreparedFile } from '../../src/core/media.ts'
import type { Platform } from '../../src/core/platform.ts'
import { silentLog } from '../../src/log.ts'
import { createMediaWorks } from '../../src/media/media-works.ts'
import type { MediaLoad } from '../../src/media/media-works.ts'
import { MediaRefused } from '../../src/media/media.ts'
import type { MediaWorks } from '../../src/media/media.ts'
import { must } from '../../src/lib/must.ts'

const megabyte = 1024 * 1024

function own(mostBytes: number, types: 'any' | readonly string[] = 'any'): FormCapability {
  return { kind: 'own', mostBytes, types, album: undefined, hasCaption: true, hasSpoiler: true }
}

const text: Capabilities['text'] = {
  maxLength: 1024,
  escaped: '',
  marks: { bold: 0, italic: 0, underline: 0, strike: 0, spoiler: 0, code: 0, quote: 0, pre: 0 },
  quoteLineMark: 0,
}

type Forms = Capabilities['media']['forms']

function capabilities(forms: Forms): Capabilities {
  return {
    text,
    media: {
      forms,
      mostFromPeople: 20 * megabyte,
      mostInRequest: 50 * megabyte,
      album: { most: 10, isOneMessage: false },
      caption: text,
      byReference: new Set(),
      hasPlaces: true,
    },
    typingLastsMs: 0,
    tellsDeletions: false,
    reactions: { most: 1, allowed: 'any' },
    afterUnknown: { kind: 'repeat-once' },
  }
}

const telegram: Forms = {
  photo: own(10 * megabyte, ['image/jpeg']),
  video: own(50 * megabyte, ['video/mp4']),
  animation: own(50 * megabyte, ['video/mp4', 'image/gif']),
  audio: own(50 * megabyte, ['audio/mpeg', 'audio/mp4']),
  voice: own(megabyte, ['audio/ogg']),
  'video-note': own(50 * megabyte, ['video/mp4']),
  sticker: own(512 * 1024, ['image/webp', 'application/x-tgsticker', 'video/webm']),
  document: own(50 * megabyte),
}

const discord: Forms = {
  photo: own(10 * megabyte, ['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
  video: own(10 * megabyte, ['video/mp4', 'video/webm', 'video/quicktime']),
  animation: own(10 * megabyte, ['video/mp4', 'image/gif', 'video/webm']),
  audio: own(10 * megabyte, ['audio/mpeg', 'audio/ogg', 'audio/mp4', 'audio/flac', 'audio/wav']),
  voice: own(10 * megabyte, ['audio/ogg']),
  'video-note': { kind: 'as', form: 'video' },
  sticker: own(10 * megabyte, ['image/gif', 'image/webp', 'image/png']),
  document: own(10 * megabyte),
}

const sampleCapabilities: Readonly<Record<Platform, Capabilities>> = {
  telegram: capabilities(telegram),
  discord: capabilities(discord),
}

/** How a test's platform answers for a file. */
export type Served = Uint8Array | FileStream | (() => FileStream | Promise<FileStream>)

export interface MediaScene extends AsyncDisposable {
  readonly works: MediaWorks & MediaLoad
  /** References of the files that were opened, in their order. */
  readonly opened: readonly string[]
  serve(ref: string, served: Served): void
  /** The one file of a request, ready; its memory is given back. */
  prepare(bytes: Served, form: MediaKind, platform?: Platform): Promise<PreparedFile>
  /** Why it is refused. */
  refusal(bytes: Served, form: MediaKind, platform?: Platform): Promise<string>
}

export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const streamOf = (served: Served): FileStream | Promise<FileStream> => {
  if (typeof served === 'function') return served()
  return served instanceof Uint8Array ? { size: served.length, chunks: oneChunk(served) } : served
}

export function outgoing(
  ref: string,
  form: MediaKind,
  platform: Platform = 'discord',
  media: Partial<Media> = {},
): OutgoingFile {
  const file = {
    platform: platform === 'discord' ? 'telegram' : 'discord',
    ref: fileRef(ref),
    identity: ref,
    size: undefined,
    type: undefined,
  } as const
  return {
    media: {
      kind: form,
      file,
      thumbnail: undefined,
      spoiler: false,
      durationMs: undefined,
      emoji: undefined,
      motion: undefined,
      ...media,
    },
    form,
    platform,
    spoiler: false,
    mayNameSender: true,
    isByReference: false,
    number: 1,
  }
}

export function createMediaScene(clock: Clock = systemClock): MediaScene {
  const files = new Map<string, Served>()
  const opened: string[] = []
  const adapter: Pick<Adapter, 'open'> = {
    open: async (file) => {
      opened.push(file.ref)
      return streamOf(must(files.get(file.ref), 'the test serves the file'))
    },
  }
  const works = createMediaWorks({
    adapters: new Map([
      ['telegram', adapter],
      ['discord', adapter],
    ]),
    capabilities: sampleCapabilities,
    clock,
    log: silentLog,
  })
  let count = 0
  const prepare: MediaScene['prepare'] = async (served, form, platform) => {
    const ref = `file ${++count}`
    files.set(ref, served)
    const { signal } = new AbortController()
    using prepared = await works.prepare([outgoing(ref, form, platform)], signal)
    return must(prepared.files[0], 'one file was asked for')
  }
  return {
    works,
    opened,
    serve: (ref, served) => void files.set(ref, served),
    prepare,
    async refusal(served, form, platform) {
      try {
        const { type } = await prepare(served, form, platform)
        return `ready as ${type}`
      } catch (error) {
        if (error instanceof MediaRefused) return error.reason.why
        throw error
      }
    },
    [Symbol.asyncDispose]: () => works[Symbol.asyncDispose](),
  }
}
