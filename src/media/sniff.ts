import { fileTypeFromBuffer } from 'file-type'

/** What a file is by its first bytes; what was said of it does not count. */
export type Sniffed =
  | { readonly kind: 'picture'; readonly type: string }
  /** Sound or moving pictures in some container. */
  | { readonly kind: 'recording' }
  /** Perhaps a Telegram sticker. */
  | { readonly kind: 'gzip' }
  | { readonly kind: 'text' }
  /** Known by name, and passed on as it is. */
  | { readonly kind: 'office'; readonly type: string }
  | { readonly kind: 'unknown' }

const pictures = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
])

const office =
  /^application\/(?:pdf|vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)|vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))$/

export async function sniff(bytes: Uint8Array<ArrayBuffer>): Promise<Sniffed> {
  const type = await typeOf(bytes)
  if (type === undefined || type === 'application/xml')
    return isText(bytes) ? textKind(bytes) : { kind: 'unknown' }
  if (pictures.has(type)) return { kind: 'picture', type }
  if (/^(?:video|audio)\//.test(type)) return { kind: 'recording' }
  if (type === 'application/gzip') return { kind: 'gzip' }
  if (office.test(type)) return { kind: 'office', type }
  if (type === 'application/x-cfb') return oldOffice(bytes)
  return { kind: 'unknown' }
}

/** A file that breaks off in its first bytes is of no type. */
async function typeOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  try {
    // `application/ogg; codecs=…` and the like.
    return (await fileTypeFromBuffer(bytes))?.mime.split(';')[0]
  } catch {
    return undefined
  }
}

/** HTML, SVG, office papers in XML, RTF, PDF and PostScript: their authors stand among the marks, where nobody sees them who reads the words. */
const marks = /^\uFEFF?\s*(?:<|\{\\rtf|%!)|%PDF-/

/** PDF may begin after that many bytes of anything: ISO 32000-1, annex H. */
const headBytes = 1024

function textKind(bytes: Uint8Array): Sniffed {
  const head = new TextDecoder().decode(bytes.subarray(0, headBytes))
  return marks.test(head) ? { kind: 'office', type: 'text/plain' } : { kind: 'text' }
}

const leastText = 0x20
const textControls = new Set([0x09, 0x0a, 0x0c, 0x0d])

function isText(bytes: Uint8Array<ArrayBuffer>): boolean {
  if (bytes.some((byte) => byte < leastText && !textControls.has(byte))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb: installers have the same container, but other streams in it. */
const oldOfficeStreams = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
] as const

function oldOffice(bytes: Uint8Array<ArrayBuffer>): Sniffed {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = oldOfficeStreams.find(([name]) => content.includes(Buffer.from(name, 'utf16le')))
  return found ? { kind: 'office', type: found[1] } : { kind: 'unknown' }
}
