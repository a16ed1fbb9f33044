// A Bot API server that knows one file, and what reading it shows.

import type { ServerResponse } from 'node:http'

import type { FileStream } from '../../../src/adapter.ts'
import type { Failure } from '../../../src/core/delivery-error.ts'
import { fileRef, type SourceFile } from '../../../src/core/media.ts'
import { failureOf, http } from './bad-server.ts'
import { token } from './scripted-bot-api.ts'

export const file: SourceFile = {
  platform: 'telegram',
  ref: fileRef('777000777-ref'),
  identity: 'u',
  size: 5,
  type: 'image/jpeg',
}
export const never = new AbortController().signal
export const hidden = [token, 'AAtest', '777000777']

export async function bytesOf({ chunks }: FileStream): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts).toString()
}

export async function failureAt(reading: Promise<unknown>): Promise<Failure> {
  return failureOf(
    await reading.then(
      () => undefined,
      (error: unknown) => error,
    ),
  )
}

/** A server that knows one file, and where it is. */
export const serving = (
  place: string,
  answer: (response: ServerResponse, url: string) => void,
): Promise<string> =>
  http((request, response) => {
    const url = request.url ?? ''
    if (url.startsWith('/file/')) return answer(response, url)
    const result = { file_id: 'x', file_unique_id: 'u', file_path: place }
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ ok: true, result }))
    })
  })
