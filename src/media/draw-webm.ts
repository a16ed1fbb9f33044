import LibAV from '@libav.js/variant-webm-vp9'
import { EncodedPacketSink } from 'mediabunny'
import type { EncodedPacket, InputVideoTrack } from 'mediabunny'
import { pace } from './draw-lottie.ts'
import { resizeFrame, sizeWithin } from './frames.ts'
import type { Frames } from './frames.ts'
import { Refusal } from './job.ts'

type Engine = Awaited<ReturnType<typeof startEngine>>

/** Three planes as decoders give them: brightness, and colour at half the size. */
interface Planes {
  readonly data: Uint8Array
  readonly layout: readonly { readonly offset: number; readonly stride: number }[]
  readonly width: number
  readonly height: number
}

const startEngine = (): ReturnType<typeof LibAV.LibAV> =>
  LibAV.LibAV({ noworker: true, nothreads: true })
let engine: ReturnType<typeof LibAV.LibAV> | undefined

const longestSide = 1280
const mostPackets = 1200
const decoders = new Map([
  ['vp8', 'libvpx'],
  ['vp9', 'libvpx-vp9'],
])

/** A film without sound as pictures that fit into a square of that side; what is clear in it stays so. */
export async function drawWebm(
  track: InputVideoTrack,
  durationMs: number,
  side: number,
): Promise<Frames> {
  const decoder = decoders.get((await track.getCodec()) ?? '')
  if (decoder === undefined) throw new Refusal('cannot-be-cleaned')
  const [fullWidth, fullHeight] = [await track.getDisplayWidth(), await track.getDisplayHeight()]
  if (Math.max(fullWidth, fullHeight) > longestSide) throw new Refusal('too-complex')
  const { width, height } = sizeWithin({ width: fullWidth, height: fullHeight }, side)
  const { count, delayMs } = pace(durationMs)

  engine ??= startEngine()
  const libav = await engine
  await using colour = await openDecoder(libav, decoder)
  await using opacity = await openDecoder(libav, decoder)
  const pixels = new Uint8Array(width * height * 4 * count)
  let drawn = 0
  let seen = 0
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (++seen > mostPackets) throw new Refusal('too-complex')
    const picture = await colour.decode(packet.data)
    const mask = packet.sideData.alpha ? await opacity.decode(packet.sideData.alpha) : undefined
    if (!picture || !isDue(packet, drawn, delayMs) || drawn === count) continue
    const small = await resizeFrame(toRgba(picture, mask), picture, { width, height })
    pixels.set(small, drawn * width * height * 4)
    drawn++
  }
  if (drawn === 0) throw new Refusal('unreadable')
  return {
    width,
    height,
    pixels: pixels.subarray(0, drawn * width * height * 4),
    delaysMs: Array<number>(drawn).fill(Math.max(20, Math.round(durationMs / drawn / 10) * 10)),
  }
}

/** Every delay shows the first frame after it. */
const isDue = (packet: EncodedPacket, drawn: number, delayMs: number): boolean =>
  Math.round(packet.timestamp * 1000) >= drawn * delayMs

interface Decoder extends AsyncDisposable {
  decode(data: Uint8Array): Promise<Planes | undefined>
}

async function openDecoder(libav: Engine, name: string): Promise<Decoder> {
  const [, context, packet, frame] = await libav.ff_init_decoder(name, {})
  return {
    async decode(data) {
      const frames = await libav.ff_decode_multi(context, packet, frame, [{ data }])
      return planesOf(frames.at(-1))
    },
    [Symbol.asyncDispose]: () => libav.ff_free_decoder(context, packet, frame),
  }
}

const yuv420 = 0
const yuva420 = 33

function planesOf(
  frame:
    | { data: unknown; format: number; layout?: Planes['layout']; width?: number; height?: number }
    | undefined,
): Planes | undefined {
  if (!frame) return undefined
  const { data, format, layout, width, height } = frame
  const isPlanar = format === yuv420 || format === yuva420
  if (!isPlanar || !(data instanceof Uint8Array) || !layout || !width || !height)
    throw new Refusal('unreadable')
  return { data, layout, width, height }
}

/** ITU-R BT.601, studio range, which is what stickers are made in. */
function toRgba(picture: Planes, mask: Planes | undefined): Uint8Array {
  const { data, layout, width, height } = picture
  const [luma, blue, red] = layout
  if (!luma || !blue || !red) throw new Refusal('unreadable')
  const clear = mask?.width === width && mask.height === height ? mask : undefined
  const clearPlane = clear?.layout[0]
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const l = 1.164 * ((data[luma.offset + y * luma.stride + x] ?? 0) - 16)
      const half = (y >> 1) * blue.stride + (x >> 1)
      const u = (data[blue.offset + half] ?? 128) - 128
      const v = (data[red.offset + half] ?? 128) - 128
      const to = (y * width + x) * 4
      rgba[to] = l + 1.596 * v
      rgba[to + 1] = l - 0.392 * u - 0.813 * v
      rgba[to + 2] = l + 2.017 * u
      rgba[to + 3] =
        clear && clearPlane
          ? 1.164 * ((clear.data[clearPlane.offset + y * clearPlane.stride + x] ?? 0) - 16)
          : 255
    }
  return new Uint8Array(rgba.buffer)
}
