import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { DotLottie } from '@lottiefiles/dotlottie-web'
import type { Lottie } from './clean-lottie.ts'
import type { Frames } from './frames.ts'
import { Refusal } from './job.ts'

/** Twenty a second look smooth, and are what GIF can say exactly. */
const framesPerSecond = 20
const mostDrawn = 90
const mostDrawnMs = 10_000

let engine: Promise<void> | undefined

/** From the package's own file: by itself the library would ask a server for it. */
async function loadEngine(): Promise<void> {
  const file = fileURLToPath(
    import.meta.resolve('@lottiefiles/dotlottie-web/dotlottie-player.wasm'),
  )
  const wasm = await readFile(file)
  DotLottie.setWasmUrl(`data:application/wasm;base64,${wasm.toString('base64')}`)
}

/** How many pictures of an animation of so many milliseconds are kept, and how long each is shown. */
export function pace(durationMs: number): { readonly count: number; readonly delayMs: number } {
  const shownMs = Math.min(durationMs, mostDrawnMs)
  const count = Math.max(1, Math.min(mostDrawn, Math.round((shownMs * framesPerSecond) / 1000)))
  return { count, delayMs: Math.max(20, Math.round(shownMs / count / 10) * 10) }
}

/** The animation as pictures that fit into a square of that side. */
export async function drawLottie(lottie: Lottie, side: number): Promise<Frames> {
  engine ??= loadEngine()
  await engine
  const scale = side / Math.max(lottie.width, lottie.height)
  const width = Math.max(1, Math.round(lottie.width * scale))
  const height = Math.max(1, Math.round(lottie.height * scale))
  const player = new DotLottie({
    canvas: { width, height },
    data: lottie.json,
    autoplay: false,
    useFrameInterpolation: false,
    renderConfig: { autoResize: false, devicePixelRatio: 1 },
  })
  try {
    await loaded(player)
    const shownMs = (lottie.frames * 1000) / lottie.framesPerSecond
    const { count, delayMs } = pace(shownMs)
    const step = (lottie.frames * Math.min(1, mostDrawnMs / shownMs)) / count
    const pixels = new Uint8Array(width * height * 4 * count)
    for (let index = 0; index < count; index++) {
      player.setFrame(Math.min(index * step, lottie.frames - 1))
      const { buffer } = player
      if (buffer?.length !== width * height * 4) throw new Refusal('unreadable')
      pixels.set(buffer, index * width * height * 4)
    }
    return { width, height, pixels, delaysMs: Array<number>(count).fill(delayMs) }
  } finally {
    player.destroy()
  }
}

function loaded(player: DotLottie): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  player.addEventListener('load', () => resolve())
  player.addEventListener('loadError', () => reject(new Refusal('unreadable')))
  return promise
}
