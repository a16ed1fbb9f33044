// Everything that the platform remembers, shared by its methods and its people.

import type { BotCommand, User, UserFromGetMe } from 'grammy/types'

import { CallbackQueries } from './callback-queries.ts'
import { FileStore } from './files/file-store.ts'
import type { PrivateChat } from './private-chat.ts'
import { UpdateQueue } from './update-queue.ts'

export interface Cloud {
  readonly bot: UserFromGetMe
  readonly now: () => number
  readonly updates: UpdateQueue
  readonly queries: CallbackQueries
  readonly files: FileStore
  /** By the person's id, which is the chat's. */
  readonly chats: Map<number, PrivateChat>
  /** By scope and language. */
  readonly commands: Map<string, readonly BotCommand[]>
  /** Name and descriptions, by field and language. */
  readonly profile: Map<string, string>
  findUser(id: number): User | undefined
  nextMessageId(): number
}

/** The same at every start: a database is stamped with the bot's id. */
export const botId = 7_000_000_001

const startOf2020 = Date.UTC(2020, 0, 1)

export function createCloud(now: () => number, localMode: boolean): Cloud {
  // One counter over all chats, and never an id twice, not even after a restart, as long as the bot sees less than a message a second.
  let messageId = Math.max(1, Math.floor((now() - startOf2020) / 1000))
  const chats = new Map<number, PrivateChat>()
  return {
    bot: {
      id: botId,
      is_bot: true,
      first_name: 'Sandbox',
      username: 'sandbox_stranger_bot',
      can_join_groups: false,
      can_read_all_group_messages: false,
      can_manage_bots: false,
      supports_inline_queries: false,
      supports_guest_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
      has_topics_enabled: false,
      allows_users_to_create_topics: false,
      supports_join_request_queries: false,
    },
    now,
    updates: new UpdateQueue(now),
    queries: new CallbackQueries(now),
    files: new FileStore({ now, localMode }),
    chats,
    commands: new Map(),
    profile: new Map(),
    findUser: (id) => chats.get(id)?.user,
    nextMessageId() {
      messageId += 1
      return messageId
    },
  }
}

/** Message dates are Unix time in seconds: https://core.telegram.org/bots/api#message */
export function secondsNow(cloud: Cloud): number {
  return Math.floor(cloud.now() / 1000)
}
