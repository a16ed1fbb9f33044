/** What the makers of the corpus say about themselves, wherever a format lets them. */
export const canary = 'CANARY-7f3a9c'

const utf16 = Buffer.from(canary, 'utf16le')

/** The ways in which it is written down. */
const canaryBytes: readonly Buffer[] = [Buffer.from(canary), utf16, Buffer.from(utf16).swap16()]

/** How often any of them stands in the bytes. */
export function countCanaries(bytes: Uint8Array, needles: readonly Uint8Array[]): number {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return [...canaryBytes, ...needles].reduce((count, needle) => {
    let found = 0
    for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) found++
    return count + found
  }, 0)
}
