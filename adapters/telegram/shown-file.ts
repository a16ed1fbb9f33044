import { InputFile } from 'grammy'
import type { MessageEntity } from 'grammy/types'

import type { CaptionedFile } from '../../src/core/action.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { MediaKind, PreparedFile } from '../../src/core/media.ts'
import { concat, plain, type RichText } from '../../src/core/rich-text.ts'
import { toEntities } from './format.ts'
import { hostedMedia } from './media-capabilities.ts'

/** A file as Telegram is given it: by the name that Telegram has for it, or as bytes. */
export interface ShownFile {
  readonly form: MediaKind
  readonly source: string | InputFile
  readonly caption: RichText
  readonly spoiler: boolean
  /** What is known of bytes; of what goes by reference Telegram knows it. */
  readonly prepared: PreparedFile | undefined
}

/** Pairs the files of an action with what was made ready for those that do not go by reference, in their order. */
export function toShown(
  files: readonly CaptionedFile[],
  prepared: readonly PreparedFile[],
): readonly ShownFile[] {
  const rest = prepared.values()
  return files.map(({ form, spoiler, caption, media, isByReference }) => {
    if (isByReference)
      return { form, source: media.file.ref, caption, spoiler, prepared: undefined }
    const { value: ready } = rest.next()
    if (ready === undefined)
      throw new DeliveryError({ kind: 'rejected' }, 'Telegram: a file was not made ready')
    return {
      form: ready.form,
      source: new InputFile(ready.bytes, ready.name),
      caption: withStandIn(ready.standIn, caption),
      spoiler,
      prepared: ready,
    }
  })
}

/** Only where the sender's own words leave it room. */
function withStandIn(standIn: string | undefined, caption: RichText): RichText {
  if (standIn === undefined) return caption
  const whole = caption.text === '' ? plain(standIn) : concat(plain(`${standIn}\n`), caption)
  return whole.text.length <= hostedMedia.caption.maxLength ? whole : caption
}

/** Entities and never `parse_mode`, as for texts; the empty caption takes away the one that is there. */
export function captionOf(text: RichText): { caption: string; caption_entities: MessageEntity[] } {
  return { caption: text.text.toWellFormed(), caption_entities: toEntities(text) }
}

// What a file's form adds to the request, left out where nothing is known: Telegram then looks at the bytes.

export const described = ({ caption }: ShownFile): Partial<ReturnType<typeof captionOf>> =>
  caption.text === '' ? {} : captionOf(caption)

export const covered = ({ spoiler }: ShownFile): { has_spoiler?: true } =>
  spoiler ? { has_spoiler: true } : {}

export const timed = ({ prepared }: ShownFile): { duration?: number } =>
  prepared?.durationMs === undefined ? {} : { duration: Math.round(prepared.durationMs / 1000) }

export function framed({ prepared }: ShownFile): { width?: number; height?: number } {
  const { width, height } = prepared ?? {}
  return width === undefined || height === undefined ? {} : { width, height }
}

/** The diameter of a video note, which is square. */
export const round = ({ prepared }: ShownFile): { length?: number } =>
  prepared?.width === undefined ? {} : { length: prepared.width }

/** A video may play while it still comes; one whose index stands at its end waits for it by itself. */
export const streamed = { supports_streaming: true } as const

/** A document stays one: without this a GIF that was sent as a file would play by itself. */
export const undetected = { disable_content_type_detection: true } as const
