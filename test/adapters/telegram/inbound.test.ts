import fc from 'fast-check'
import type { Update } from 'grammy/types'
import { expect, test } from 'vitest'

import { foreignChat, toInbound } from '../../../adapters/telegram/inbound.ts'
import type { RefusedKind } from '../../../src/core/content.ts'
import type { InboundEvent } from '../../../src/core/inbound.ts'
import { must } from '../../../src/lib/must.ts'
import {
  ann,
  annAsSender,
  annsChat,
  channel,
  editUpdate,
  group,
  memberUpdate,
  messageUpdate,
  reactionUpdate,
  tapUpdate,
} from './updates.ts'

const botId = '123456789'
const eventOf = (update: Update): InboundEvent | undefined => toInbound(update, botId)?.event
const said = (fields: Record<string, unknown>): InboundEvent | undefined =>
  eventOf(messageUpdate(1, fields))

test('a text comes in with its sender, its name on the platform and a key that is seen once for ever', () => {
  expect(toInbound(messageUpdate(42, { text: 'hi' }), botId)).toEqual({
    sender: annAsSender,
    seenKey: 'update:123456789:42',
    position: undefined,
    event: {
      kind: 'message',
      ref: '5/1042',
      content: { kind: 'text', text: { text: 'hi', ranges: [] } },
      replyTo: undefined,
    },
  })
})

test('nothing of who the sender is goes further but the id, and username and language in their own places', () => {
  const entities = [{ type: 'text_mention', offset: 0, length: 2, user: ann }]
  const quote = { text: 'Annabel', position: 0 }
  const external = { origin: { type: 'user', date: 1, sender_user: ann } }
  const updates = [
    messageUpdate(1, { text: 'hi', entities, quote, external_reply: external, via_bot: ann }),
    messageUpdate(2, { contact: { phone_number: '1', first_name: 'Annabel' } }),
    messageUpdate(3, { forward_origin: { type: 'user', date: 1, sender_user: ann }, text: 'hi' }),
    tapUpdate(4, { data: 'find' }),
    memberUpdate(5, 'kicked'),
  ]
  for (const update of updates) {
    const { sender, ...told } = must(toInbound(update, botId), 'it tells something')
    const { handle, language, ...rest } = sender
    expect([handle, language]).toEqual(['annabel_leigh', 'de'])
    expect(JSON.stringify({ ...told, rest })).not.toMatch(/annabel|leigh|"de"/i)
  }
})

test.each([
  ['en', 'en'],
  ['es-419', 'es'],
  ['RU', 'ru'],
  ['ar', 'ar'],
  ['pt-br', 'pt'],
  ['zh-hans', 'zh'],
  ['zh_Hant_TW', 'zh'],
  ['nl', undefined],
  ['arz', undefined],
  ['', undefined],
  [undefined, undefined],
])('whose app is set to %s tells it as %s, whatever they do', (tag, language) => {
  const { language_code: _, ...nobody } = ann
  const from = { ...nobody, ...(tag !== undefined && { language_code: tag }) }
  const { my_chat_member: member } = memberUpdate(4, 'kicked')
  const updates = [
    messageUpdate(1, { text: 'hi', from }),
    editUpdate(2, { text: 'hi', from }),
    reactionUpdate(3, [], { user: from }),
    { update_id: 4, my_chat_member: { ...must(member, 'they block'), from } },
    tapUpdate(5, { data: 'find', from }),
  ]
  for (const update of updates) expect(toInbound(update, botId)?.sender.language).toBe(language)
})

test('who has no username has no handle', () => {
  const { username: _, ...from } = ann
  const told = toInbound(messageUpdate(1, { text: 'hi', from }), botId)
  expect(told?.sender).toEqual({ platform: 'telegram', id: '5', address: '5', language: 'de' })
})

test.each([
  ['/start', 'start'],
  ['/start invite-code_1', 'start'],
  ['/STOP', 'stop'],
  ['/next@test_bot', 'next'],
])('the text %j is the command %s', (text, command) => {
  expect(said({ text })).toEqual({ kind: 'command', command, replyTo: undefined })
})

test('a text that merely looks like a command is said', () => {
  expect(said({ text: '/shrug' })).toMatchObject({ kind: 'message', content: { kind: 'text' } })
})

test('a reply names the message that it answers and when that was posted', () => {
  const replied = { message_id: 7, date: 1_699_000_000, chat: annsChat, text: 'earlier' }
  expect(said({ text: 'yes', reply_to_message: replied })).toMatchObject({
    replyTo: { ref: '5/7', at: 1_699_000_000_000 },
  })
})

test('a reply to a message of another chat is a text without a mark', () => {
  const origin = { type: 'hidden_user', sender_user_name: 'X', date: 1 }
  expect(said({ text: 'yes', external_reply: { origin } })).toMatchObject({
    content: { kind: 'text' },
    replyTo: undefined,
  })
})

const refused: readonly (readonly [RefusedKind, Record<string, unknown>])[] = [
  ['contact', { contact: { phone_number: '1', first_name: 'x' } }],
  ['contact', { contact: { phone_number: '1' }, forward_origin: { type: 'user', date: 1 } }],
  ['story', { story: { id: 1 } }],
  ['game', { game: { title: 'x' }, photo: [{ file_id: 'f', file_unique_id: 'u' }] }],
  ['invoice', { invoice: { title: 'x' } }],
  ['paid-media', { paid_media: { star_count: 1 }, caption: 'x' }],
  ['giveaway', { giveaway: { winner_count: 1 } }],
  ['giveaway', { giveaway_winners: { winner_count: 1 } }],
  ['checklist', { checklist: { title: 'x' } }],
  ['unknown', { hologram: { depth: 3 } }],
  ['unknown', { hologram: { depth: 3 }, text: 'see my hologram' }],
  ['unknown', { hologram: { depth: 3 }, forward_origin: { type: 'user', date: 1 } }],
  ['unknown', { photo: [] }],
  ['unknown', {}],
]

test.each(refused)('a message of kind %s is refused by that name: %j', (what, fields) => {
  expect(said(fields)).toMatchObject({
    kind: 'message',
    content: { kind: 'refused', what, group: undefined },
  })
})

test('the items of an album that is refused share its name', () => {
  expect(said({ paid_media: {}, media_group_id: '88' })).toMatchObject({
    content: { kind: 'refused', what: 'paid-media', group: '88' },
  })
})

test('a mark on the envelope that nobody knows yet does not silence a text', () => {
  expect(said({ text: 'hi', is_levitating: true, levitation_height: 3 })).toMatchObject({
    content: { kind: 'text' },
  })
})

test('a text found through an inline bot is a text', () => {
  const via = { id: 9, is_bot: true, first_name: 'gif' }
  expect(said({ text: 'hi', via_bot: via })).toMatchObject({ content: { kind: 'text' } })
})

test.each(['pinned_message', 'message_auto_delete_timer_changed', 'chat_background_set', 'gift'])(
  'the service message %s says nothing',
  (field) => {
    expect(said({ [field]: {} })).toBeUndefined()
  },
)

test('a tap comes with its data and the message that carries it', () => {
  expect(eventOf(tapUpdate(1, { data: 'find' }))).toEqual({
    kind: 'tap',
    data: 'find',
    on: '5/900',
  })
})

test('a tap on a message that Telegram has forgotten still counts', () => {
  const { message: _, ...query } = tapUpdate(1, { data: 'find' }).callback_query ?? {}
  const update: Update = JSON.parse(JSON.stringify({ update_id: 1, callback_query: query }))
  expect(toInbound(update, botId)).toMatchObject({
    sender: { address: '5' },
    event: { kind: 'tap', data: 'find', on: undefined },
  })
})

test('a tap on a message of a group, of another bot or without data is nothing', () => {
  const inGroup = { message_id: 1, date: 1, chat: group, text: 'x' }
  expect(eventOf(tapUpdate(1, { data: 'find', message: inGroup }))).toBeUndefined()
  expect(eventOf(tapUpdate(1, { data: 'find', inline_message_id: 'x' }))).toBeUndefined()
  expect(eventOf(tapUpdate(1, { game_short_name: 'x' }))).toBeUndefined()
})

test('blocking the bot and taking it back are told', () => {
  expect(eventOf(memberUpdate(1, 'kicked'))).toEqual({ kind: 'blocked' })
  expect(eventOf(memberUpdate(1, 'member'))).toEqual({ kind: 'unblocked' })
})

test('groups, channels, other bots and kinds of update that were not asked for are nobody', () => {
  expect(said({ text: 'hi', chat: group })).toBeUndefined()
  expect(said({ text: 'hi', from: { ...ann, is_bot: true } })).toBeUndefined()
  expect(eventOf(memberUpdate(1, 'member', group))).toBeUndefined()
  expect(eventOf({ update_id: 1 })).toBeUndefined()
  const { message: post } = messageUpdate(1, { text: 'hi', chat: channel })
  const inChannel: Update = JSON.parse(JSON.stringify({ update_id: 1, channel_post: post }))
  expect(eventOf(inChannel)).toBeUndefined()
})

test('a group or channel that the bot finds itself in is named, and whether it is still in it', () => {
  expect(foreignChat(messageUpdate(1, { text: 'hi', chat: group }))).toEqual({
    id: -100,
    isIn: true,
  })
  expect(foreignChat(memberUpdate(1, 'member', channel))).toEqual({ id: -200, isIn: true })
  expect(foreignChat(memberUpdate(1, 'left', group))).toEqual({ id: -100, isIn: false })
  expect(foreignChat(messageUpdate(1, { text: 'hi' }))).toBeUndefined()
  expect(foreignChat(memberUpdate(1, 'kicked'))).toBeUndefined()
})

test('no message in a private chat breaks the reading of it', () => {
  const anyValue = fc.jsonValue({ maxDepth: 2 })
  fc.assert(
    fc.property(fc.dictionary(fc.string(), anyValue), fc.string(), (fields, text) => {
      const {
        chat: _chat,
        from: _from,
        message_id: _id,
        date: _date,
        entities: _entities,
        ...rest
      } = fields
      const event = said({ ...rest, text })
      if (event !== undefined) expect(['message', 'command']).toContain(event.kind)
    }),
  )
})
