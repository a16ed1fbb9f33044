// Pictures of one colour, so that what arrives can be told apart whatever was made of its bytes.

import sharp from 'sharp'
import type { SandboxFile } from '../../src/sandbox/person.ts'

const palette = {
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  white: [255, 255, 255],
  black: [0, 0, 0],
  yellow: [255, 255, 0],
  magenta: [255, 0, 255],
  cyan: [0, 255, 255],
  gray: [128, 128, 128],
  navy: [0, 0, 128],
} as const satisfies Readonly<Record<string, readonly number[]>>

export const colors = Object.keys(palette)

/** A photo, under a name as a careless person's. */
export async function picture(color: string): Promise<SandboxFile> {
  const create = { width: 64, height: 48, channels: 3, background: color } as const
  const bytes = await sharp({ create }).jpeg({ quality: 95 }).toBuffer()
  return { bytes: new Uint8Array(bytes), name: `Sandbox_Owner_${color}.jpg`, type: 'image/jpeg' }
}

export const pictures = (...wanted: readonly string[]): Promise<readonly SandboxFile[]> =>
  Promise.all(wanted.map(picture))

export async function colorOf({ bytes }: { readonly bytes: Uint8Array }): Promise<string> {
  const [red = 0, green = 0, blue = 0] = await sharp(bytes)
    .resize(1, 1)
    .removeAlpha()
    .raw()
    .toBuffer()
  const distance = ([r, g, b]: readonly [number, number, number]): number =>
    Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue)
  const named = Object.entries(palette).map(([name, color]) => [distance(color), name] as const)
  return named.toSorted(([one], [other]) => one - other)[0]?.[1] ?? ''
}

/** The colours of the files of these messages, in their order. */
export async function colorsIn(
  messages: readonly { readonly files: readonly { readonly bytes: Uint8Array }[] }[],
): Promise<readonly string[]> {
  return Promise.all(messages.flatMap(({ files }) => files).map(colorOf))
}
