import { sharp } from './single-sharp.ts'
import type { Metadata, Sharp } from 'sharp'
import { mostAnimatedPixels, refuseManyFrames } from './frames.ts'
import { Refusal } from './job.ts'
import type { CleanFile } from './job.ts'
import { isWholeGif } from './whole-gif.ts'

const mostPixels = 50_000_000
/** What is interlaced or has two bytes for a colour is unpacked as a whole: four bytes for each of those pixels. */
const mostUnpacked = mostPixels * 4

export interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly delaysMs: readonly number[]
  readonly hasAlpha: boolean
  /** WebP: made without loss, so that it stays so. */
  readonly isLossless: boolean
}

/** Reads the header, and refuses what is larger than it is worth unpacking before it is unpacked. */
export async function readPicture(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Picture> {
  if (type === 'image/gif' && !isWholeGif(bytes)) throw new Refusal('unreadable')
  const {
    width,
    height,
    pages = 1,
    pageHeight,
    delay,
    hasAlpha,
    channels,
    depth,
  } = await header(bytes)
  const frames = type === 'image/gif' || type === 'image/webp' ? pages : 1
  if (frames > 1) refuseManyFrames(frames, width, pageHeight ?? height)
  else if (width * height > mostPixels || width * height * channels * bytesOf(depth) > mostUnpacked)
    throw new Refusal('too-complex')
  return {
    bytes,
    type,
    width,
    height: frames > 1 ? (pageHeight ?? height) : height,
    frames,
    delaysMs: frames > 1 ? (delay ?? []) : [],
    hasAlpha,
    isLossless: type === 'image/png' || hasLosslessChunk(bytes),
  }
}

/** Telegram: "The photo's width and height must not exceed 10000 in total. Width and height ratio must be at most 20": https://core.telegram.org/bots/api#sendphoto */
const mostSidesOfPhoto = 10_000
const mostRatioOfPhoto = 20

export const isTooLong = ({ width, height }: Picture): boolean =>
  Math.max(width, height) > mostRatioOfPhoto * Math.min(width, height)

/** As a photo: upright, no larger than photos may be, JPEG unless something shines through that the platform can show. */
export async function toPhoto(
  picture: Picture,
  mostBytes: number,
  takesPng: boolean,
): Promise<CleanFile> {
  const isPng = takesPng && picture.hasAlpha && !(await isOpaque(picture))
  let scale = Math.min(1, mostSidesOfPhoto / (picture.width + picture.height))
  for (;;) {
    const still = shrink(open(picture).autoOrient(), picture, scale)
    const photo = isPng
      ? await finish(still.png(), 'image/png')
      : await finish(still.flatten({ background: '#fff' }).jpeg({ quality: 90 }), 'image/jpeg')
    if (photo.bytes.length <= mostBytes || scale < smallestScale) return photo
    scale *= scaleStep
  }
}

const smallestScale = 0.1
const scaleStep = 0.7

/** As large as it was, in its own format, moving if it moved. */
export async function toSame(picture: Picture): Promise<CleanFile> {
  const { type, isLossless } = picture
  switch (type) {
    case 'image/gif':
      return finish(openMoving(picture).gif({ effort: 3 }), type, picture)
    case 'image/webp':
      return finish(
        openMoving(picture).webp({ lossless: isLossless, quality: 90, effort: 3 }),
        type,
        picture,
      )
    case 'image/jpeg':
      return finish(
        open(picture).autoOrient().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
        type,
      )
    case 'image/avif':
      return finish(open(picture).autoOrient().avif({ quality: 70, effort: 2 }), type)
    default:
      return finish(open(picture).autoOrient().png(), 'image/png')
  }
}

/** At most as large as a sticker, moving if it moved and the type can. */
export async function toSticker(
  picture: Picture,
  type: 'image/webp' | 'image/gif' | 'image/png',
  { side, isExact }: { readonly side: number; readonly isExact: boolean },
): Promise<CleanFile> {
  const source =
    picture.frames > 1 && type !== 'image/png' ? openMoving(picture) : open(picture).autoOrient()
  const sized = source.resize({
    width: side,
    height: side,
    fit: 'inside',
    withoutEnlargement: !isExact,
  })
  switch (type) {
    case 'image/gif':
      return finish(sized.gif({ effort: 3 }), type, picture)
    case 'image/webp':
      return finish(sized.webp({ quality: 90, effort: 3 }), type, picture)
    case 'image/png':
      return finish(sized.png(), type)
  }
}

const bytesOf = (depth: Metadata['depth']): number => (depth === 'uchar' ? 1 : 2)

async function header(bytes: Uint8Array<ArrayBuffer>): Promise<Metadata> {
  try {
    // Only the header is read: the pixels that it claims are judged by the caller.
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    throw new Refusal('unreadable')
  }
}

const open = ({ bytes }: Picture): Sharp =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })

const openMoving = (picture: Picture): Sharp =>
  picture.frames === 1
    ? open(picture).autoOrient()
    : sharp(picture.bytes, {
        animated: true,
        limitInputPixels: mostAnimatedPixels,
        failOn: 'error',
      })

function shrink(still: Sharp, { width, height }: Picture, scale: number): Sharp {
  if (scale === 1) return still
  const side = Math.max(1, Math.floor(Math.max(width, height) * scale))
  return still.resize({ width: side, height: side, fit: 'inside' })
}

async function isOpaque(picture: Picture): Promise<boolean> {
  try {
    return (await open(picture).stats()).isOpaque
  } catch {
    throw new Refusal('unreadable')
  }
}

/** What sharp writes holds nothing but pixels: metadata, profiles, comments and what trails the file stay behind. */
async function finish(sharpened: Sharp, type: string, moving?: Picture): Promise<CleanFile> {
  try {
    const { data, info } = await sharpened.toUint8Array()
    return {
      bytes: new Uint8Array(data),
      type,
      width: info.width,
      height: info.pageHeight ?? info.height,
      ...(moving && moving.frames > 1
        ? { durationMs: moving.delaysMs.reduce((sum, delay) => sum + delay, 0) }
        : {}),
    }
  } catch {
    throw new Refusal('unreadable')
  }
}

/** https://developers.google.com/speed/webp/docs/riff_container: the pixels are in a chunk of this name. */
function hasLosslessChunk(bytes: Uint8Array<ArrayBuffer>): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096))
  return start.subarray(8, 12).toString('latin1') === 'WEBP' && start.includes('VP8L', 0, 'latin1')
}
