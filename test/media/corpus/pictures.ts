import { crc32, deflateSync } from 'node:zlib'
import { canary } from './canary.ts'
import type { CorpusFile } from './corpus-file.ts'
import { barDrawing, drawing, movingDrawing, plainCorners } from './drawings.ts'
import { exifBlock, gpsNeedle, xmpPacket } from './exif.ts'

const squeezed = deflateSync(canary)
const trailing = Buffer.from(`${canary} trails`)

export function pngChunk(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const body = Buffer.concat([Buffer.from(type), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** After the header of the picture, which has 25 bytes after the signature. */
const withChunks = (png: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])

async function pngs(): Promise<readonly CorpusFile[]> {
  const plain = await drawing().png().toBuffer()
  const file = (name: string, bytes: Buffer): CorpusFile => ({
    name,
    bytes,
    form: 'photo',
    needles: [squeezed, gpsNeedle],
    corners: plainCorners,
  })
  const clear = await drawing(128).png().toBuffer()
  return [
    file('text.png', withChunks(plain, pngChunk('tEXt', `Author\0${canary}`))),
    file('squeezed-text.png', withChunks(plain, pngChunk('zTXt', 'Author\0\0', squeezed))),
    file(
      'long-text.png',
      withChunks(plain, pngChunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmpPacket}`)),
    ),
    file(
      'squeezed-long-text.png',
      withChunks(plain, pngChunk('iTXt', 'Author\0\x01\0\0\0', squeezed)),
    ),
    file('exif.png', withChunks(plain, pngChunk('eXIf', exifBlock(1, Buffer.from(canary))))),
    file('profile.png', withChunks(plain, pngChunk('iCCP', `${canary}\0\0`, squeezed))),
    file('private-chunk.png', withChunks(plain, pngChunk('caNy', canary))),
    file('trailing.png', Buffer.concat([plain, trailing])),
    {
      ...file('clear.png', withChunks(clear, pngChunk('tEXt', `Author\0${canary}`))),
      form: 'document',
    },
  ]
}

/** A moving PNG of so many frames of the same size. */
async function apng(frames: number, comment: string): Promise<Buffer> {
  const word = (value: number): Buffer => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  const dataOf = (png: Buffer): Buffer => {
    const at = png.indexOf('IDAT')
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
  }
  let order = 0
  const header = (await barDrawing(0).png().toBuffer()).subarray(0, 33)
  const chunks: Buffer[] = []
  for (let index = 0; index < frames; index++) {
    const picture = await barDrawing(index).png().toBuffer()
    chunks.push(
      pngChunk(
        'fcTL',
        word(order++),
        word(64),
        word(48),
        word(0),
        word(0),
        Buffer.from([0, 1, 0, 10, 0, 0]),
      ),
      index === 0
        ? pngChunk('IDAT', dataOf(picture))
        : pngChunk('fdAT', word(order++), dataOf(picture)),
    )
  }
  return Buffer.concat([
    header,
    pngChunk('acTL', word(frames), word(0)),
    pngChunk('tEXt', `Author\0${comment}`),
    ...chunks,
    pngChunk('IEND'),
  ])
}

/** https://developers.google.com/speed/webp/docs/riff_container: a chunk of its own, padded to an even length. */
const riffChunk = (type: string, data: Buffer | string): Buffer => {
  const body = Buffer.from(data)
  const head = Buffer.from(`${type}\0\0\0\0`)
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

function withRiffChunks(riff: Buffer, ...chunks: readonly Buffer[]): Buffer {
  const whole = Buffer.concat([riff, ...chunks])
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}

async function webps(): Promise<readonly CorpusFile[]> {
  const marked = await drawing()
    .withExif({ IFD0: { Artist: canary, Copyright: canary } })
    .withXmp(xmpPacket)
    .webp({ quality: 95 })
    .toBuffer()
  const moving = await movingDrawing(6)
    .webp({ delay: Array<number>(6).fill(100), loop: 0 })
    .toBuffer()
  return [
    { name: 'marked.webp', bytes: marked, form: 'photo', corners: plainCorners },
    { name: 'sticker.webp', bytes: marked, form: 'sticker' },
    {
      name: 'private-chunk.webp',
      bytes: withRiffChunks(marked, riffChunk('CNRY', canary)),
      form: 'photo',
    },
    { name: 'trailing.webp', bytes: Buffer.concat([marked, trailing]), form: 'photo' },
    {
      name: 'moving.webp',
      bytes: withRiffChunks(moving, riffChunk('XMP ', xmpPacket)),
      form: 'animation',
      frames: 6,
    },
  ]
}

const blocks = (text: string): Buffer =>
  Buffer.concat([Buffer.from([text.length]), Buffer.from(text), Buffer.from([0])])

async function gifs(): Promise<readonly CorpusFile[]> {
  const plain = await movingDrawing(5)
    .gif({ delay: Array<number>(5).fill(100), loop: 0 })
    .toBuffer()
  // Extensions stand before the last byte as well as anywhere else.
  const withExtension = (extension: Buffer): Buffer =>
    Buffer.concat([plain.subarray(0, -1), extension, plain.subarray(-1)])
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), blocks(canary)])
  const application = Buffer.concat([
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('XMP DataXMP'),
    blocks(canary),
  ])
  const file = (name: string, bytes: Buffer): CorpusFile => ({
    name,
    bytes,
    form: 'animation',
    frames: 5,
  })
  return [
    file('comment.gif', withExtension(comment)),
    file('application.gif', withExtension(application)),
    file('trailing.gif', Buffer.concat([plain, trailing])),
    { ...file('sticker.gif', withExtension(comment)), form: 'sticker' },
  ]
}

export async function pictures(): Promise<readonly CorpusFile[]> {
  const avif = await drawing()
    .withExif({ IFD0: { Artist: canary } })
    .avif({ effort: 0 })
    .toBuffer()
  const tiff = await drawing().withXmp(xmpPacket).tiff().toBuffer()
  return [
    ...(await pngs()),
    ...(await webps()),
    ...(await gifs()),
    { name: 'moving.png', bytes: await apng(4, canary), form: 'sticker', frames: 4 },
    { name: 'marked.avif', bytes: avif, form: 'photo' },
    { name: 'marked.tiff', bytes: tiff, form: 'document', corners: plainCorners },
  ]
}
