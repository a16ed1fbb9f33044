// Parameters come in the query, as JSON, urlencoded or multipart: https://core.telegram.org/bots/api#making-requests

import { badRequest } from './api-error.ts'
import { isRecord, type Params } from './params.ts'
import { uploadedFile } from './uploaded-file.ts'

export interface RawRequest {
  readonly query: string
  readonly contentType: string
  readonly body: Buffer
}

export async function requestParams({ query, contentType, body }: RawRequest): Promise<Params> {
  const fromQuery = query === '' ? {} : Object.fromEntries(new URLSearchParams(query))
  if (body.length === 0) return fromQuery
  if (contentType.startsWith('application/json')) return { ...fromQuery, ...parseJson(body) }
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString())) }
  }
  if (contentType.startsWith('multipart/form-data')) {
    return { ...fromQuery, ...(await parseMultipart(contentType, body)) }
  }
  return fromQuery
}

function parseJson(body: Buffer): Params {
  let parsed: unknown
  try {
    parsed = JSON.parse(body.toString())
  } catch {
    throw badRequest("can't parse JSON object")
  }
  if (!isRecord(parsed)) throw badRequest('expected an Object')
  return parsed
}

async function parseMultipart(contentType: string, body: Buffer): Promise<Params> {
  const headers = { 'content-type': contentType }
  const form = await new Response(new Uint8Array(body), { headers }).formData()
  const params: Record<string, unknown> = {}
  for (const [name, value] of form) {
    params[name] = typeof value === 'string' ? value : await uploadedFile(value)
  }
  return params
}
