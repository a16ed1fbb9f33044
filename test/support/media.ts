import { fileRef, type Media, type MediaKind } from '../../src/core/media.ts'
import type { Platform } from '../../src/core/platform.ts'

/** A file of somebody's, named by its identity. */
export const media = (
  identity: string,
  {
    kind = 'photo',
    platform = 'telegram',
    type = 'image/jpeg',
    size = 1000,
    spoiler = false,
  }: {
    readonly kind?: MediaKind
    readonly platform?: Platform
    readonly type?: string | undefined
    readonly size?: number | undefined
    readonly spoiler?: boolean
  } = {},
): Media => ({
  kind,
  file: { platform, ref: fileRef(identity), identity, size, type },
  thumbnail: undefined,
  spoiler,
  durationMs: undefined,
  emoji: undefined,
  motion: undefined,
})

export const paper = (identity: string): Media =>
  media(identity, { kind: 'document', type: 'application/pdf' })
