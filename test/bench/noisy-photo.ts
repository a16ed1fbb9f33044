import { randomFillSync } from 'node:crypto'
import sharp from 'sharp'
import type { SandboxFile } from '../../src/sandbox/person.ts'

const size = { width: 4000, height: 3000 }
/** Of the noise: smooth to the eye of JPEG, as what a lens shows is. */
const grain = 2
/** With which the photo has about 9 MB. */
const quality = 92

/** A photo of 12 megapixels that is as large as a file as the best phones make them. */
export async function noisyPhoto(): Promise<SandboxFile> {
  const noise = { width: size.width / grain, height: size.height / grain, channels: 3 } as const
  const pixels = randomFillSync(Buffer.alloc(noise.width * noise.height * noise.channels))
  const bytes = await sharp(pixels, { raw: noise }).resize(size).jpeg({ quality }).toBuffer()
  return { bytes, name: 'IMG_0001.jpg', type: 'image/jpeg' }
}
