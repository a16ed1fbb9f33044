// Files on their way to somebody, as the outbox and the media works hand them over.

import type { CaptionedFile } from '../../../src/core/action.ts'
import { fileRef, type MediaKind, type PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'

/** A file of somebody on Discord, unless it goes by reference. */
export function outgoing(form: MediaKind, more: Partial<CaptionedFile> = {}): CaptionedFile {
  const isByReference = more.isByReference ?? false
  const platform = isByReference ? 'telegram' : 'discord'
  const file = { platform, ref: fileRef('AgACref'), identity: 'u', size: 5, type: 'x/y' } as const
  return {
    media: {
      kind: form,
      file,
      thumbnail: undefined,
      spoiler: false,
      durationMs: undefined,
      emoji: undefined,
      motion: undefined,
    },
    form,
    platform: 'telegram',
    spoiler: false,
    mayNameSender: false,
    isByReference,
    number: 1,
    caption: plain(''),
    ...more,
  }
}

export function prepared(form: MediaKind, more: Partial<PreparedFile> = {}): PreparedFile {
  return {
    form,
    bytes: Uint8Array.from([0, 13, 10, 255, 45, 45]),
    name: `${form}-1.bin`,
    type: 'application/octet-stream',
    width: undefined,
    height: undefined,
    durationMs: undefined,
    standIn: undefined,
    waveform: undefined,
    ...more,
  }
}
