import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputTrack,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import type { SandboxFile } from '../../src/sandbox/person.ts'
import { sampleFile } from '../../src/sandbox/samples/sample-files.ts'

const wholeBytes = 19_000_000
/** A frame of the sample is a few hundred bytes; one of a phone's has some kilobytes. */
const frameBytes = 10_000

/** The sample's film and sound over and over, with frames of a real film's size. */
export async function longVideo(): Promise<SandboxFile> {
  const input = new Input({
    formats: ALL_FORMATS,
    source: new BufferSource(sampleFile('video.mp4').bytes),
  })
  const film = await input.getPrimaryVideoTrack()
  const sound = await input.getPrimaryAudioTrack()
  if (!film || !sound) throw new Error('The sample has no film or no sound')
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target })
  const filmSource = new EncodedVideoPacketSource('avc')
  const soundSource = new EncodedAudioPacketSource('aac')
  output.addVideoTrack(filmSource)
  output.addAudioTrack(soundSource)
  await output.start()

  const frames = (await packetsOf(film)).map((packet) => packet.clone({ data: filled(packet) }))
  const sounds = await packetsOf(sound)
  const filmMeta = { decoderConfig: (await film.getDecoderConfig()) ?? undefined }
  const soundMeta = { decoderConfig: (await sound.getDecoderConfig()) ?? undefined }
  const both = [...frames, ...sounds]
  // Sound begins a little before 0.
  const roundSeconds =
    Math.max(...both.map(endOf)) - Math.min(...both.map(({ timestamp }) => timestamp))
  const roundBytes = both.reduce((sum, { data }) => sum + data.length, 0)
  for (let round = 0; round < wholeBytes / roundBytes; round += 1) {
    const later = (packet: EncodedPacket): EncodedPacket =>
      packet.clone({ timestamp: packet.timestamp + round * roundSeconds })
    for (const frame of frames) await filmSource.add(later(frame), filmMeta)
    for (const packet of sounds) await soundSource.add(later(packet), soundMeta)
  }
  await output.finalize()
  if (!target.buffer) throw new Error('What is finalized has bytes')
  return { bytes: new Uint8Array(target.buffer), name: 'VID_0001.mp4', type: 'video/mp4' }
}

async function packetsOf(track: InputTrack): Promise<readonly EncodedPacket[]> {
  const packets: EncodedPacket[] = []
  for await (const packet of new EncodedPacketSink(track).packets()) packets.push(packet)
  return packets
}

const endOf = ({ timestamp, duration }: EncodedPacket): number => timestamp + duration

/** With filler behind the picture, which players skip: https://www.itu.int/rec/T-REC-H.264, section 7.3.2.7. */
function filled({ data }: EncodedPacket): Uint8Array {
  const lengthBytes = 4
  const unitBytes = Math.max(2, frameBytes - data.length - lengthBytes)
  const filler = Buffer.alloc(lengthBytes + unitBytes, 0xff)
  filler.writeUInt32BE(unitBytes)
  filler[lengthBytes] = 12
  filler[filler.length - 1] = 0x80
  return Buffer.concat([data, filler])
}
