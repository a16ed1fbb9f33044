import type { SeenFile, SeenFileKind } from '../person.ts'
import { attachmentFlag, attachmentsOf } from './attachment.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { readMediaHeader } from './headers/media-header.ts'
import { stickerPath } from './sticker.ts'
import { messageFlag } from './wire-message.ts'
import type { WireAttachment, WireMessage, WireSticker } from './wire-message.ts'

/** The files of a message, as the app shows them. */
export function seenFiles(wire: WireMessage, store: FileStore): readonly SeenFile[] {
  const isVoice = (wire.flags & messageFlag.voice) !== 0
  const attachments = attachmentsOf(wire).map((each) =>
    seenAttachment(each, isVoice, store.at(each.url)),
  )
  const stickers = (wire.sticker_items ?? []).map((each) =>
    seenSticker(each, store.find(stickerPath(each))),
  )
  return [...attachments, ...stickers]
}

/** The app goes by the type that an attachment says, and leaves what a browser cannot show to be downloaded. */
export function shownKind(type: string, isAnimated: boolean): SeenFileKind {
  const [plain = ''] = type.split(';')
  if (plain === 'image/gif') return 'animation'
  if (/^image\/(?:jpeg|png|apng|webp|avif)$/.test(plain)) return isAnimated ? 'animation' : 'photo'
  if (/^video\/(?:mp4|webm|quicktime)$/.test(plain)) return 'video'
  return plain.startsWith('audio/') ? 'audio' : 'document'
}

function seenAttachment(
  wire: WireAttachment,
  isVoice: boolean,
  stored: StoredFile | undefined,
): SeenFile {
  const flags = wire.flags ?? 0
  const type = wire.content_type ?? 'application/octet-stream'
  return {
    kind: isVoice ? 'voice' : shownKind(type, (flags & attachmentFlag.animated) !== 0),
    name: isVoice ? undefined : wire.filename,
    type,
    spoiler: (flags & attachmentFlag.spoiler) !== 0 || wire.filename.startsWith('SPOILER_'),
    width: wire.width,
    height: wire.height,
    durationS: wire.duration_secs,
    waveform: wire.waveform,
    bytes: stored?.bytes ?? new Uint8Array(),
  }
}

function seenSticker(wire: WireSticker, stored: StoredFile | undefined): SeenFile {
  const { width, height } = (stored && readMediaHeader(stored.bytes)) ?? {}
  return {
    kind: 'sticker',
    name: wire.name,
    type: stored?.type ?? 'application/octet-stream',
    spoiler: false,
    width,
    height,
    durationS: undefined,
    waveform: undefined,
    bytes: stored?.bytes ?? new Uint8Array(),
  }
}
