import type { SeenMessage } from '../person.ts'

/** What Telegram's app knows of a message besides what both apps do. */
export interface TelegramSeenMessage extends SeenMessage {
  /** The app has opened a reply to it, with these words in the empty field, until it is answered or a newer one asks. */
  readonly asksReply?: { readonly placeholder: string } | undefined
  /** The app lets nobody forward, copy or save it. */
  readonly isProtected?: boolean | undefined
}
