import type { FileFacts } from './file-facts.ts'

/** Opus always counts in 48 kHz: https://www.rfc-editor.org/rfc/rfc7845#section-4 */
const samplesPerSecond = 48_000

/** The last page says how much is played. Without Opus inside it is of no use as a voice message. */
export function oggFacts(bytes: Buffer): FileFacts {
  const head = bytes.indexOf('OpusHead')
  if (head < 0 || head > 100) return { type: 'application/ogg' }
  const lastPage = bytes.lastIndexOf('OggS')
  const played = Number(bytes.readBigInt64LE(lastPage + 6)) - bytes.readUInt16LE(head + 10)
  return { type: 'audio/ogg', durationS: Math.max(0, played) / samplesPerSecond }
}
