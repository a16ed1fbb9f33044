/** Whose file it is, and which piece of which of their messages. */
export interface FileTag {
  readonly author: string
  readonly number: number
  readonly piece: number
  /** The pieces of the whole message, the words beside the files included. */
  readonly total: number
}

export const tagBytes = 7

/** Few enough bytes to be drawn or sounded. The last one tells a tag from chance. */
export function packTag({ author, number, piece, total }: FileTag): Buffer {
  const bytes = Buffer.alloc(tagBytes)
  bytes.write(author.charAt(0), 'latin1')
  bytes.writeUInt8(Number(author.slice(1)), 1)
  bytes.writeUInt16BE(number, 2)
  bytes.writeUInt8(piece, 4)
  bytes.writeUInt8(total, 5)
  bytes.writeUInt8(checkOf(bytes), 6)
  return bytes
}

/** `undefined` for what no person of a storm sent. */
export function unpackTag(packed: Uint8Array): FileTag | undefined {
  if (packed.length !== tagBytes) return undefined
  const bytes = Buffer.from(packed)
  if (bytes.readUInt8(6) !== checkOf(bytes)) return undefined
  return {
    author: `${bytes.toString('latin1', 0, 1)}${bytes.readUInt8(1)}`,
    number: bytes.readUInt16BE(2),
    piece: bytes.readUInt8(4),
    total: bytes.readUInt8(5),
  }
}

const checkOf = (bytes: Buffer): number =>
  bytes.subarray(0, tagBytes - 1).reduce((sum, byte) => (sum * 31 + byte) % 256, 7)
