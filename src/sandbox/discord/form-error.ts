import type { z } from 'zod'
import { ApiError } from './api-error.ts'

/** A refusal that names the field: https://docs.discord.com/developers/reference#error-messages */
export function formError(path: readonly PropertyKey[], code: string, message: string): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', nest(path, { _errors: [{ code, message }] }))
}

/** The body as `schema` says it is, or a refusal that names its first bad field. */
export function parseForm<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw formError(issue?.path ?? [], codeOf(issue?.code), issue?.message ?? 'Invalid')
}

function codeOf(code: string | undefined): string {
  switch (code) {
    case 'too_big':
      return 'BASE_TYPE_MAX_LENGTH'
    case 'too_small':
      return 'BASE_TYPE_MIN_LENGTH'
    case 'invalid_type':
      return 'BASE_TYPE_REQUIRED'
    default:
      return 'BASE_TYPE_CHOICES'
  }
}

function nest(path: readonly PropertyKey[], leaf: object): object {
  return path.reduceRight<object>((inner, key) => ({ [key]: inner }), leaf)
}
