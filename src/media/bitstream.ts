// What encoders write into the pictures and sound themselves. Other messages of theirs (filler in AAC, padding in MP3) name no more than a
// version of an encoder and stay.

const escapePrevention = 3

/** https://www.itu.int/rec/T-REC-H.264 and H.265, annex D: text of the encoder's, and closed captions and other things of third parties. */
const userData = new Set([4, 5])

/** Whether a NAL unit is supplemental information with such a message in it. */
function isUserData(unit: Uint8Array, codec: 'avc' | 'hevc'): boolean {
  const header = unit[0] ?? 0
  if (codec === 'avc') return (header & 0x1f) === 6 && holdsUserData(unescape(unit.subarray(1)))
  const type = (header >> 1) & 0x3f
  return (type === 39 || type === 40) && holdsUserData(unescape(unit.subarray(2)))
}

function holdsUserData(messages: Uint8Array): boolean {
  let at = 0
  const readNumber = (): number => {
    let number = 0
    while (messages[at] === 0xff) {
      number += 0xff
      at++
    }
    return number + (messages[at++] ?? 0)
  }
  // The last byte is the stop bit.
  while (at < messages.length - 1) {
    const type = readNumber()
    const size = readNumber()
    if (userData.has(type)) return true
    at += size
  }
  return false
}

function unescape(escaped: Uint8Array): Uint8Array {
  const bytes: number[] = []
  let zeros = 0
  for (const byte of escaped) {
    if (zeros >= 2 && byte === escapePrevention) {
      zeros = 0
      continue
    }
    zeros = byte === 0 ? zeros + 1 : 0
    bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/**
 * A frame without what its encoder wrote about itself. Units have a length of `lengthSize` bytes before them, as in MP4 and Matroska, or a
 * start code, as in MPEG transport streams. `undefined` where nothing else is in the frame, or the lengths are false.
 */
export function withoutUserData(
  frame: Uint8Array,
  codec: 'avc' | 'hevc',
  lengthSize: number | undefined,
): Uint8Array | undefined {
  const units = lengthSize === undefined ? startedUnits(frame) : measuredUnits(frame, lengthSize)
  if (!units) return undefined
  const kept = units.filter(({ start, end }) => !isUserData(frame.subarray(start, end), codec))
  if (kept.length === units.length) return frame
  if (kept.length === 0) return undefined
  return concat(kept.map(({ at, end }) => frame.subarray(at, end)))
}

/** Where what stands before a unit begins, where it begins itself, and where it ends. */
interface Unit {
  readonly at: number
  readonly start: number
  readonly end: number
}

function measuredUnits(frame: Uint8Array, lengthSize: number): readonly Unit[] | undefined {
  const units: Unit[] = []
  for (let at = 0; at < frame.length; at = units.at(-1)?.end ?? frame.length) {
    const start = at + lengthSize
    const end = start + readLength(frame, at, lengthSize)
    if (end > frame.length) return undefined
    units.push({ at, start, end })
  }
  return units
}

const startCode = Buffer.from([0, 0, 1])

/** One zero more may stand before a start code: it ends the unit before, where it does no harm. */
function startedUnits(frame: Uint8Array): readonly Unit[] {
  const bytes = Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength)
  const starts: number[] = []
  for (let at = bytes.indexOf(startCode); at >= 0; at = bytes.indexOf(startCode, at + 3))
    starts.push(at)
  return starts.map((at, index) => ({
    at,
    start: at + startCode.length,
    end: starts[index + 1] ?? frame.length,
  }))
}

function readLength(bytes: Uint8Array, at: number, size: number): number {
  let length = 0
  for (let index = 0; index < size; index++) length = length * 256 + (bytes[at + index] ?? 0)
  return length
}

/** ISO/IEC 14496-15: avcC says it in its fifth byte, hvcC in its 22nd. */
export function lengthSizeOf(description: Uint8Array, codec: 'avc' | 'hevc'): number {
  return ((description[codec === 'avc' ? 4 : 21] ?? 3) & 3) + 1
}

/** An hvcC with the parameter sets alone: encoders put their supplemental information here as well. */
export function plainHvcc(description: Uint8Array): Uint8Array {
  const arraysAt = 23
  const kept: Uint8Array[] = []
  let at = arraysAt
  for (let left = description[arraysAt - 1] ?? 0; left > 0; left--) {
    const start = at
    const type = (description[at] ?? 0) & 0x3f
    const units = readLength(description, at + 1, 2)
    at += 3
    for (let unit = 0; unit < units; unit++) at += 2 + readLength(description, at, 2)
    if (at > description.length) return description
    if (type !== 39 && type !== 40) kept.push(description.subarray(start, at))
  }
  const plain = concat([description.subarray(0, arraysAt), ...kept])
  plain[arraysAt - 1] = kept.length
  return plain
}

/** The three headers of Vorbis as Matroska keeps them, the second of which is the comments: https://www.matroska.org/technical/codec_specs.html */
export function plainVorbisHeaders(description: Uint8Array): Uint8Array {
  if (description[0] !== 2) return description
  let at = 1
  const readLaced = (): number => {
    let size = 0
    while (description[at] === 0xff) {
      size += 0xff
      at++
    }
    return size + (description[at++] ?? 0)
  }
  const identificationSize = readLaced()
  const commentsSize = readLaced()
  const identification = description.subarray(at, at + identificationSize)
  const setup = description.subarray(at + identificationSize + commentsSize)
  // Type 3, the name of the codec, a vendor of no letters, no comments, the framing bit.
  const comments = Uint8Array.of(3, ...Buffer.from('vorbis'), ...Array<number>(8).fill(0), 1)
  return concat([
    Uint8Array.of(2, identification.length, comments.length),
    identification,
    comments,
    setup,
  ])
}

/** The first block of FLAC, which says how to read it, marked as the only one: https://www.rfc-editor.org/rfc/rfc9639#section-8 */
export function plainFlacHeader(description: Uint8Array): Uint8Array {
  const streamInfoEnd = 4 + 4 + 34
  const plain = description.slice(0, streamInfoEnd)
  plain[4] = 0x80
  return plain
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
