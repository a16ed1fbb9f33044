// Made-up files of Telegram's kinds. Whatever a sender's device would tell of them is in it, under a name that betrays a leak.

import type { SandboxFile, SeenFileKind } from '../person.ts'
import { sampleFile, type SampleName } from '../samples/sample-files.ts'
import { mediumFields } from './files/medium-fields.ts'
import { type FileSender, personMedium } from './person-files.ts'
import type { MessageContent } from './private-chat.ts'

const samples: Readonly<Record<SeenFileKind, SampleName>> = {
  photo: 'photo.jpg',
  video: 'video.mp4',
  animation: 'animation.mp4',
  audio: 'audio.mp3',
  voice: 'voice.ogg',
  'video-note': 'video-note.mp4',
  sticker: 'sticker.webp',
  document: 'document.pdf',
}

export function sampleKind(kind: string): SeenFileKind | undefined {
  return Object.keys(samples).find((known): known is SeenFileKind => known === kind)
}

export function sampleOf(kind: SeenFileKind, { username }: FileSender): SandboxFile {
  const file = sampleFile(samples[kind])
  return { ...file, name: `${username}_${file.name}` }
}

/** As part of something else, such as a game. */
export function sampleFields(sender: FileSender, kind: SeenFileKind): MessageContent {
  return mediumFields(sender.files, personMedium(sender, kind, sampleOf(kind, sender)))
}
