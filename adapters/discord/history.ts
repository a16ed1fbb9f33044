import {
  RequestMethod,
  Routes,
  type APIMessage,
  type RESTGetAPIChannelMessagesResult,
} from 'discord.js'

import type { Api } from './api.ts'
import { bySnowflake } from './ids.ts'

/** The most that Discord gives at once: https://docs.discord.com/developers/resources/message#get-channel-messages */
export const pageSize = 100

/** The messages right after `after`, oldest first; Discord lists the newest first. */
export async function readPage(
  api: Api,
  channelId: string,
  after: string,
  signal: AbortSignal,
): Promise<readonly APIMessage[]> {
  const page = await api<RESTGetAPIChannelMessagesResult>({
    name: 'GET messages',
    method: RequestMethod.Get,
    route: Routes.channelMessages(channelId),
    query: new URLSearchParams({ after, limit: String(pageSize) }),
    signal,
  })
  return page.toSorted(bySnowflake)
}
