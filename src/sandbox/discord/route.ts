import type { Account } from './account.ts'
import type { UploadedFile } from './request-body.ts'

/** One request, as far as its route needs it. */
export interface Call {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly UploadedFile[]
}

export interface Answer {
  readonly status: number
  /** JSON unless it is a string, which is HTML; nothing when left out. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Route {
  /** What faults and records call it, such as `POST message`. */
  readonly kind: string
  readonly verb: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/channels/:channel`; every parameter is one segment. */
  readonly path: string
  /** The path holds a token of its own; the bot's is not asked for. */
  readonly isOpen?: boolean
  /** Whose chat the request is about. */
  addressee(call: Call): Account | undefined
  /** Carries it out, or throws an ApiError. */
  run(call: Call): Answer
}

export const noContent: Answer = { status: 204 }

export function ok(body: unknown): Answer {
  return { status: 200, body }
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? ''
}
