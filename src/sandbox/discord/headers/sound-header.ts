import type { MediaHeader } from './media-header.ts'

export function readSound(bytes: Buffer): MediaHeader | undefined {
  if (isOgg(bytes)) return readOgg(bytes)
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE')
    return { type: 'audio/wav', durationS: (bytes.length - 44) / bytes.readUInt32LE(28) }
  return readMp3(bytes)
}

export function isOgg(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'OggS'
}

/** The last page says how many samples there were: https://www.rfc-editor.org/rfc/rfc7845#section-4 */
function readOgg(bytes: Buffer): MediaHeader {
  const samples = Number(bytes.readBigUInt64LE(bytes.lastIndexOf('OggS', undefined, 'latin1') + 6))
  const opus = bytes.indexOf('OpusHead', 0, 'latin1')
  if (opus >= 0) {
    const skipped = bytes.readUInt16LE(opus + 10)
    return { type: 'audio/ogg', durationS: Math.max(0, samples - skipped) / 48_000 }
  }
  const vorbis = bytes.indexOf('\u0001vorbis', 0, 'latin1')
  if (vorbis < 0) return { type: 'audio/ogg' }
  return { type: 'audio/ogg', durationS: samples / bytes.readUInt32LE(vorbis + 12) }
}

const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const kilobitsOfVersion2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const sampleRates = [44_100, 48_000, 32_000]

/** The first frame and, where an encoder left it there, the number of frames: http://gabriel.mp3-tech.org/mp3infotag.html */
function readMp3(bytes: Buffer): MediaHeader | undefined {
  const isTagged = bytes.toString('latin1', 0, 3) === 'ID3'
  const start = isTagged ? 10 + readTagSize(bytes) : 0
  if (start + 4 > bytes.length) return undefined
  const head = bytes.readUInt32BE(start)
  const isLayer3 = head >>> 21 === 0x7ff && ((head >>> 17) & 3) === 1
  if (!isLayer3) return undefined
  const version = (head >>> 19) & 3
  const isVersion1 = version === 3
  const base = sampleRates[(head >>> 10) & 3]
  const rate = (isVersion1 ? kilobits : kilobitsOfVersion2)[(head >>> 12) & 15]
  if (!base || !rate) return undefined
  const perSecond = isVersion1 ? base : version === 2 ? base / 2 : base / 4
  const frames = countFrames(bytes.subarray(start, start + 200))
  const durationS =
    frames === undefined
      ? ((bytes.length - start) * 8) / (rate * 1000)
      : (frames * (isVersion1 ? 1152 : 576)) / perSecond
  return { type: 'audio/mpeg', durationS }
}

/** Seven bits a byte: https://id3.org/id3v2.3.0#ID3v2_header */
function readTagSize(bytes: Buffer): number {
  return [6, 7, 8, 9].reduce((size, at) => size * 128 + (bytes.readUInt8(at) & 0x7f), 0)
}

function countFrames(frame: Buffer): number | undefined {
  const at = Math.max(frame.indexOf('Xing', 0, 'latin1'), frame.indexOf('Info', 0, 'latin1'))
  return at >= 0 && frame.readUInt32BE(at + 4) & 1 ? frame.readUInt32BE(at + 8) : undefined
}
