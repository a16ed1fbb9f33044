import { expect, test } from 'vitest'

import { botIdOf, messageIdOf, refOf } from '../../../adapters/telegram/ids.ts'
import { toRequest } from '../../../adapters/telegram/outbound.ts'
import { StartError } from '../../../src/adapter.ts'
import type { Action, Delivery } from '../../../src/core/action.ts'
import { address, ref } from '../../../src/core/address.ts'
import type { Buttons } from '../../../src/core/button.ts'
import { DeliveryError } from '../../../src/core/delivery-error.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { outgoing } from './outgoing.ts'

const kinds = [
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video-note',
  'sticker',
  'document',
] as const

const to = (action: Action): Delivery => ({ to: address('5'), key: 'k', action })
const send = (more: Partial<Extract<Action, { kind: 'send' }>>): Delivery =>
  to({ kind: 'send', text: plain('hi'), buttons: [], replyTo: undefined, ...more })

const buttons: Buttons = [
  [
    { label: 'Yes', data: 'yes', style: 'primary' },
    { label: 'No', data: 'no', style: 'danger' },
  ],
  [{ label: 'Hm', data: 'hm', style: 'plain' }],
]
const keyboard = [
  [
    { text: 'Yes', callback_data: 'yes', style: 'primary' },
    { text: 'No', callback_data: 'no', style: 'danger' },
  ],
  [{ text: 'Hm', callback_data: 'hm' }],
]

test('a text goes out with its entities, without previews, and without anything to escape', () => {
  const text = {
    text: '<b>*hi*',
    ranges: [{ start: 0, end: 3, format: { kind: 'bold' } }],
  } as const
  expect(toRequest(send({ text }))).toEqual({
    method: 'sendMessage',
    payload: {
      chat_id: 5,
      text: '<b>*hi*',
      entities: [{ type: 'bold', offset: 0, length: 3 }],
      link_preview_options: { is_disabled: true },
    },
  })
})

test('a reply is marked, and arrives unmarked where the answered message is gone', () => {
  expect(toRequest(send({ replyTo: ref('5/31') })).payload).toMatchObject({
    reply_parameters: { message_id: 31, allow_sending_without_reply: true },
  })
  expect(toRequest(send({ replyTo: ref('nonsense') })).payload).not.toHaveProperty(
    'reply_parameters',
  )
})

test('what asks for a reply opens one, with the placeholder in it and without buttons', () => {
  const asksReply = { placeholder: 'Your topic' }
  expect(toRequest(send({ asksReply, buttons })).payload).toMatchObject({
    reply_markup: { force_reply: true, input_field_placeholder: 'Your topic' },
  })
})

test.each([
  ['x'.repeat(64), 'x'.repeat(64)],
  ['x'.repeat(65), 'x'.repeat(64)],
  [`${'x'.repeat(63)}🦖`, 'x'.repeat(63)],
  [`${'x'.repeat(60)} yes`, `${'x'.repeat(60)} yes`],
  [`${'x'.repeat(60)} perhaps`, 'x'.repeat(60)],
  ['  what? \ud800 ', 'what? \ufffd'],
])('the placeholder %j is shown as %j', (placeholder, shown) => {
  expect(toRequest(send({ asksReply: { placeholder } })).payload).toMatchObject({
    reply_markup: { input_field_placeholder: shown },
  })
})

test('without words for it there is no placeholder', () => {
  const { payload } = toRequest(send({ asksReply: { placeholder: ' ' } }))
  expect(payload).toHaveProperty('reply_markup', { force_reply: true })
})

test('what is protected says so, and what is not says nothing of it', () => {
  const file = outgoing('photo', { isByReference: true })
  const place = { latitude: 1, longitude: 2, venue: undefined }
  const venue = { ...place, venue: { title: 'Café', address: 'Street 1' } }
  const replyTo = undefined
  const actions = [
    { kind: 'send', text: plain('hi'), buttons: [], replyTo },
    ...kinds.map((kind) => ({
      kind: 'send-files' as const,
      files: [outgoing(kind, { isByReference: true })],
      replyTo,
    })),
    { kind: 'send-files', files: [file, { ...file, number: 2 }], replyTo },
    { kind: 'send-place', place, replyTo },
    { kind: 'send-place', place: venue, replyTo },
  ] as const
  const methods = new Set<string>()
  for (const action of actions) {
    const request = toRequest(to({ ...action, isProtected: true }))
    methods.add(request.method)
    expect(request.payload).toHaveProperty('protect_content', true)
    for (const open of [action, { ...action, isProtected: false }])
      expect(toRequest(to(open)).payload).not.toHaveProperty('protect_content')
  }
  expect([...methods].toSorted()).toEqual([
    'sendAnimation',
    'sendAudio',
    'sendDocument',
    'sendLocation',
    'sendMediaGroup',
    'sendMessage',
    'sendPhoto',
    'sendSticker',
    'sendVenue',
    'sendVideo',
    'sendVideoNote',
    'sendVoice',
  ])
})

test('buttons go out in their rows and colours', () => {
  expect(toRequest(send({ buttons })).payload).toMatchObject({
    reply_markup: { inline_keyboard: keyboard },
  })
  expect(toRequest(send({})).payload).not.toHaveProperty('reply_markup')
})

test('an edit replaces text and buttons, and takes the buttons away when there are none', () => {
  const edit = { kind: 'edit', ref: ref('5/31'), text: plain('done') } as const
  expect(toRequest(to({ ...edit, buttons }))).toEqual({
    method: 'editMessageText',
    payload: {
      chat_id: 5,
      message_id: 31,
      text: 'done',
      entities: [],
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: keyboard },
    },
  })
  expect(toRequest(to({ ...edit, buttons: [] })).payload).toMatchObject({
    reply_markup: { inline_keyboard: [] },
  })
})

test('an edit of what is no message of Telegram is rejected', () => {
  const edit = to({ kind: 'edit', ref: ref('x'), text: plain('done'), buttons: [] })
  expect(() => toRequest(edit)).toThrow(DeliveryError)
})

test('half a character is replaced, since Telegram would refuse the whole text', () => {
  expect(toRequest(send({ text: plain('a\ud800b') })).payload).toMatchObject({ text: 'a\ufffdb' })
})

test('names of messages are read back as they were given', () => {
  expect(refOf(5, 31)).toBe('5/31')
  expect(messageIdOf(refOf(5, 31))).toBe(31)
  expect(messageIdOf(ref('5/31/2'))).toBeUndefined()
})

test('the id of the bot is read from its token, and what is no token says what to do', () => {
  expect(botIdOf('123:abc')).toBe('123')
  for (const token of ['', 'abc', '123:', 'x123:abc', '123:a b']) {
    expect(() => botIdOf(token)).toThrow(StartError)
  }
})
