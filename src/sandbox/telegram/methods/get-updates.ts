import type { Cloud } from '../cloud.ts'
import type { ToldUpdate } from '../update-queue.ts'
import { integerParam, type Params, structureParam } from '../params.ts'
import type { Connection } from './method.ts'

const longestPollS = 50

/** https://core.telegram.org/bots/api#getupdates */
export function getUpdates(
  cloud: Cloud,
  params: Params,
  connection: Connection,
): Promise<readonly ToldUpdate[]> {
  const timeoutS = integerParam(params, 'timeout') ?? 0
  const limit = integerParam(params, 'limit') ?? 100
  const allowed = structureParam(params, 'allowed_updates', 'allowed updates')
  return cloud.updates.poll({
    offset: integerParam(params, 'offset') ?? 0,
    limit: limit >= 1 && limit <= 100 ? limit : 100,
    timeoutMs: Math.min(timeoutS, longestPollS) * 1000,
    allowed: Array.isArray(allowed) ? allowed.map(String) : undefined,
    onClose: (listener) => connection.onClose(listener),
  })
}
