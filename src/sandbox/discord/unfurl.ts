import type { Dm } from './dm.ts'
import { messageFlag } from './wire-message.ts'

/** Adds the preview of a link, as Discord does a moment after a message: an update without an edit by anybody. */
export function unfurl(dm: Dm, messageId: string): void {
  const message = dm.find(messageId)
  if (message === undefined) throw new Error(`There is no message ${messageId}.`)
  if (message.flags & messageFlag.suppressEmbeds) {
    throw new Error(`Message ${messageId} is to have no embeds.`)
  }
  const [url = 'https://example.org/'] = /https?:\/\/\S+/.exec(message.content) ?? []
  const embed = { type: 'article', url, title: 'A page', description: 'What the page says.' }
  dm.edit(messageId, { embeds: [...message.embeds, embed] })
}
