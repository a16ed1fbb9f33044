import type { Fault, FaultRule } from '../server.ts'
import { apiErrors } from './api-error.ts'
import { formError } from './form-error.ts'
import type { Answer } from './route.ts'

interface ArmedRule {
  readonly rule: FaultRule
  left: number
}

/** What the bot does in a chat, the indication that it types apart. */
const sendingKinds: ReadonlySet<string> = new Set([
  'POST message',
  'PATCH message',
  'DELETE message',
  'PUT reaction',
  'DELETE reaction',
])

/** What happens to files alone, whether or not the rule says so. */
const fileFaults: ReadonlySet<Fault['kind']> = new Set([
  'trickle',
  'wrong-length',
  'truncated',
  'redirect',
])

/** The faults that wait for a request, in the order in which they were injected. */
export class FaultRules {
  readonly #armed = new Set<ArmedRule>()

  inject(rule: FaultRule): void {
    const { fault, method = 'GET file' } = rule
    if (fileFaults.has(fault.kind) && method !== 'GET file')
      throw new Error(`The fault ${fault.kind} is for files, not for ${method}.`)
    this.#armed.add({ rule, left: rule.times ?? 1 })
  }

  clear(): void {
    this.#armed.clear()
  }

  take(kind: string, personId: string | undefined): Fault | undefined {
    for (const armed of this.#armed) {
      const { method, person, fault } = armed.rule
      const isMeant = fileFaults.has(fault.kind) ? kind === 'GET file' : sendingKinds.has(kind)
      if (method === undefined ? !isMeant : method !== kind) continue
      if (person !== undefined && person.id !== personId) continue
      armed.left -= 1
      if (armed.left <= 0) this.#armed.delete(armed)
      return fault
    }
    return undefined
  }
}

export const htmlPage =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been blocked</h1></body></html>\n'

/** What is answered instead of carrying the request out; `undefined` for faults of the connection and of files. */
export function faultAnswer(fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case 'rate-limited':
      return rateLimited(fault.retryAfterMs, fault.scope === 'platform')
    case 'rejected':
      return failed(formError(['content'], 'SANDBOX_FAULT', 'Refused because a test asked for it.'))
    case 'server-error':
      return failed(apiErrors.serverError())
    case 'unauthorized':
      return failed(apiErrors.unauthorized())
    case 'html':
      return { status: 403, body: htmlPage }
    case 'cut-before':
    case 'cut-after':
    case 'hang':
    case 'trickle':
    case 'wrong-length':
    case 'truncated':
    case 'redirect':
    case 'partial-album':
      return undefined
  }
}

export function failed(error: { readonly status: number; readonly body: object }): Answer {
  return { status: error.status, body: error.body }
}

/** The header rounds up to whole seconds, the body does not: https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function rateLimited(retryAfterMs: number, isGlobal: boolean): Answer {
  const seconds = retryAfterMs / 1000
  const bucket = {
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': ((Date.now() + retryAfterMs) / 1000).toFixed(3),
    'x-ratelimit-reset-after': seconds.toFixed(3),
    'x-ratelimit-scope': 'user',
  }
  return {
    status: 429,
    body: {
      message: 'You are being rate limited.',
      code: 0,
      retry_after: seconds,
      global: isGlobal,
    },
    headers: {
      'retry-after': String(Math.ceil(seconds)),
      ...(isGlobal ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' } : bucket),
    },
  }
}
