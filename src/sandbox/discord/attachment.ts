import type { SandboxFile } from '../person.ts'
import type { Dm } from './dm.ts'
import { fileNameOf } from './file-name.ts'
import { readMediaHeader } from './headers/media-header.ts'
import { signUrl } from './signed-url.ts'
import type { WireAttachment, WireMessage } from './wire-message.ts'
import type { World } from './world.ts'

/** https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags */
export const attachmentFlag = { spoiler: 1 << 3, animated: 1 << 5 } as const

/** What its sender says of a file beside its bytes. */
export interface AttachmentDetails {
  readonly description?: string
  readonly duration_secs?: number
  readonly waveform?: string
  readonly title?: string
  readonly isSpoiler?: boolean
}

/** A thumbhash of something grey: https://evanw.github.io/thumbhash/ */
export const placeholder = {
  placeholder: 'HBgGDIIHd3d/d3h4d3iAd4dwhw==',
  placeholder_version: 1,
} as const

/** Keeps the bytes where the attachment's address leads. */
export function storeAttachment(
  world: World,
  dm: Dm,
  file: SandboxFile,
  { isSpoiler = false, ...details }: AttachmentDetails = {},
): WireAttachment {
  const id = world.nextId()
  const name = fileNameOf(file.name)
  const type = typeOf(file, name.filename)
  const path = `/attachments/${dm.id}/${id}/${name.filename}`
  const stored = { bytes: file.bytes, account: dm.account, isSigned: true }
  world.files.put(path, { ...stored, type: type ?? 'application/octet-stream' })
  const url = signUrl(`${world.origin()}${path}`, world.now())
  return {
    id,
    ...name,
    size: file.bytes.byteLength,
    url,
    proxy_url: url,
    ...(type !== undefined && { content_type: type }),
    ...looks(file.bytes, isSpoiler),
    ...details,
  }
}

/** The size of what can be looked at, the duration of what can be played. */
function looks(bytes: Uint8Array, isSpoiler: boolean): Partial<WireAttachment> {
  const { width, height, durationS, isAnimated = false } = readMediaHeader(bytes) ?? {}
  const flags =
    (isSpoiler ? attachmentFlag.spoiler : 0) | (isAnimated ? attachmentFlag.animated : 0)
  return {
    ...(width !== undefined && height !== undefined && { width, height, ...placeholder }),
    ...(durationS !== undefined && { duration_secs: durationS }),
    ...(flags > 0 && { flags }),
  }
}

const typeByEnding: ReadonlyMap<string, string> = new Map([
  ['txt', 'text/plain; charset=utf-8'],
  ['pdf', 'application/pdf'],
  ['json', 'application/json; charset=utf-8'],
  ['zip', 'application/zip'],
])

/** What the sender says it is, else what it looks like, else what it is called. */
function typeOf({ type, bytes }: SandboxFile, filename: string): string | undefined {
  if (type !== '' && type !== 'application/octet-stream') return type
  const ending = filename.split('.').at(-1) ?? ''
  return readMediaHeader(bytes)?.type ?? typeByEnding.get(ending.toLowerCase())
}

/** A message as it is read now: addresses of files are signed afresh whenever it is told. */
export function withFreshUrls(wire: WireMessage, nowMs: number): WireMessage {
  const attachments = wire.attachments.map((each) => freshUrls(each, nowMs))
  const message_snapshots = wire.message_snapshots?.map(({ message }) => ({
    message: {
      ...message,
      attachments: message.attachments.map((each) => freshUrls(each, nowMs)),
    },
  }))
  return { ...wire, attachments, ...(message_snapshots && { message_snapshots }) }
}

function freshUrls(attachment: WireAttachment, nowMs: number): WireAttachment {
  const url = signUrl(attachment.url, nowMs)
  return { ...attachment, url, proxy_url: url }
}

/** All files that a message shows, those of what it forwards included. */
export function attachmentsOf(wire: WireMessage): readonly WireAttachment[] {
  const forwarded = wire.message_snapshots?.flatMap(({ message }) => message.attachments) ?? []
  return [...wire.attachments, ...forwarded]
}
