import type { Capabilities, TextCapability } from '../../src/core/capabilities.ts'
import { escapable } from './escape.ts'
import { mediaCapability } from './media-capability.ts'

/** A zero-width space may stand before each of a range's two marks: see format.ts. */
const apart = 2

/** https://docs.discord.com/developers/resources/message#create-message: 2,000 characters, markdown included. */
const text: TextCapability = {
  maxLength: 2000,
  escaped: escapable,
  marks: {
    bold: 4 + apart,
    italic: 2 + apart,
    underline: 4 + apart,
    strike: 4 + apart,
    spoiler: 4 + apart,
    // Two fences of two, and a space beside a backtick at either end.
    code: 6 + apart,
    // Two fences of three, a language of at most 20, two line breaks, and these two lines' marks inside a quote.
    pre: 6 + 20 + 2 + 4 + apart,
    // A quote within a line gets lines of its own.
    quote: 2,
  },
  quoteLineMark: 2,
}

export const discordCapabilities: Capabilities = {
  text,
  // What is said with files is the text of their message.
  media: mediaCapability(text),
  // https://docs.discord.com/developers/resources/channel#trigger-typing-indicator
  typingLastsMs: 10_000,
  tellsDeletions: true,
  // Of all who react together: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes, 30010.
  reactions: { most: 20, allowed: 'any' },
  /**
   * `enforce_nonce` makes the second of two equal nonces return the first message, "in the past few minutes"; a minute is surely within.
   * https://docs.discord.com/developers/resources/message#create-message
   */
  afterUnknown: { kind: 'repeat-by-key', windowMs: 60_000 },
}
