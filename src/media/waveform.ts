import { EncodedPacketSink } from 'mediabunny'
import type { InputAudioTrack } from 'mediabunny'
import { OpusDecoder } from 'opus-decoder'

const mostPoints = 256
const pointMs = 100
/** Two minutes of the usual 20 ms: of longer messages every second, third, … packet is listened to. */
const mostHeard = 6000

/** How loud an Opus recording is over time, one byte for each of at most 256 equal spans; the loudest is 255. */
export async function waveformOf(track: InputAudioTrack, durationMs: number): Promise<Uint8Array> {
  const channels = await track.getNumberOfChannels()
  const points = Math.min(mostPoints, Math.max(1, Math.ceil(durationMs / pointMs)))
  // More than two need a mapping table; nobody's voice has them.
  if (channels > 2) return new Uint8Array(points).fill(128)
  const packets: Uint8Array[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet.data)
  const step = Math.ceil(packets.length / mostHeard)
  const heard = packets.filter((_, index) => index % step === 0)
  const decoder = new OpusDecoder({ channels })
  try {
    await decoder.ready
    const power = new Float64Array(points)
    const count = new Float64Array(points)
    for (const [index, packet] of heard.entries()) {
      const { channelData } = decoder.decodeFrame(packet)
      const point = Math.floor((index * points) / heard.length)
      power[point] = (power[point] ?? 0) + sumOfSquares(channelData[0])
      count[point] = (count[point] ?? 0) + (channelData[0]?.length ?? 0)
    }
    return scale(power.map((sum, point) => Math.sqrt(sum / Math.max(1, count[point] ?? 1))))
  } finally {
    decoder.free()
  }
}

function sumOfSquares(samples: Float32Array | undefined): number {
  let sum = 0
  for (const sample of samples ?? []) sum += sample * sample
  return sum
}

function scale(loudness: Float64Array): Uint8Array {
  const loudest = Math.max(...loudness)
  return Uint8Array.from(loudness, (value) =>
    loudest > 0 ? Math.round((value / loudest) * 255) : 0,
  )
}
