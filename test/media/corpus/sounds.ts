import { canary } from './canary.ts'
import type { CorpusFile } from './corpus-file.ts'
import { seed } from './films.ts'

/** https://id3.org/ID3v1: 128 bytes at the end. */
const id3v1 = Buffer.alloc(128)
id3v1.write(`TAG${canary}`)

/** https://id3.org/id3v2.3.0, with a size of seven bits a byte. */
const frame = (id: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(10)
  head.write(id)
  head.writeUInt32BE(data.length, 4)
  return Buffer.concat([head, data])
}
const frames = Buffer.concat([
  frame('TPE1', Buffer.concat([Buffer.from([0]), Buffer.from(canary)])),
  frame('TIT2', Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(canary, 'utf16le')])),
  frame(
    'APIC',
    Buffer.concat([
      Buffer.from('\0image/jpeg\0\x03\0'),
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from(canary),
    ]),
  ),
])
const id3v2 = Buffer.concat([
  Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, frames.length >> 7, frames.length & 0x7f]),
  frames,
])

/** https://wiki.hydrogenaud.io/index.php?title=APEv2_specification: one item and a footer. */
const ape = ((): Buffer => {
  const item = Buffer.concat([Buffer.alloc(8), Buffer.from(`Artist\0${canary}`)])
  item.writeUInt32LE(canary.length)
  const footer = Buffer.alloc(32)
  footer.write('APETAGEX')
  footer.writeUInt32LE(2000, 8)
  footer.writeUInt32LE(item.length + 32, 12)
  footer.writeUInt32LE(1, 16)
  return Buffer.concat([item, footer])
})()

/** A block of a picture before all others but the first: https://www.rfc-editor.org/rfc/rfc9639#section-8.8 */
function withCover(flac: Buffer): Buffer {
  const picture = Buffer.concat([Buffer.alloc(32), Buffer.from(canary)])
  const firstEnd = 4 + 4 + 34
  const head = Buffer.from([6, 0, 0, picture.length])
  return Buffer.concat([flac.subarray(0, firstEnd), head, picture, flac.subarray(firstEnd)])
}

function withListChunk(wave: Buffer): Buffer {
  const list = Buffer.from(`LIST\0\0\0\0INFOIART\x0e\0\0\0${canary}\0`)
  list.writeUInt32LE(list.length - 8, 4)
  const whole = Buffer.concat([wave, list])
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}

export function sounds(): readonly CorpusFile[] {
  const mp3 = seed('tone.mp3')
  const flac = seed('tone.flac')
  const sound = (name: string, bytes: Buffer): CorpusFile => ({ name, bytes, form: 'audio' })
  return [
    sound('tone.mp3', mp3),
    sound('id3v1.mp3', Buffer.concat([mp3, id3v1])),
    sound('id3v2.mp3', Buffer.concat([id3v2, mp3])),
    sound('ape.mp3', Buffer.concat([mp3, ape, id3v1])),
    sound('cut-id3v1.mp3', Buffer.concat([mp3.subarray(0, -100), id3v1])),
    sound('joined.mp3', Buffer.concat([mp3.subarray(0, 2000), id3v1, id3v2, mp3])),
    sound('ape-within.mp3', Buffer.concat([mp3.subarray(0, 2000), ape, mp3.subarray(2000)])),
    sound('tone.m4a', seed('tone.m4a')),
    sound('tone.flac', flac),
    sound('cover.flac', withCover(flac)),
    sound('id3v1.flac', Buffer.concat([flac, id3v1])),
    sound('joined.flac', Buffer.concat([flac.subarray(0, 12_000), id3v2, flac.subarray(12_000)])),
    sound('trailing.flac', Buffer.concat([flac, Buffer.from(canary)])),
    sound('list.wav', withListChunk(seed('tone.wav'))),
    sound('id3v2.aac', Buffer.concat([id3v2, seed('tone.aac')])),
    sound('cut-id3v1.aac', Buffer.concat([seed('tone.aac').subarray(0, -100), id3v1])),
    sound('vorbis.ogg', seed('vorbis.ogg')),
    { ...sound('voice.ogg', seed('voice.ogg')), form: 'voice' },
    { ...sound('vorbis-voice.ogg', seed('vorbis.ogg')), form: 'voice' },
  ]
}
