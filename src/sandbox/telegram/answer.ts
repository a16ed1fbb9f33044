// What goes back over HTTP, and how it is written.

import type { ServerResponse } from 'node:http'

import { trickle } from './trickle.ts'

export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'html' }
  /** The connection is destroyed. */
  | { readonly kind: 'cut' }
  /** Nothing is written until the client gives up. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'redirect'; readonly to: string }
  | FileAnswer

export interface FileAnswer {
  readonly kind: 'file'
  readonly bytes: Uint8Array
  /** The length that the header names. Where less comes the connection is cut after it. */
  readonly says: number
  /** All at once where it is left out. */
  readonly bytesPerSecond?: number
}

const html = '<!doctype html><title>Welcome</title><p>Please accept the terms of this network.</p>'

/** `undefined` where nothing is answered. */
export function statusOf(answer: Answer): number | undefined {
  switch (answer.kind) {
    case 'json':
      return answer.status
    case 'html':
    case 'file':
      return 200
    case 'redirect':
      return 302
    case 'cut':
    case 'silence':
      return undefined
  }
}

export function writeAnswer(response: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case 'json':
      return end(response, answer.status, 'application/json', JSON.stringify(answer.body))
    case 'html':
      return end(response, 200, 'text/html; charset=utf-8', html)
    case 'cut':
      response.destroy()
      return
    case 'silence':
      return
    case 'redirect':
      response.writeHead(302, { location: answer.to, 'content-length': 0 }).end()
      return
    case 'file':
      return writeFile(response, answer)
  }
}

function end(response: ServerResponse, status: number, contentType: string, text: string): void {
  const headers = { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }
  response.writeHead(status, headers).end(text)
}

function writeFile(response: ServerResponse, answer: FileAnswer): void {
  const { bytes, says, bytesPerSecond } = answer
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': says,
    // What is not as the header says leaves the connection in no state to be used again.
    ...(says !== bytes.length && { connection: 'close' }),
  })
  const finish = (): void => {
    if (says > bytes.length) response.destroy()
    else response.end()
  }
  if (bytesPerSecond !== undefined) trickle(response, bytes, { bytesPerSecond, finish })
  else response.write(bytes, finish)
}
