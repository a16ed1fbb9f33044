// Files as the product hands them to an adapter, and reads them from one.

import type { CaptionedFile } from '../../../src/core/action.ts'
import type { Content } from '../../../src/core/content.ts'
import { fileRef, type MediaKind, type PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import type { SeenFile, SeenFileKind } from '../../../src/sandbox/person.ts'
import { sampleFile, type SampleName } from '../../../src/sandbox/samples/sample-files.ts'
import { notAborted, type Stage } from './stage.ts'

/** What a person sends, and what of it is told besides where it is. */
export interface SentSample {
  readonly sent: SeenFileKind
  readonly sample: SampleName
  readonly kind: MediaKind
  readonly type: string
  readonly durationMs?: number
  readonly motion?: 'still' | 'lottie' | 'frames'
  readonly emoji?: string
  /** Whether the platform tells how large it is. */
  readonly hasSize?: false
}

/** What is sent, and what the person's app shows. */
export interface ShownSample {
  readonly form: MediaKind
  readonly sample: SampleName
  readonly shown: Partial<SeenFile>
  readonly facts?: Partial<PreparedFile>
}

export const bytesOf = (sample: SampleName): Uint8Array<ArrayBuffer> =>
  new Uint8Array(sampleFile(sample).bytes)

export const preparedFile = (
  form: MediaKind,
  sample: SampleName,
  facts: Partial<PreparedFile> = {},
): PreparedFile => ({
  form,
  bytes: bytesOf(sample),
  name: `${form}-1${sample.slice(sample.lastIndexOf('.'))}`,
  type: sampleFile(sample).type,
  width: undefined,
  height: undefined,
  durationMs: undefined,
  standIn: undefined,
  waveform: undefined,
  ...facts,
})

/** As `fit` lays it out: a file of somewhere else. */
export const captionedFile = (
  { setup }: Stage,
  form: MediaKind,
  more: Partial<CaptionedFile> = {},
): CaptionedFile => ({
  media: {
    kind: form,
    file: {
      platform: setup.platform === 'telegram' ? 'discord' : 'telegram',
      ref: fileRef('elsewhere'),
      identity: 'elsewhere',
      size: undefined,
      type: undefined,
    },
    thumbnail: undefined,
    spoiler: false,
    durationMs: undefined,
    emoji: undefined,
    motion: undefined,
  },
  form,
  platform: setup.platform,
  spoiler: false,
  mayNameSender: false,
  isByReference: false,
  number: 1,
  caption: plain(''),
  ...more,
})

/** The one file of a message that was heard. */
export function fileOf(content: Content) {
  if (content.kind !== 'media') throw new Error('There is no file in it.')
  return must(content.files[0], 'a message of files has one').file
}

export async function readAll(
  { adapter }: Stage,
  content: Content,
  signal = notAborted(),
): Promise<Uint8Array> {
  const { chunks } = await adapter.open(fileOf(content), signal)
  const read: Uint8Array[] = []
  for await (const chunk of chunks) read.push(chunk)
  return new Uint8Array(Buffer.concat(read))
}

/** What the next thing is that this person says. */
export async function heardContent(stage: Stage, count = 1): Promise<readonly Content[]> {
  const heard = await stage.hears(stage.ann, count)
  return heard.map(({ event }) => {
    if (event.kind === 'message' || event.kind === 'edited') return event.content
    throw new Error('It was no message.')
  })
}
