import { cleanLottie } from './clean-lottie.ts'
import type { Lottie } from './clean-lottie.ts'
import { drawLottie } from './draw-lottie.ts'
import { encodeFrames } from './frames.ts'
import type { Frames } from './frames.ts'
import { deflate } from './inflate.ts'
import { Refusal } from './job.ts'
import type { CleanFile, Job, JobResult } from './job.ts'
import { takes } from './own-form.ts'
import type { OwnForm } from './own-form.ts'
import { firstFitting, ready } from './ready.ts'

const packedType = 'application/x-tgsticker'
/** "512x512 pixels", "64 KB": https://core.telegram.org/stickers#animation-requirements */
const sideOfPacked = 512
const mostPacked = 64 * 1024

/** Drawn stickers are shown small, and each pixel of them costs time. */
export const mostDrawnSide = 320

/** A Lottie animation as the recipient's platform can move it: as it is, or drawn picture by picture. */
export async function lottieReady(job: Job, json: Uint8Array): Promise<JobResult> {
  if (job.form !== 'sticker') return asDocument(job, json)
  try {
    const lottie = cleanLottie(json)
    const packed = await pack(lottie)
    let frames: Promise<Frames> | undefined
    let isDrawn = false
    const file = await firstFitting(job, ['sticker', 'animation', 'document'], (form) => {
      isDrawn = !(packed && form.form === 'sticker' && takes(form, packedType))
      if (!isDrawn) return packed
      frames ??= drawLottie(lottie, Math.min(job.sticker.side, mostDrawnSide))
      return drawn(frames, form)
    })
    return ready(file, isDrawn)
  } catch {
    return { kind: 'undrawn' }
  }
}

/** GIF moves everywhere; animated WebP stands still in some clients. */
export async function drawn(
  frames: Promise<Frames>,
  form: OwnForm,
): Promise<CleanFile | undefined> {
  const type = (['image/gif', 'image/webp'] as const).find((known) => takes(form, known))
  if (type === undefined) return undefined
  // Stickers that are still may be WebP as well: only where GIF is taken is a moving one sure to be.
  if (form.form === 'sticker' && type !== 'image/gif') return undefined
  return encodeFrames(await frames, type)
}

async function pack(lottie: Lottie): Promise<CleanFile | undefined> {
  const { width, height, frames, framesPerSecond } = lottie
  const bytes = await deflate(lottie.json)
  if (width !== sideOfPacked || height !== sideOfPacked || bytes.length > mostPacked)
    return undefined
  const durationMs = Math.round((frames * 1000) / framesPerSecond)
  return { bytes, type: packedType, width, height, durationMs }
}

async function asDocument(job: Job, json: Uint8Array): Promise<JobResult> {
  const packed = await packedOf(json)
  if (!packed) throw new Refusal('cannot-be-cleaned')
  return ready(await firstFitting(job, ['document'], () => packed))
}

/** Whatever else is in gzip nobody knows how to clean. */
async function packedOf(json: Uint8Array): Promise<CleanFile | undefined> {
  try {
    return await pack(cleanLottie(json))
  } catch {
    return undefined
  }
}
