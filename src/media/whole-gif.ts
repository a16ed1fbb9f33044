/**
 * Whether a GIF comes to its end: readers show as much of one as there is, and so do not tell.
 * https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export function isWholeGif(bytes: Uint8Array): boolean {
  const byte = (at: number): number => bytes[at] ?? 0
  /** The size of a table of colours, from the flags that announce it. */
  const tableSize = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))
  const afterBlocks = (start: number): number => {
    let at = start
    while (byte(at) !== 0) at += 1 + byte(at)
    return at + 1
  }
  let at = 13 + tableSize(byte(10))
  while (at < bytes.length) {
    const kind = byte(at)
    if (kind === 0x3b) return true
    if (kind === 0x21) at = afterBlocks(at + 2)
    else if (kind === 0x2c) at = afterBlocks(at + 11 + tableSize(byte(at + 9)))
    else return false
  }
  return false
}
