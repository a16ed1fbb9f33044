import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Output,
} from 'mediabunny'
import type { EncodedPacket, InputAudioTrack, InputVideoTrack } from 'mediabunny'
import { must } from '../lib/must.ts'
import {
  lengthSizeOf,
  plainFlacHeader,
  plainHvcc,
  plainVorbisHeaders,
  withoutUserData,
} from './bitstream.ts'
import { wholeFlacFrame } from './flac-frame.ts'
import { Refusal } from './job.ts'
import type { CleanFile } from './job.ts'
import type { Recording } from './recording.ts'

const mostPackets = 1_000_000

/** One track on its way: its packets in their order, and where they go. */
interface Lane {
  readonly packets: AsyncIterator<EncodedPacket>
  readonly add: (packet: EncodedPacket) => Promise<void>
  readonly start: number
  next: EncodedPacket | undefined
}

/**
 * Packs the frames and nothing else anew: no tags, covers, chapters, places, names of tracks, nor the time at which it was recorded. The
 * frames are as they were, but for what their encoder wrote between them.
 */
export async function remux({ video, audio, container }: Recording): Promise<CleanFile> {
  const target = new BufferTarget()
  const output = new Output({ format: container.format, target })
  output.setMetadataTags({})
  try {
    const lanes: Lane[] = []
    if (video) lanes.push(await videoLane(output, video))
    if (audio) lanes.push(await audioLane(output, audio))
    await output.start()
    const seconds = await convey(lanes)
    await output.finalize()
    return {
      bytes: new Uint8Array(must(target.buffer, 'what is finalized has bytes')),
      type: container.type,
      durationMs: Math.round(seconds * 1000),
      ...(video
        ? { width: await video.getDisplayWidth(), height: await video.getDisplayHeight() }
        : {}),
    }
  } catch (error) {
    await output.cancel().catch(() => undefined)
    throw error instanceof Refusal ? error : new Refusal('unreadable')
  }
}

async function videoLane(output: Output, track: InputVideoTrack): Promise<Lane> {
  const codec = must(await track.getCodec(), 'the track was chosen by its codec')
  const config = await track.getDecoderConfig()
  if (!config) throw new Refusal('cannot-be-cleaned')
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, {
    rotation: await track.getRotation(),
    ...((await track.getFlip()) ? { flip: true } : {}),
  })
  const description = bytesOf(config.description)
  const meta = {
    decoderConfig:
      codec === 'hevc' && description ? { ...config, description: plainHvcc(description) } : config,
  }
  const cleanFrame = (data: Uint8Array): Uint8Array | undefined =>
    codec === 'avc' || codec === 'hevc'
      ? withoutUserData(data, codec, description && lengthSizeOf(description, codec))
      : data
  // Before the packets are asked for: FLAC is read by one reader at a time.
  const start = await track.getFirstTimestamp()
  return {
    packets: new EncodedPacketSink(track).packets(),
    start,
    async add(packet) {
      const data = cleanFrame(packet.data)
      if (data) await source.add(data === packet.data ? packet : packet.clone({ data }), meta)
    },
    next: undefined,
  }
}

async function audioLane(output: Output, track: InputAudioTrack): Promise<Lane> {
  const codec = must(await track.getCodec(), 'the track was chosen by its codec')
  const config = await track.getDecoderConfig()
  if (!config) throw new Refusal('cannot-be-cleaned')
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source)
  const plain = { vorbis: plainVorbisHeaders, flac: plainFlacHeader }
  const description = bytesOf(config.description)
  const meta = {
    decoderConfig:
      description && (codec === 'vorbis' || codec === 'flac')
        ? { ...config, description: plain[codec](description) }
        : config,
  }
  const start = await track.getFirstTimestamp()
  return {
    packets: new EncodedPacketSink(track).packets(),
    start,
    async add(packet) {
      const data = codec === 'flac' ? wholeFlacFrame(packet.data) : packet.data
      if (data) await source.add(data === packet.data ? packet : packet.clone({ data }), meta)
    },
    next: undefined,
  }
}

/** Packets of all tracks by their time, from 0 on. Returns when the last of them ends. */
async function convey(lanes: readonly Lane[]): Promise<number> {
  const offset = Math.max(0, Math.min(...lanes.map(({ start }) => start)))
  let end = 0
  for (const lane of lanes) lane.next = await following(lane)
  for (let count = 0; ; count++) {
    const lane = earliest(lanes)
    if (!lane?.next) return end
    if (count > mostPackets) throw new Refusal('too-complex')
    const packet = lane.next
    const timestamp = packet.timestamp - offset
    end = Math.max(end, timestamp + packet.duration)
    await lane.add(offset === 0 ? packet : packet.clone({ timestamp }))
    lane.next = await following(lane)
  }
}

async function following({ packets }: Lane): Promise<EncodedPacket | undefined> {
  const next = await packets.next()
  return next.done === true ? undefined : next.value
}

function earliest(lanes: readonly Lane[]): Lane | undefined {
  return lanes
    .filter(({ next }) => next !== undefined)
    .toSorted((a, b) => (a.next?.timestamp ?? 0) - (b.next?.timestamp ?? 0))[0]
}

function bytesOf(source: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(source))
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
  return source instanceof ArrayBuffer ? new Uint8Array(source) : undefined
}
