import { apiErrors } from './api-error.ts'

export interface UploadedFile {
  /** The n of the part `files[n]`. */
  readonly index: string
  readonly name: string
  readonly type: string
  readonly size: number
  /** Not among the enumerable properties, so that records can be searched as JSON at no great cost. */
  readonly bytes: Uint8Array
}

export interface RequestBody {
  readonly json: unknown
  readonly files: readonly UploadedFile[]
  /** What the request said, its files under the names of their fields. */
  readonly record: unknown
}

/** https://docs.discord.com/developers/reference#uploading-files-file-limits */
const most = { requestBytes: 25 * 1024 * 1024, fileBytes: 10 * 1024 * 1024 }

/** JSON, or a form with `payload_json` and files: https://docs.discord.com/developers/reference#uploading-files */
export async function parseBody(
  bytes: Buffer<ArrayBuffer>,
  contentType: string,
): Promise<RequestBody> {
  if (bytes.length === 0) return { json: undefined, files: [], record: undefined }
  if (!contentType.startsWith('multipart/form-data')) {
    const json = parseJson(bytes.toString())
    return { json, files: [], record: json }
  }
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  const files = new Map<string, UploadedFile>()
  let json: unknown
  for (const [field, value] of form) {
    if (typeof value !== 'string') files.set(field, await uploaded(field, value))
    else if (field === 'payload_json') json = parseJson(value)
  }
  const said = typeof json === 'object' ? json : {}
  return {
    json,
    files: [...files.values()],
    record: { ...said, ...Object.fromEntries(files) },
  }
}

export function isTooLarge(bytes: Uint8Array, files: readonly UploadedFile[]): boolean {
  return bytes.length > most.requestBytes || files.some(({ size }) => size > most.fileBytes)
}

async function uploaded(field: string, value: File): Promise<UploadedFile> {
  const file = {
    index: /^files\[(\d+)\]$/.exec(field)?.[1] ?? '0',
    name: value.name,
    type: value.type,
    size: value.size,
    bytes: new Uint8Array(await value.arrayBuffer()),
  }
  return Object.defineProperty(file, 'bytes', { enumerable: false })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw apiErrors.invalidJson()
  }
}
