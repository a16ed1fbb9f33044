import type { Capabilities } from '../../src/core/capabilities.ts'
import { allowedReactions } from './reactions.ts'

/** https://core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing"; entities cost nothing of it. */
export const telegramCapabilities: Capabilities = {
  text: {
    maxLength: 4096,
    escaped: '',
    marks: { bold: 0, italic: 0, underline: 0, strike: 0, spoiler: 0, code: 0, quote: 0, pre: 0 },
    quoteLineMark: 0,
  },
  // https://core.telegram.org/bots/api#sendchataction
  typingLastsMs: 5000,
  // No kind of update tells of a deletion in a private chat: https://core.telegram.org/bots/api#update
  tellsDeletions: false,
  // "As non-premium users, bots can set up to one reaction per message": https://core.telegram.org/bots/api#setmessagereaction
  reactions: { most: 1, allowed: allowedReactions },
  // The Bot API has no key that makes a repeated sendMessage harmless.
  afterUnknown: { kind: 'repeat-once' },
}
