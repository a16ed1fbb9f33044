// There never is a webhook: the sandbox only knows polling.

import type { WebhookInfo } from 'grammy/types'

import type { Cloud } from '../cloud.ts'
import { flagParam, type Params } from '../params.ts'

/** https://core.telegram.org/bots/api#deletewebhook */
export function deleteWebhook(cloud: Cloud, params: Params): true {
  if (flagParam(params, 'drop_pending_updates')) cloud.updates.dropAll()
  return true
}

interface PollingInfo extends Omit<WebhookInfo, 'allowed_updates'> {
  readonly allowed_updates?: readonly string[]
}

/** https://core.telegram.org/bots/api#getwebhookinfo */
export function getWebhookInfo(cloud: Cloud): PollingInfo {
  const { pending, allowed } = cloud.updates
  return {
    url: '',
    has_custom_certificate: false,
    pending_update_count: pending,
    ...(allowed !== undefined && { allowed_updates: allowed }),
  }
}
