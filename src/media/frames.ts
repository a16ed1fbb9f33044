import sharp from 'sharp'
import type { CleanFile } from './job.ts'
import { Refusal } from './job.ts'

/** Pictures one after the other, as bytes of red, green, blue and opacity, each as long as its delay says. */
export interface Frames {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
  readonly delaysMs: readonly number[]
}

export const mostFrames = 1000
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
  side?: number,
): Promise<CleanFile> {
  const moving = sharp(pixels, {
    raw: { width, height: height * delaysMs.length, channels: 4, pageHeight: height },
    limitInputPixels: mostAnimatedPixels,
  })
  if (side !== undefined)
    moving.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  const options = { delay: [...delaysMs], loop: 0 }
  const encoded =
    type === 'image/gif'
      ? moving.gif({ ...options, effort: 3 })
      : moving.webp({ ...options, effort: 2, quality: 85 })
  const { data, info } = await encoded.toUint8Array()
  return {
    bytes: new Uint8Array(data),
    type,
    width: info.width,
    height: info.pageHeight ?? info.height,
    durationMs: delaysMs.reduce((sum, delay) => sum + delay, 0),
  }
}
