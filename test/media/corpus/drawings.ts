import sharp from 'sharp'
import type { Sharp } from 'sharp'

const colours: Readonly<Record<string, readonly number[]>> = {
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
  white: [255, 255, 255],
}
const size = { width: 64, height: 48 }

/** Four rectangles: a turned picture shows in which corner which is. */
export const plainCorners = ['red', 'green', 'blue', 'white'] as const

export function drawing(opacity = 255): Sharp {
  const { width, height } = size
  const pixels = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const corner = plainCorners[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? 'red'
      pixels.set([...(colours[corner] ?? []), opacity], (y * width + x) * 4)
    }
  const drawn = sharp(pixels, { raw: { ...size, channels: 4 } })
  return opacity === 255 ? drawn.removeAlpha() : drawn
}

/** A bar that wanders from frame to frame, beside nothing. */
export function movingDrawing(frames: number): Sharp {
  const { width, height } = size
  const pixels = Buffer.concat(Array.from({ length: frames }, (_, frame) => barPixels(frame)))
  return sharp(pixels, { raw: { width, height: height * frames, channels: 4, pageHeight: height } })
}

/** One frame of it. */
export const barDrawing = (frame: number): Sharp =>
  sharp(barPixels(frame), { raw: { ...size, channels: 4 } })

function barPixels(frame: number): Buffer {
  const { width, height } = size
  const pixels = Buffer.alloc(width * height * 4)
  for (let at = 0; at < width * height; at++) {
    const isBar = Math.floor((at % width) / 8) === frame % 8
    pixels.set(isBar ? [255, 0, 0, 255] : [0, 0, 255, 0], at * 4)
  }
  return pixels
}

/** The names of the colours that a picture has in its corners. */
export async function cornersOf(picture: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const near = 4
  const spots = [
    [near, near],
    [info.width - near, near],
    [near, info.height - near],
    [info.width - near, info.height - near],
  ] as const
  return spots.map(([x, y]) => {
    const at = (y * info.width + x) * info.channels
    const distance = (colour: readonly number[]): number =>
      colour.reduce((sum, value, index) => sum + Math.abs(value - (data[at + index] ?? 0)), 0)
    return Object.entries(colours).toSorted((a, b) => distance(a[1]) - distance(b[1]))[0]?.[0] ?? ''
  })
}
