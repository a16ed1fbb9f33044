import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { type Params, textParam } from '../params.ts'

/** https://core.telegram.org/bots/api#answercallbackquery */
export function answerCallbackQuery(cloud: Cloud, params: Params): true {
  if ((textParam(params, 'text') ?? '').length > 200) throw badRequest('MESSAGE_TOO_LONG')
  if (!cloud.queries.answer(textParam(params, 'callback_query_id') ?? '')) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  return true
}
