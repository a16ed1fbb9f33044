// The side that has the files: no API, no token, only addresses. https://docs.discord.com/developers/reference#cdn-formatting

import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { RecordedRequest } from '../server.ts'
import { htmlPage } from './fault-rules.ts'
import type { FaultRules } from './fault-rules.ts'
import { writeBytes, writeText, writeTrickle } from './file-answer.ts'
import type { FileStore, StoredFile } from './file-store.ts'
import { isSignedUrl } from './signed-url.ts'
import type { Writable } from './writable.ts'

export interface FileServerOptions {
  readonly store: FileStore
  readonly now: () => number
  readonly faults: FaultRules
  readonly drawLatencyMs: () => number
  readonly record: (request: RecordedRequest) => void
}

export interface FileServer {
  /** Whether the address is one of a file, be it there or not. */
  has(url: URL): boolean
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>
}

/** Without the file's name, which tells of its owner and would look as if somebody had been told of them. */
function recordedPath({ pathname }: URL): string {
  return pathname.replace(/^(\/attachments\/\d+\/\d+)\/.*$/, '$1')
}

const goneText = 'This content is no longer available.'

export function createFileServer(options: FileServerOptions): FileServer {
  function find(url: URL): StoredFile | undefined {
    const file = options.store.find(url.pathname)
    return file?.isSigned && !isSignedUrl(url, options.now()) ? undefined : file
  }

  return {
    has: (url) => /^\/(?:attachments|stickers|external)\//.test(url.pathname),
    async answer(request, response, url) {
      const file = find(url)
      const person = options.store.find(url.pathname)?.account?.id
      const { authorization } = request.headers
      const entry: Writable<RecordedRequest> = {
        method: 'GET file',
        person,
        body: { path: recordedPath(url), ...(authorization !== undefined && { authorization }) },
        status: undefined,
        carriedOut: false,
      }
      options.record(entry)
      const fault = options.faults.take('GET file', person)
      const latencyMs = options.drawLatencyMs()
      if (latencyMs > 0) await wait(latencyMs)

      function text(status: number, said: string, headers?: Record<string, string>): void {
        entry.status = status
        writeText(response, status, said, headers)
      }
      function carryOut(write: (file: StoredFile) => void): void {
        if (file === undefined) return text(404, goneText)
        entry.status = 200
        entry.carriedOut = true
        write(file)
      }

      switch (fault?.kind) {
        case undefined:
        case 'partial-album':
          return carryOut((found) => writeBytes(response, found, found.bytes.byteLength))
        case 'rate-limited':
          return text(429, 'You are being rate limited.', {
            'retry-after': String(Math.ceil(fault.retryAfterMs / 1000)),
          })
        case 'rejected':
        case 'unauthorized':
          return text(403, 'Access denied.')
        case 'server-error':
          return text(500, 'Internal Server Error')
        case 'html':
          return text(403, htmlPage, { 'content-type': 'text/html; charset=UTF-8' })
        case 'redirect':
          return text(302, '', { location: fault.to })
        case 'trickle':
          return carryOut((found) => void writeTrickle(response, found, fault.bytesPerSecond))
        case 'wrong-length':
          return carryOut((found) => writeBytes(response, found, fault.says))
        case 'truncated':
          return carryOut((found) => {
            const half = found.bytes.subarray(0, Math.floor(found.bytes.byteLength / 2))
            writeBytes(response, { ...found, bytes: half }, found.bytes.byteLength)
          })
        case 'cut-before':
        case 'cut-after':
          response.destroy()
          return
        case 'hang':
          return
      }
    },
  }
}
