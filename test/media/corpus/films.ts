import { readFileSync } from 'node:fs'
import { canary } from './canary.ts'
import type { CorpusFile } from './corpus-file.ts'

export const seed = (name: string): Buffer =>
  readFileSync(new URL(`seeds/${name}`, import.meta.url))

export const box = (type: string, ...parts: readonly (Buffer | string)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

const word = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4)
  return bytes
}

/** Every film of the corpus has its frames before its description, so that more of it moves nothing. */
function insideMoov(film: Buffer, ...boxes: readonly Buffer[]): Buffer {
  const at = film.lastIndexOf('moov') - 4
  const more = Buffer.concat(boxes)
  const moov = Buffer.concat([film.subarray(at, at + film.readUInt32BE(at)), more])
  moov.writeUInt32BE(moov.length)
  return Buffer.concat([film.subarray(0, at), moov])
}

const quickTimeText = (type: string, text: string): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(text.length)
  return box(`\xa9${type}`, head, text)
}

const userData = box(
  'udta',
  quickTimeText('xyz', `+52.5200+013.4050/${canary}`),
  quickTimeText('nam', canary),
  box('name', canary),
  box('loci', word(0), Buffer.from([0, 0]), `${canary}\0`),
  box(
    'meta',
    word(0),
    box('hdlr', word(0, 0), 'mdirappl', word(0, 0), '\0'),
    box(
      'ilst',
      box('\xa9ART', box('data', word(1, 0), canary)),
      box('covr', box('data', word(13, 0), Buffer.from([0xff, 0xd8, 0xff]), canary)),
    ),
  ),
)

/** A track of places over time, as action cameras write: its one sample is at the end of the file. */
function withTimedPlaces(film: Buffer): Buffer {
  const sample = Buffer.from(`${canary} was here`)
  const trackOf = (sampleAt: number): Buffer =>
    box(
      'trak',
      box('tkhd', word(3, 0, 0, 9, 0, 600), Buffer.alloc(60)),
      box(
        'mdia',
        box('mdhd', word(0, 0, 0, 1000, 600), Buffer.alloc(4)),
        box('hdlr', word(0, 0), 'meta', Buffer.alloc(12), `${canary}\0`),
        box(
          'minf',
          box('nmhd', word(0)),
          box('dinf', box('dref', word(0, 1), box('url ', word(1)))),
          box(
            'stbl',
            box('stsd', word(0, 1), box('gpmd', Buffer.alloc(6), Buffer.from([0, 1]), canary)),
            box('stts', word(0, 1, 1, 600)),
            box('stsc', word(0, 1, 1, 1, 1)),
            box('stsz', word(0, sample.length, 1)),
            box('stco', word(0, 1, sampleAt)),
          ),
        ),
      ),
    )
  const size = insideMoov(film, trackOf(0)).length
  return Buffer.concat([insideMoov(film, trackOf(size + 8)), box('mdat', sample)])
}

/** The matrix of the first track's header, which turns the picture a quarter: ISO/IEC 14496-12, 8.3.2. */
function turned(film: Buffer): Buffer {
  const copy = Buffer.from(film)
  const matrixAt = copy.indexOf('tkhd') + 4 + 40
  word(0, 0x10000, 0, 0xffff0000, 0, 0, 48 * 0x10000, 0, 0x40000000).copy(copy, matrixAt)
  return copy
}

/** Vorbis names its encoder among its comments, which Matroska keeps apart from its own; the canary is as long as that name. */
function withVendor(film: Buffer): Buffer {
  const copy = Buffer.from(film)
  copy.write(canary, copy.indexOf('\x03vorbis') + 7 + 4)
  return copy
}

const x264 = Buffer.from('x264 - core')
const x265 = Buffer.from('x265 (build')

export function films(): readonly CorpusFile[] {
  const mov = seed('timecode.mov')
  const hevc = seed('hevc.mp4')
  const film = (name: string, bytes: Buffer): CorpusFile => ({
    name,
    bytes,
    form: 'video',
    frames: 6,
    needles: [x264, x265],
  })
  return [
    film('timecode.mov', mov),
    film('user-data.mov', insideMoov(mov, userData)),
    film('user-data.mp4', insideMoov(hevc, userData)),
    film('timed-places.mov', withTimedPlaces(mov)),
    film('timed-places.mp4', withTimedPlaces(hevc)),
    film(
      'unknown-boxes.mp4',
      Buffer.concat([hevc, box('uuid', Buffer.alloc(16, 7), canary), box('free', canary)]),
    ),
    { ...film('turned.mov', turned(mov)), rotation: 90 },
    { ...film('animation.mp4', insideMoov(hevc, userData)), form: 'animation' },
    { ...film('video-note.mp4', insideMoov(hevc, userData)), form: 'video-note' },
    film('hevc.mp4', hevc),
    film('av1.mp4', seed('av1.mp4')),
    film('h264.mkv', seed('h264.mkv')),
    film('h264.mpegts', seed('h264.mpegts')),
    film('vp9-vorbis.webm', seed('vp9-vorbis.webm')),
    film('vorbis-comments.webm', withVendor(seed('vp9-vorbis.webm'))),
    film('vp8-opus.webm', seed('vp8-opus.webm')),
    { ...film('sticker.webm', seed('vp9-vorbis.webm')), form: 'sticker' },
  ]
}
