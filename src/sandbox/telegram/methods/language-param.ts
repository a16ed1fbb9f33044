import { badRequest } from '../api-error.ts'
import { type Params, textParam } from '../params.ts'

/** "A two-letter ISO 639-1 language code", or empty for everybody else: https://core.telegram.org/bots/api#setmycommands */
export function languageParam(params: Params): string {
  const code = textParam(params, 'language_code') ?? ''
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw badRequest('invalid language code specified')
  return code
}
