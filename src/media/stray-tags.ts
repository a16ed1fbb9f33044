// Bare streams of sound have no container that says where their frames end: tags stand before, behind and, where files were joined or cut,
// between and within them.

interface Span {
  readonly from: number
  readonly to: number
}

/** The stream without them. */
export function withoutTags(stream: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength)
  const spans = [...id3v2(bytes), ...ape(bytes), ...id3v1(bytes)].toSorted(
    (a, b) => a.from - b.from,
  )
  if (spans.length === 0) return stream
  const kept: Uint8Array[] = []
  let at = 0
  for (const { from, to } of spans) {
    if (from > at) kept.push(bytes.subarray(at, from))
    at = Math.max(at, to)
  }
  return new Uint8Array(Buffer.concat([...kept, bytes.subarray(at)]))
}

function* found(bytes: Buffer, mark: string): Generator<number> {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) yield at
}

/** https://id3.org/id3v2.4.0-structure: ten bytes, the last four of which are a size of seven bits each, and perhaps as many behind. */
function* id3v2(bytes: Buffer): Generator<Span> {
  for (const from of found(bytes, 'ID3')) {
    const [version = 0, revision = 0, flags = 0, ...size] = bytes.subarray(from + 3, from + 10)
    const isHeader = version >= 2 && version <= 4 && revision === 0 && (flags & 0x0f) === 0
    if (!isHeader || size.length < 4 || size.some((byte) => byte > 0x7f)) continue
    const length = size.reduce((sum, byte) => sum * 128 + byte, 0)
    yield { from, to: from + 10 + length + ((flags & 0x10) === 0 ? 0 : 10) }
  }
}

/** https://wiki.hydrogenaudio.org/index.php?title=APEv2_specification: one of 32 bytes before it may be, one behind it is. */
function* ape(bytes: Buffer): Generator<Span> {
  const endSize = 32
  for (const at of found(bytes, 'APETAGEX')) {
    if (at + endSize > bytes.length) return
    const size = bytes.readUInt32LE(at + 12)
    const isHeader = (bytes.readUInt32LE(at + 20) & 0x20000000) !== 0
    yield isHeader
      ? { from: at, to: at + endSize + size }
      : { from: Math.max(0, at + endSize - Math.max(size, endSize)), to: at + endSize }
  }
}

/** https://id3.org/ID3v1: 128 bytes at the end, which other tags or another file may follow. Its three letters alone are in many sounds. */
function* id3v1(bytes: Buffer): Generator<Span> {
  for (const from of found(bytes, 'TAG')) {
    const to = from + 128
    const behind = bytes.toString('latin1', to, to + 8)
    if (to === bytes.length || /^(?:ID3|TAG|APETAGEX)/.test(behind)) yield { from, to }
  }
}
