// A link that the app shows as a GIF: at once, later, and when it is none.

import { describe, expect, it } from 'vitest'

import { fromEdit } from '../../../adapters/discord/inbound.ts'
import {
  annId,
  attachment,
  contentOf,
  dmId,
  gif,
  gifEmbed,
  link,
  message,
  messageId,
  text,
  us,
} from './heard-messages.ts'

describe('a GIF of another site', () => {
  it('is what a link to it alone shows', () => {
    expect(contentOf({ content: ` ${link}\n`, embeds: [gifEmbed()] })).toEqual(gif)
  })

  it.each([
    ['words beside it', { content: `look ${link}`, embeds: [gifEmbed()] }],
    ['two of them', { content: link, embeds: [gifEmbed(), gifEmbed()] }],
    ['another kind of preview', { content: link, embeds: [{ ...gifEmbed(), type: 'video' }] }],
    ['no video', { content: link, embeds: [{ type: 'gifv', url: link }] }],
    ['no copy of Discord’s', { content: link, embeds: [gifEmbed({ url: 'https://t.co/x' })] }],
    [
      'a copy of the site itself',
      { content: link, embeds: [gifEmbed({ proxy_url: 'https://media.tenor.com/x' })] },
    ],
    [
      'a copy of a lookalike',
      {
        content: link,
        embeds: [gifEmbed({ proxy_url: 'https://images-ext-1.discordapp.net.evil.example/x' })],
      },
    ],
    [
      'a copy that is not secured',
      { content: link, embeds: [gifEmbed({ proxy_url: 'http://media.discordapp.net/x' })] },
    ],
    [
      'a copy at another port',
      { content: link, embeds: [gifEmbed({ proxy_url: 'https://media.discordapp.net:8443/x' })] },
    ],
    ['no address', { content: link, embeds: [gifEmbed({ proxy_url: 'cat.mp4' })] }],
  ])('with %s stays a link', (_what, more) => {
    expect(contentOf(more)).toEqual({ kind: 'text', text: text(more.content) })
  })

  it('that Discord finds only later changes the text that was told', () => {
    const later = message({ content: link, embeds: [gifEmbed()], edited_timestamp: null })
    expect(fromEdit(later, us)).toEqual({
      sender: { platform: 'discord', id: annId, address: `${annId}/${dmId}`, handle: 'annabel' },
      seenKey: `gif:${messageId}:`,
      position: undefined,
      event: { kind: 'edited', ref: messageId, content: gif },
    })
  })

  it('that Discord finds in an edit that was told before is told as well', () => {
    const editedAt = '2026-01-02T03:04:05.678000+00:00'
    const edit = { content: link, edited_timestamp: editedAt }
    expect(fromEdit(message(edit), us)?.seenKey).toBe(`edit:${messageId}:${editedAt}`)
    expect(fromEdit(message({ ...edit, embeds: [gifEmbed()] }), us)).toMatchObject({
      seenKey: `gif:${messageId}:${editedAt}`,
      event: { content: gif },
    })
  })

  it.each([
    ['of a page', { content: link, embeds: [{ type: 'article' }] }],
    ['of a GIF among words', { content: `look ${link}`, embeds: [gifEmbed()] }],
    ['under files', { content: link, embeds: [gifEmbed()], attachments: [attachment()] }],
  ])('is not what a preview %s is', (_what, more) => {
    expect(fromEdit(message({ ...more, edited_timestamp: null }), us)).toBeUndefined()
  })
})
