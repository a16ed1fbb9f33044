// How the answer to a request for a file is written, well or badly.

import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { StoredFile } from './file-store.ts'

export function writeText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, {
      'content-type': 'text/plain;charset=UTF-8',
      'content-length': String(Buffer.byteLength(text)),
      ...headers,
    })
    .end(text)
}

/** All bytes, whatever length the header says; where that is wrong, the connection ends with them. */
export function writeBytes(response: ServerResponse, file: StoredFile, says: number): void {
  writeHead(response, file, says)
  if (says === file.bytes.byteLength) response.end(file.bytes)
  else response.write(file.bytes, () => response.destroy())
}

/** Ends early when nobody listens any more. */
export async function writeTrickle(
  response: ServerResponse,
  file: StoredFile,
  bytesPerSecond: number,
): Promise<void> {
  writeHead(response, file, file.bytes.byteLength)
  const stepMs = Math.max(50, 1000 / bytesPerSecond)
  const step = Math.max(1, Math.floor((bytesPerSecond * stepMs) / 1000))
  for (let at = 0; at < file.bytes.byteLength && !response.destroyed; at += step) {
    response.write(file.bytes.subarray(at, at + step))
    await wait(stepMs, undefined, { ref: false })
  }
  response.end()
}

function writeHead(response: ServerResponse, { type }: StoredFile, length: number): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': String(length),
    'content-disposition': 'attachment',
    'cache-control': 'public, max-age=31536000',
  })
}
