import type { SeenFile, SeenPlace } from '../person.ts'
import type { Medium } from './files/medium.ts'
import type { ChatMessage } from './private-chat.ts'

export function seenFile(medium: Medium, spoiler: boolean): SeenFile {
  const { kind, name, type, width, height, durationS, file } = medium
  return {
    kind,
    name,
    type,
    spoiler,
    width,
    height,
    durationS,
    waveform: undefined,
    bytes: file.bytes,
  }
}

export function seenPlace({ location, venue }: ChatMessage): SeenPlace | undefined {
  if (location === undefined) return undefined
  const { latitude, longitude } = location
  return { latitude, longitude, title: venue?.title, address: venue?.address }
}
