import { apiErrors } from './api-error.ts'

export interface UploadedFile {
  /** The n of the part `files[n]`. */
  readonly index: string
  readonly name: string
  readonly type: string
  readonly size: number
}

export interface RequestBody {
  readonly json: unknown
  readonly files: readonly UploadedFile[]
}

/** JSON, or a form with `payload_json` and files: https://docs.discord.com/developers/reference#uploading-files */
export async function parseBody(
  bytes: Buffer<ArrayBuffer>,
  contentType: string,
): Promise<RequestBody> {
  if (bytes.length === 0) return { json: undefined, files: [] }
  if (!contentType.startsWith('multipart/form-data'))
    return { json: parseJson(bytes.toString()), files: [] }
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  const files: UploadedFile[] = []
  let json: unknown
  for (const [field, value] of form) {
    if (typeof value !== 'string') {
      files.push({
        index: /^files\[(\d+)\]$/.exec(field)?.[1] ?? '0',
        name: value.name,
        type: value.type,
        size: value.size,
      })
    } else if (field === 'payload_json') {
      json = parseJson(value)
    }
  }
  return { json, files }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw apiErrors.invalidJson()
  }
}
