// What is done to messages that were said before, as Discord's events tell it.

import { describe, expect, it } from 'vitest'

import { createCdn } from '../../../adapters/discord/cdn.ts'
import { fromDeletion, fromEdit, fromReaction } from '../../../adapters/discord/inbound.ts'
import { senderAt } from '../../../adapters/discord/ids.ts'
import { address } from '../../../src/core/address.ts'

const botId = '1090000000000000001'
const us = { botId, cdn: createCdn('https://discord.com/api') }
const annId = '1100000000000000001'
const dmId = '1100000000000000002'
const messageId = '1100000000000000003'
const sender = { platform: 'discord', id: annId, address: `${annId}/${dmId}` }
const editedAt = '2026-01-02T03:04:05.678000+00:00'

type Update = Parameters<typeof fromEdit>[0]
type Reaction = Parameters<typeof fromReaction>[1]

const user = {
  id: annId,
  username: 'annabel',
  discriminator: '0',
  global_name: 'Annabel',
  avatar: null,
}

const update = (more: object = {}): Update => ({
  id: messageId,
  channel_id: dmId,
  channel_type: 1,
  author: user,
  content: 'hello **again**',
  type: 0,
  attachments: [],
  edited_timestamp: editedAt,
  ...more,
})

const reaction = (more: object = {}): Reaction => ({
  user_id: annId,
  channel_id: dmId,
  message_id: messageId,
  emoji: { id: null, name: '❤️' },
  burst: false,
  type: 0,
  ...more,
})

describe('a changed message', () => {
  it('is told with its present content, once for each time of change, and at no place of the chat', () => {
    expect(fromEdit(update(), us)).toEqual({
      sender: { ...sender, handle: 'annabel' },
      seenKey: `edit:${messageId}:${editedAt}`,
      position: undefined,
      event: {
        kind: 'edited',
        ref: messageId,
        content: {
          kind: 'text',
          text: { text: 'hello again', ranges: [{ start: 6, end: 11, format: { kind: 'bold' } }] },
        },
      },
    })
  })

  it('stays words when it is changed into a command', () => {
    expect(fromEdit(update({ content: '/stop' }), us)?.event).toMatchObject({
      kind: 'edited',
      content: { kind: 'text', text: { text: '/stop' } },
    })
  })

  it.each([
    ['by an embed that has loaded', { edited_timestamp: null, embeds: [{}] }],
    ['without a word of when', { edited_timestamp: undefined }],
    ['without its content', { content: undefined }],
    ['without its author', { author: undefined }],
    ['without its attachments', { attachments: undefined }],
    ['in a server', { guild_id: '1' }],
    ['in a group', { channel_type: 3 }],
    ['of a bot', { author: { ...user, bot: true } }],
    ['of ours', { author: { ...user, id: botId } }],
    ['of a webhook', { webhook_id: '5' }],
    ['about a pin', { type: 6 }],
  ])('%s is not for us', (_how, more) => {
    expect(fromEdit(update(more), us)).toBeUndefined()
  })
})

describe('a deletion', () => {
  it('names the message, and is told once', () => {
    const owner = senderAt(address(`${annId}/${dmId}`))
    expect(fromDeletion(messageId, owner)).toEqual({
      sender,
      seenKey: `delete:${messageId}`,
      position: undefined,
      event: { kind: 'deleted', refs: [messageId] },
    })
  })
})

describe('a reaction', () => {
  it.each(['added', 'removed'] as const)('that is %s is told, as often as it is heard', (kind) => {
    expect(fromReaction(kind, reaction(), botId)).toEqual({
      sender,
      seenKey: undefined,
      position: undefined,
      event: { kind: 'reacted', ref: messageId, reaction: { kind, emoji: '❤️' } },
    })
  })

  it.each([
    ['of ours', { user_id: botId }],
    ['in a server', { guild_id: '1' }],
    ['with a server’s own emoji', { emoji: { id: '1100000000000000007', name: 'blob' } }],
    ['with an emoji that is gone', { emoji: { id: '1100000000000000007', name: null } }],
    ['with nothing', { emoji: { id: null, name: null } }],
  ])('%s is not for us', (_which, more) => {
    expect(fromReaction('added', reaction(more), botId)).toBeUndefined()
  })
})
