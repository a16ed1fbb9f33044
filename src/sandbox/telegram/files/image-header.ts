export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** https://www.w3.org/TR/png-3/#11IHDR */
export function pngSize(bytes: Buffer): PictureSize {
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 18 */
export function gifSize(bytes: Buffer): PictureSize {
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

/** Every start of frame but the three marks among them that mean something else: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, table B.1 */
function isStartOfFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc
}

export function jpegSize(bytes: Buffer): PictureSize | undefined {
  let at = 2
  while (bytes.readUInt8(at) === 0xff) {
    const mark = bytes.readUInt8(at + 1)
    if (isStartOfFrame(mark)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    }
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}

/** https://developers.google.com/speed/webp/docs/riff_container */
export function webpSize(bytes: Buffer): PictureSize | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    default:
      return undefined
  }
}
