import { sharp } from './single-sharp.ts'
import type { CleanFile } from './job.ts'
import { Refusal } from './job.ts'

/** Pictures one after the other, as bytes of red, green, blue and opacity, each as long as its delay says. */
export interface Frames {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  readonly delaysMs: readonly number[]
}

const mostFrames = 1000
export const mostAnimatedPixels = 100_000_000

/** Throws where they are more than anybody wants to unpack. */
export function refuseManyFrames(count: number, width: number, height: number): void {
  if (count > mostFrames || count * width * height > mostAnimatedPixels)
    throw new Refusal('too-complex')
}

/** One moving picture of them all, without end. */
export async function encodeFrames(
  { width, height, pixels, delaysMs }: Frames,
  type: 'image/gif' | 'image/webp',
): Promise<CleanFile> {
  const moving = sharp(pixels, {
    raw: { width, height: height * delaysMs.length, channels: 4, pageHeight: height },
    limitInputPixels: mostAnimatedPixels,
  })
  const options = { delay: [...delaysMs], loop: 0 }
  const encoded =
    type === 'image/gif'
      ? moving.gif({ ...options, effort: 3, dither: 0 })
      : moving.webp({ ...options, effort: 2, quality: 85 })
  const { data } = await encoded.toUint8Array()
  const durationMs = delaysMs.reduce((sum, delay) => sum + delay, 0)
  return { bytes: new Uint8Array(data), type, width, height, durationMs }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Into a square of that side, and no larger than it is. */
export function sizeWithin({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

/** One frame in another size. */
export async function resizeFrame(pixels: Uint8Array, from: Size, to: Size): Promise<Uint8Array> {
  if (from.width === to.width && from.height === to.height) return pixels
  const raw = { width: from.width, height: from.height, channels: 4 } as const
  return sharp(pixels, { raw })
    .resize({ width: to.width, height: to.height, fit: 'fill' })
    .raw()
    .toBuffer()
}
