import type { Capabilities } from '../../src/core/capabilities.ts'
import { hostedMedia, localMedia } from './media-capabilities.ts'
import { allowedReactions } from './reactions.ts'
import { textOfAtMost } from './text-capability.ts'

/** Those of the Bot API that Telegram hosts. */
export const telegramCapabilities: Capabilities = {
  // https://core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing"
  text: textOfAtMost(4096),
  media: hostedMedia,
  // https://core.telegram.org/bots/api#sendchataction
  typingLastsMs: 5000,
  // No kind of update tells of a deletion in a private chat: https://core.telegram.org/bots/api#update
  tellsDeletions: false,
  // "As non-premium users, bots can set up to one reaction per message": https://core.telegram.org/bots/api#setmessagereaction
  reactions: { most: 1, allowed: allowedReactions },
  // The Bot API has no key that makes a repeated sendMessage harmless.
  afterUnknown: { kind: 'repeat-once' },
}

/** Those of a Bot API server of one's own in local mode: https://core.telegram.org/bots/api#using-a-local-bot-api-server */
export const localTelegramCapabilities: Capabilities = {
  ...telegramCapabilities,
  media: localMedia,
}
