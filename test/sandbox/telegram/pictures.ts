// Pictures of any size, as far as their headers tell.

export function png(width: number, height: number, length = 64): Uint8Array {
  const bytes = Buffer.alloc(length)
  bytes.write('89504e470d0a1a0a0000000d49484452', 'hex')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

export function webp(width: number, height: number, length = 64): Uint8Array {
  const bytes = Buffer.alloc(length)
  bytes.write('RIFF')
  bytes.write('WEBPVP8X', 8)
  bytes.writeUIntLE(width - 1, 24, 3)
  bytes.writeUIntLE(height - 1, 27, 3)
  return bytes
}

/** A video of one track; its boxes lie as in a file that was prepared for streaming. */
export function mp4(width: number, height: number, seconds: number): Uint8Array {
  const header = box('mvhd', Buffer.alloc(100))
  header.writeUInt32BE(1000, 8 + 12)
  header.writeUInt32BE(seconds * 1000, 8 + 16)
  const track = box('tkhd', Buffer.alloc(84))
  track.writeUInt16BE(width, track.length - 8)
  track.writeUInt16BE(height, track.length - 4)
  const movie = box('moov', Buffer.concat([header, box('trak', track)]))
  return Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0')), movie])
}

function box(type: string, inside: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + inside.length)
  head.write(type, 4)
  return Buffer.concat([head, inside])
}
