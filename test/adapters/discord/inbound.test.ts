import type { APIInteraction, APIMessage, GatewayTypingStartDispatchData } from 'discord.js'
import { describe, expect, it } from 'vitest'

import { createCdn } from '../../../adapters/discord/cdn.ts'
import {
  fromInteraction,
  fromMessage,
  fromTyping,
  type HeardMessage,
} from '../../../adapters/discord/inbound.ts'

const botId = '1090000000000000001'
const us = { botId, cdn: createCdn('https://discord.com/api') }
const annId = '1100000000000000001'
const dmId = '1100000000000000002'
const messageId = '1100000000000000003'
const user = {
  id: annId,
  username: 'annabel',
  discriminator: '0',
  global_name: 'Annabel',
  avatar: null,
}

const message = (more: object = {}): HeardMessage => {
  const whole: Partial<HeardMessage> = {
    id: messageId,
    channel_id: dmId,
    channel_type: 1,
    author: user,
    content: 'hello',
    type: 0,
    attachments: [],
    ...more,
  }
  return whole as HeardMessage
}

const interaction = (more: object = {}): APIInteraction =>
  ({
    id: '1100000000000000009',
    token: 't',
    application_id: botId,
    type: 3,
    context: 1,
    user,
    channel: { id: dmId, type: 1 },
    data: { component_type: 2, custom_id: 'go' },
    message: { id: messageId } as APIMessage,
    ...more,
  }) as unknown as APIInteraction

const typing = (more: object = {}): GatewayTypingStartDispatchData => ({
  channel_id: dmId,
  user_id: annId,
  timestamp: 1,
  ...more,
})

const chat = { platform: 'discord', id: annId, address: `${annId}/${dmId}` }
/** Of all that Discord says about somebody, this and no more. */
const sender = { ...chat, handle: 'annabel' }

describe('a message', () => {
  it('is words in somebody’s DM', () => {
    expect(fromMessage(message(), us)).toEqual({
      sender,
      seenKey: `create:${messageId}`,
      position: messageId,
      event: {
        kind: 'message',
        ref: messageId,
        content: { kind: 'text', text: { text: 'hello', ranges: [] } },
        replyTo: undefined,
      },
    })
  })

  // The id is the example of https://docs.discord.com/developers/reference#snowflakes
  it('names when the message that it answers was posted', () => {
    const reference = { type: 0, channel_id: dmId, message_id: '175928847299117063' }
    const inbound = fromMessage(message({ type: 19, message_reference: reference }), us)
    expect(inbound?.event).toMatchObject({
      replyTo: { ref: reference.message_id, at: 1_462_015_105_796 },
    })
  })

  it.each([
    ['in a server', { guild_id: '1' }],
    ['in a group', { channel_type: 3 }],
    ['of a bot', { author: { ...user, bot: true } }],
    ['of Discord itself', { author: { ...user, system: true } }],
    ['of ours', { author: { ...user, id: botId } }],
    ['of a webhook', { webhook_id: '5' }],
    ['about a call', { type: 3 }],
    ['about a pin', { type: 6 }],
    ['about the end of a poll', { type: 46 }],
  ])('%s is not for us', (_where, more) => {
    expect(fromMessage(message(more), us)).toBeUndefined()
  })

  it('counts without the type of its channel, as history has it', () => {
    expect(fromMessage(message({ channel_type: undefined }), us)?.sender).toEqual(sender)
  })

  it.each([
    ['/find', 'find'],
    ['  /STOP now', 'stop'],
  ])('%j is a command', (content, command) => {
    expect(fromMessage(message({ content }), us)?.event).toEqual({
      kind: 'command',
      command,
      replyTo: undefined,
    })
  })

  it.each(['/unknown', 'say /find', '/ find'])('%j is words', (content) => {
    expect(fromMessage(message({ content }), us)?.event.kind).toBe('message')
  })

  it.each([
    ['of a type that is added tomorrow', { content: 'x', type: 77 }],
    ['of an embed alone', { content: '', embeds: [{ type: 'rich' }] }],
    ['of nothing', { content: ' ' }],
    [
      'of a sticker that is made tomorrow',
      { content: '', sticker_items: [{ id: '7', name: 'x', format_type: 9 }] },
    ],
    [
      'that forwards what is not told',
      { content: '', message_reference: { type: 1, channel_id: '7', message_id: '8' } },
    ],
  ])('%s is refused', (_of, more) => {
    expect(fromMessage(message(more), us)?.event).toMatchObject({
      content: { kind: 'refused', what: 'unknown', group: undefined },
    })
  })

  it('of marks around nothing is shown as it was typed', () => {
    expect(fromMessage(message({ content: '** **' }), us)?.event).toMatchObject({
      content: { text: { text: '** **' } },
    })
  })
})

describe('an interaction', () => {
  it('with a button is a tap', () => {
    expect(fromInteraction(interaction())).toEqual({
      sender,
      seenKey: 'interaction:1100000000000000009',
      position: '1100000000000000009',
      event: { kind: 'tap', data: 'go', on: messageId },
    })
  })

  it.each([
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['ru', 'ru'],
    ['ar', 'ar'],
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['uk', 'uk'],
    ['sv-SE', undefined],
  ])('in an app that is set to %s is by somebody whose language is %s', (locale, language) => {
    const inbound = fromInteraction(interaction({ locale }))
    expect(inbound?.sender).toEqual({ ...sender, language })
  })

  it('with an answer in a dialog tells it, blank or not, with what the button was', () => {
    const box = (value: string) => ({ type: 4, id: 2, custom_id: 'answer', value })
    for (const text of ['tea & <@1>', ' ', '']) {
      const data = { custom_id: 'go', components: [{ type: 18, id: 1, component: box(text) }] }
      expect(fromInteraction(interaction({ type: 5, data }))).toEqual({
        sender,
        seenKey: 'interaction:1100000000000000009',
        position: '1100000000000000009',
        event: { kind: 'answered', data: 'go', text, on: messageId },
      })
    }
  })

  it('with an answer whose message is gone is told without it', () => {
    const data = { custom_id: 'go', components: [] }
    const inbound = fromInteraction(interaction({ type: 5, data, message: undefined }))
    expect(inbound?.event).toEqual({ kind: 'answered', data: 'go', text: '', on: undefined })
  })

  it('with a slash command is that command', () => {
    const inbound = fromInteraction(interaction({ type: 2, data: { type: 1, name: 'find' } }))
    expect(inbound?.event).toEqual({ kind: 'command', command: 'find', replyTo: undefined })
  })

  it.each([
    ['in a server', { guild_id: '1', context: 0, user: undefined, member: { user } }],
    ['in a DM of two others', { context: 2 }],
    ['with a menu', { data: { component_type: 3, custom_id: 'go', values: [] } }],
    ['with a command that we do not have', { type: 2, data: { type: 1, name: 'dance' } }],
  ])('%s is not for us', (_where, more) => {
    expect(fromInteraction(interaction(more))).toBeUndefined()
  })
})

describe('typing', () => {
  it('in somebody’s DM is heard and leaves no trace', () => {
    expect(fromTyping(typing(), botId)).toEqual({
      sender: chat,
      seenKey: undefined,
      position: undefined,
      event: { kind: 'typing' },
    })
  })

  it.each([{ guild_id: '1' }, { user_id: botId }])('%j is not for us', (more) => {
    expect(fromTyping(typing(more), botId)).toBeUndefined()
  })
})
