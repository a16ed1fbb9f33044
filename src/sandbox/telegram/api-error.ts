import type { ResponseParameters } from 'grammy/types'

/** A refusal as the Bot API phrases it: https://core.telegram.org/bots/api#making-requests */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: number
  readonly parameters: ResponseParameters | undefined

  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(what: string): ApiError {
  return new ApiError(400, `Bad Request: ${what}`)
}

export function forbidden(what: string): ApiError {
  return new ApiError(403, `Forbidden: ${what}`)
}

/** The Bot API asks to wait in whole seconds: https://core.telegram.org/bots/api#responseparameters */
export function tooManyRequests(retryAfterMs: number): ApiError {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000))
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}
