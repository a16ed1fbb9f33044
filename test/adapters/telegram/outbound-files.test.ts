// Files and places that go out: the very forms that Telegram gets.

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Action, CaptionedFile } from '../../../src/core/action.ts'
import { address, ref, type Ref } from '../../../src/core/address.ts'
import type { Place } from '../../../src/core/content.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { outgoing, prepared } from './outgoing.ts'
import type { Call } from './scripted-bot-api.ts'
import { createSetting, type Setting } from './setting.ts'

let setting: Setting
beforeEach(async () => {
  setting = await createSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

const perform = (action: Action, files: readonly PreparedFile[] = []) =>
  setting.adapter.perform({ to: address('5'), key: 'k', action }, files, AbortSignal.timeout(9000))

const sendFiles = (
  files: readonly CaptionedFile[],
  ready: readonly PreparedFile[] = [],
  replyTo: Ref | undefined = undefined,
) => perform({ kind: 'send-files', files, replyTo }, ready)

const rejected = { failure: { kind: 'rejected' } }
const bold = { text: 'look', ranges: [{ start: 0, end: 2, format: { kind: 'bold' } }] } as const
const boldEntities = [{ type: 'bold', offset: 0, length: 2 }]

/** The only request that was made, with JSON in its fields read and each file in the place that names it. */
function asked(): { readonly method: string; readonly body: Readonly<Record<string, unknown>> } {
  expect(setting.api.calls).toHaveLength(1)
  const { method, body, files = {} } = setting.api.calls[0] ?? ({ method: '', body: {} } as Call)
  const unused = new Set(Object.keys(files))
  const revive = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !value.startsWith('attach://')) return value
    const name = value.slice('attach://'.length)
    expect(unused.delete(name), 'each file has one place').toBe(true)
    return { file: files[name]?.name, bytes: [...(files[name]?.bytes ?? [])] }
  }
  const read = Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' && /^[[{]/.test(value)
      ? JSON.parse(value, revive)
      : revive('', value),
  ])
  expect([...unused]).toEqual([])
  return { method, body: Object.fromEntries(read) }
}

const facts = { width: 64, height: 48, durationMs: 2499 }
const bytes = [0, 13, 10, 255, 45, 45]
const uploaded = (name: string) => ({ file: name, bytes })

test.each<[PreparedFile, string, Record<string, unknown>]>([
  [prepared('photo', facts), 'sendPhoto', { photo: uploaded('photo-1.bin') }],
  [
    prepared('video', facts),
    'sendVideo',
    {
      video: uploaded('video-1.bin'),
      width: '64',
      height: '48',
      duration: '2',
      supports_streaming: 'true',
    },
  ],
  [
    prepared('animation', facts),
    'sendAnimation',
    { animation: uploaded('animation-1.bin'), width: '64', height: '48', duration: '2' },
  ],
  [prepared('audio', facts), 'sendAudio', { audio: uploaded('audio-1.bin'), duration: '2' }],
  [prepared('voice', facts), 'sendVoice', { voice: uploaded('voice-1.bin'), duration: '2' }],
  [
    prepared('document', facts),
    'sendDocument',
    { document: uploaded('document-1.bin'), disable_content_type_detection: 'true' },
  ],
])('a file that was made $form goes out as one, with what is said under it', async (...row) => {
  const [ready, method, fields] = row
  expect(await sendFiles([outgoing('video', { caption: bold })], [ready])).toEqual({
    refs: ['5/77'],
  })
  expect(asked()).toEqual({
    method,
    body: { chat_id: '5', caption: 'look', caption_entities: boldEntities, ...fields },
  })
})

test.each<[PreparedFile, string, Record<string, unknown>]>([
  [
    prepared('video-note', { ...facts, height: 64, standIn: '🙂' }),
    'sendVideoNote',
    { video_note: uploaded('video-note-1.bin'), length: '64', duration: '2' },
  ],
  [
    prepared('sticker', { ...facts, standIn: '🙂' }),
    'sendSticker',
    { sticker: uploaded('sticker-1.bin') },
  ],
])('a $form has no words under it', async (ready, method, fields) => {
  await sendFiles([outgoing('sticker', { spoiler: true })], [ready])
  expect(asked()).toEqual({ method, body: { chat_id: '5', ...fields } })
})

test('of a file of which nothing is known nothing is said', async () => {
  await sendFiles([outgoing('video')], [prepared('video')])
  expect(asked().body).toEqual({
    chat_id: '5',
    video: uploaded('video-1.bin'),
    supports_streaming: 'true',
  })
})

test.each(['photo', 'video', 'animation'] as const)('a %s hides behind a spoiler', async (form) => {
  await sendFiles([outgoing(form, { spoiler: true })], [prepared(form)])
  expect(asked().body).toMatchObject({ has_spoiler: 'true' })
})

test.each(['audio', 'voice', 'document'] as const)('a %s has no spoiler', async (form) => {
  await sendFiles([outgoing(form, { spoiler: true })], [prepared(form)])
  expect(asked().body).not.toHaveProperty('has_spoiler')
})

test('what Telegram has already goes out by its name, in JSON', async () => {
  const file = outgoing('photo', { isByReference: true, caption: bold, spoiler: true })
  await sendFiles([file])
  expect(setting.api.calls).toEqual([
    {
      method: 'sendPhoto',
      body: {
        chat_id: 5,
        photo: 'AgACref',
        caption: 'look',
        caption_entities: boldEntities,
        has_spoiler: true,
      },
    },
  ])
})

test.each([
  ['voice', 'sendVoice', { voice: 'AgACref' }],
  ['video-note', 'sendVideoNote', { video_note: 'AgACref' }],
] as const)('a %s goes out by its name as well', async (form, method, fields) => {
  await sendFiles([outgoing(form, { isByReference: true })])
  expect(setting.api.calls).toEqual([{ method, body: { chat_id: 5, ...fields } }])
})

test('a file answers a message as a text does', async () => {
  await sendFiles([outgoing('photo', { isByReference: true })], [], ref('5/31'))
  expect(asked().body).toMatchObject({
    reply_parameters: { message_id: 31, allow_sending_without_reply: true },
  })
})

test('words that stand in for a picture come before those of the sender', async () => {
  const ready = prepared('photo', { standIn: '🙂' })
  await sendFiles([outgoing('sticker', { caption: bold })], [ready])
  expect(asked().body).toMatchObject({
    caption: '🙂\nlook',
    caption_entities: [{ type: 'bold', offset: 3, length: 2 }],
  })
})

test('words that stand in are alone where the sender said nothing', async () => {
  await sendFiles([outgoing('sticker')], [prepared('photo', { standIn: '🙂' })])
  expect(asked().body).toMatchObject({ caption: '🙂' })
})

test('words that stand in give way to those of the sender where both are too much', async () => {
  const caption = plain('x'.repeat(1024))
  await sendFiles([outgoing('sticker', { caption })], [prepared('photo', { standIn: '🙂' })])
  expect(asked().body).toMatchObject({ caption: caption.text })
})

test('half a character under a file is replaced', async () => {
  await sendFiles([outgoing('photo', { isByReference: true, caption: plain('a\ud800b') })])
  expect(asked().body).toMatchObject({ caption: 'a\ufffdb' })
})

test('several files are shown together, each with its words, in their order', async () => {
  const files = [
    outgoing('photo', { caption: bold, spoiler: true }),
    outgoing('photo', { isByReference: true }),
    outgoing('video', { caption: plain('two') }),
  ]
  const ready = [prepared('photo'), prepared('video', { ...facts, name: 'video-3.mp4' })]
  expect(await sendFiles(files, ready, ref('5/31'))).toEqual({ refs: ['5/77', '5/78', '5/79'] })
  expect(asked()).toEqual({
    method: 'sendMediaGroup',
    body: {
      chat_id: '5',
      reply_parameters: { message_id: 31, allow_sending_without_reply: true },
      media: [
        {
          type: 'photo',
          media: uploaded('photo-1.bin'),
          caption: 'look',
          caption_entities: boldEntities,
          has_spoiler: true,
        },
        { type: 'photo', media: 'AgACref' },
        {
          type: 'video',
          media: uploaded('video-3.mp4'),
          caption: 'two',
          caption_entities: [],
          width: 64,
          height: 48,
          duration: 2,
          supports_streaming: true,
        },
      ],
    },
  })
})

test.each([
  ['audio', { duration: 2 }],
  ['document', { disable_content_type_detection: true }],
] as const)('%s stand together with their own kind', async (form, fields) => {
  const ready = prepared(form, facts)
  await sendFiles([outgoing(form), outgoing(form)], [ready, ready])
  const item = { type: form, media: uploaded(`${form}-1.bin`), ...fields }
  expect(asked().body['media']).toEqual([item, item])
})

test('files that turned out to be of kinds that do not stand together all go as documents', async () => {
  const ready = [prepared('photo'), prepared('document'), prepared('animation')]
  await sendFiles([outgoing('photo'), outgoing('photo'), outgoing('photo')], ready)
  expect(asked().body['media']).toMatchObject([
    { type: 'document', media: uploaded('photo-1.bin') },
    { type: 'document', media: uploaded('document-1.bin') },
    { type: 'document', media: uploaded('animation-1.bin') },
  ])
})

test('a photo that Telegram has already stands with no document', async () => {
  const files = [outgoing('photo', { isByReference: true }), outgoing('photo')]
  await expect(sendFiles(files, [prepared('document')])).rejects.toMatchObject(rejected)
  expect(setting.api.calls).toEqual([])
})

test('nothing to send, and a file that was not made ready, are rejected before anything is sent', async () => {
  await expect(sendFiles([])).rejects.toMatchObject(rejected)
  await expect(sendFiles([outgoing('photo')])).rejects.toMatchObject(rejected)
  expect(setting.api.calls).toEqual([])
})

test('a sticker that Telegram takes for something else has arrived all the same', async () => {
  setting.api.script = (_call, response) => {
    const result = { message_id: 80, date: 1, chat: { id: 5, type: 'private' }, document: {} }
    response.writeHead(200).end(JSON.stringify({ ok: true, result }))
    return true
  }
  expect(await sendFiles([outgoing('sticker')], [prepared('sticker')])).toEqual({ refs: ['5/80'] })
})

const place = (venue: Place['venue']): Action => ({
  kind: 'send-place',
  place: { latitude: 52.5, longitude: -13.4, venue },
  replyTo: ref('5/31'),
})
const point = {
  chat_id: 5,
  latitude: 52.5,
  longitude: -13.4,
  reply_parameters: { message_id: 31, allow_sending_without_reply: true },
}

test.each([
  [undefined, 'sendLocation', {}],
  [{ title: 'Café', address: 'Street 1' }, 'sendVenue', { title: 'Café', address: 'Street 1' }],
  [{ title: 'Café', address: ' ' }, 'sendVenue', { title: 'Café', address: 'Café' }],
  [{ title: '', address: 'Street 1' }, 'sendVenue', { title: 'Street 1', address: 'Street 1' }],
  [{ title: '', address: ' ' }, 'sendLocation', {}],
  [{ title: 'a\ud800', address: 'b' }, 'sendVenue', { title: 'a\ufffd', address: 'b' }],
] as const)('a place with %j goes out by %s', async (venue, method, fields) => {
  expect(await perform(place(venue))).toEqual({ refs: ['5/77'] })
  expect(setting.api.calls).toEqual([{ method, body: { ...point, ...fields } }])
})

const edit = (more: Partial<Extract<Action, { kind: 'edit-files' }>>): Action => ({
  kind: 'edit-files',
  ref: ref('5/31'),
  text: undefined,
  files: [],
  dropped: [],
  ...more,
})

test('what is said under a file changes, and is taken away when there is nothing more to say', async () => {
  const { api } = setting
  expect(await perform(edit({ text: bold }))).toEqual({ refs: [] })
  expect(await perform(edit({ text: plain('') }))).toEqual({ refs: [] })
  const message = { chat_id: 5, message_id: 31 }
  expect(api.calls).toEqual([
    {
      method: 'editMessageCaption',
      body: { ...message, caption: 'look', caption_entities: boldEntities },
    },
    { method: 'editMessageCaption', body: { ...message, caption: '', caption_entities: [] } },
  ])
})

test('a file takes the place of another, with the words that stand under it from now on', async () => {
  const files = [outgoing('photo', { caption: plain('old'), spoiler: true })]
  await perform(edit({ files, text: bold }), [prepared('photo')])
  expect(asked()).toEqual({
    method: 'editMessageMedia',
    body: {
      chat_id: '5',
      message_id: '31',
      media: {
        type: 'photo',
        media: uploaded('photo-1.bin'),
        caption: 'look',
        caption_entities: boldEntities,
        has_spoiler: true,
      },
    },
  })
})

test('a file that changes alone keeps its words', async () => {
  const files = [outgoing('photo', { isByReference: true, caption: plain('old') })]
  await perform(edit({ files }))
  expect(asked().body['media']).toMatchObject({ media: 'AgACref', caption: 'old' })
})

test('a file that changes while its words go has none', async () => {
  const files = [outgoing('animation', { caption: plain('old') })]
  await perform(edit({ files, text: plain('') }), [prepared('animation', facts)])
  expect(asked().body['media']).toEqual({
    type: 'animation',
    media: uploaded('animation-1.bin'),
    width: 64,
    height: 48,
    duration: 2,
  })
})

test.each(['voice', 'video-note', 'sticker'] as const)(
  'no message is changed into a %s',
  async (form) => {
    const changing = perform(edit({ files: [outgoing('photo')] }), [prepared(form)])
    await expect(changing).rejects.toMatchObject(rejected)
    expect(setting.api.calls).toEqual([])
  },
)

test('an edit of nothing, or of no message, is rejected before anything is sent', async () => {
  await expect(perform(edit({}))).rejects.toMatchObject(rejected)
  await expect(perform(edit({ ref: ref('x'), text: bold }))).rejects.toMatchObject(rejected)
  expect(setting.api.calls).toEqual([])
})
