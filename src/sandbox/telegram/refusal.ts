import { ApiError } from './api-error.ts'
import type { Answer } from './answer.ts'

/** Anything but an ApiError is a defect of the sandbox, and is told as such. */
export function refusal(error: unknown): Answer {
  if (!(error instanceof ApiError)) throw error
  const { code, message, parameters } = error
  const body = { ok: false, error_code: code, description: message }
  return {
    kind: 'json',
    status: code,
    body: parameters === undefined ? body : { ...body, parameters },
  }
}
