// A tag as a voice message: silence in packets of four bandwidths, two bits each, since a voice message keeps its packets wherever it goes.

import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedPacketSink,
  Input,
  OggOutputFormat,
  Output,
} from 'mediabunny'
import { packTag, type FileTag, tagBytes, unpackTag } from './file-tag.ts'

/** CELT alone, 20 ms, one channel, one frame; narrow to full band: https://www.rfc-editor.org/rfc/rfc6716#section-3.1 */
const bandwidths = [19, 23, 27, 31].map((config) => config << 3)
const packetS = 0.02
const samplesPerSecond = 48_000
const symbolsOfByte = [0, 2, 4, 6]

export async function soundTag(tag: FileTag): Promise<Uint8Array> {
  const target = new BufferTarget()
  const output = new Output({ format: new OggOutputFormat(), target })
  const source = new EncodedAudioPacketSource('opus')
  output.addAudioTrack(source)
  await output.start()
  const decoderConfig = {
    codec: 'opus',
    numberOfChannels: 1,
    sampleRate: samplesPerSecond,
    description: opusHead(),
  }
  const symbols = [...packTag(tag)].flatMap((byte) =>
    symbolsOfByte.map((shift) => (byte >> shift) & 3),
  )
  for (const [at, symbol] of symbols.entries()) {
    // The second byte says silence: https://www.rfc-editor.org/rfc/rfc6716#section-4.3
    const silence = Uint8Array.of(bandwidths[symbol] ?? 0, 0xff, 0xfe)
    await source.add(new EncodedPacket(silence, 'key', at * packetS, packetS), { decoderConfig })
  }
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}

/** https://www.rfc-editor.org/rfc/rfc7845#section-5.1 */
function opusHead(): Uint8Array {
  const head = Buffer.alloc(19)
  head.write('OpusHead')
  head.writeUInt8(1, 8)
  head.writeUInt8(1, 9)
  head.writeUInt32LE(samplesPerSecond, 12)
  return new Uint8Array(head)
}

export async function hearTag(bytes: Uint8Array): Promise<FileTag | undefined> {
  using input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const track = await input.getPrimaryAudioTrack()
  if (!track) return undefined
  const symbols: number[] = []
  for await (const { data } of new EncodedPacketSink(track).packets())
    symbols.push(bandwidths.indexOf(data[0] ?? 0))
  if (symbols.length !== tagBytes * symbolsOfByte.length) return undefined
  const packed = Array.from({ length: tagBytes }, (_, byte) =>
    symbolsOfByte.reduce(
      (value, shift, at) => value | ((symbols[byte * symbolsOfByte.length + at] ?? 0) << shift),
      0,
    ),
  )
  return unpackTag(Uint8Array.from(packed))
}
