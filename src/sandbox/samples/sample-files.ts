// Files as people's devices make them: each names its owner in every way that its format knows.

import { readFileSync } from 'node:fs'
import type { SandboxFile } from '../person.ts'

/** What the files say of who made them. Careless people's file names say it as well. */
export const sampleOwner = 'Sandbox Owner'

const types = {
  'photo.jpg': 'image/jpeg',
  'video.mp4': 'video/mp4',
  'animation.mp4': 'video/mp4',
  'animation.gif': 'image/gif',
  'audio.mp3': 'audio/mpeg',
  'voice.ogg': 'audio/ogg',
  'video-note.mp4': 'video/mp4',
  'sticker.webp': 'image/webp',
  'sticker.tgs': 'application/x-tgsticker',
  'sticker.webm': 'video/webm',
  /** Animated. */
  'sticker.png': 'image/apng',
  'sticker.json': 'application/json',
  'document.pdf': 'application/pdf',
} as const
export type SampleName = keyof typeof types

export function sampleFile(sample: SampleName): SandboxFile {
  const bytes = readFileSync(new URL(sample, import.meta.url))
  return { bytes, name: `Sandbox_Owner_${sample}`, type: types[sample] }
}
