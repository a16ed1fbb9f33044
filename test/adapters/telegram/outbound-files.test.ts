// Files and places that go out: the very forms that Telegram gets.

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Action, CaptionedFile } from '../../../src/core/action.ts'
import { address, ref, type Ref } from '../../../src/core/address.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { asked } from './asked.ts'
import { outgoing, prepared } from './outgoing.ts'
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
  replyTo?: Ref,
) => perform({ kind: 'send-files', files, replyTo }, ready)

const rejected = { failure: { kind: 'rejected' } }
const bold = { text: 'look', ranges: [{ start: 0, end: 2, format: { kind: 'bold' } }] } as const
const boldEntities = [{ type: 'bold', offset: 0, length: 2 }]

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
  expect(asked(setting.api)).toEqual({
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
  expect(asked(setting.api)).toEqual({ method, body: { chat_id: '5', ...fields } })
})

test('of a file of which nothing is known nothing is said', async () => {
  await sendFiles([outgoing('video')], [prepared('video')])
  expect(asked(setting.api).body).toEqual({
    chat_id: '5',
    video: uploaded('video-1.bin'),
    supports_streaming: 'true',
  })
})

test.each(['photo', 'video', 'animation'] as const)('a %s hides behind a spoiler', async (form) => {
  await sendFiles([outgoing(form, { spoiler: true })], [prepared(form)])
  expect(asked(setting.api).body).toMatchObject({ has_spoiler: 'true' })
})

test.each(['audio', 'voice', 'document'] as const)('a %s has no spoiler', async (form) => {
  await sendFiles([outgoing(form, { spoiler: true })], [prepared(form)])
  expect(asked(setting.api).body).not.toHaveProperty('has_spoiler')
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
  expect(asked(setting.api).body).toMatchObject({
    reply_parameters: { message_id: 31, allow_sending_without_reply: true },
  })
})

test('words that stand in for a picture come before those of the sender', async () => {
  const ready = prepared('photo', { standIn: '🙂' })
  await sendFiles([outgoing('sticker', { caption: bold })], [ready])
  expect(asked(setting.api).body).toMatchObject({
    caption: '🙂\nlook',
    caption_entities: [{ type: 'bold', offset: 3, length: 2 }],
  })
})

test('words that stand in are alone where the sender said nothing', async () => {
  await sendFiles([outgoing('sticker')], [prepared('photo', { standIn: '🙂' })])
  expect(asked(setting.api).body).toMatchObject({ caption: '🙂' })
})

test('words that stand in give way to those of the sender where both are too much', async () => {
  const caption = plain('x'.repeat(1024))
  await sendFiles([outgoing('sticker', { caption })], [prepared('photo', { standIn: '🙂' })])
  expect(asked(setting.api).body).toMatchObject({ caption: caption.text })
})

test('half a character under a file is replaced', async () => {
  await sendFiles([outgoing('photo', { isByReference: true, caption: plain('a\ud800b') })])
  expect(asked(setting.api).body).toMatchObject({ caption: 'a\ufffdb' })
})

test('several files are shown together, each with its words, in their order', async () => {
  const files = [
    outgoing('photo', { caption: bold, spoiler: true }),
    outgoing('photo', { isByReference: true }),
    outgoing('video', { caption: plain('two') }),
  ]
  const ready = [prepared('photo'), prepared('video', { ...facts, name: 'video-3.mp4' })]
  expect(await sendFiles(files, ready, ref('5/31'))).toEqual({ refs: ['5/77', '5/78', '5/79'] })
  expect(asked(setting.api)).toEqual({
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
  expect(asked(setting.api).body['media']).toEqual([item, item])
})

test('files that turned out to be of kinds that do not stand together all go as documents', async () => {
  const ready = [prepared('photo'), prepared('document'), prepared('animation')]
  await sendFiles([outgoing('photo'), outgoing('photo'), outgoing('photo')], ready)
  expect(asked(setting.api).body['media']).toMatchObject([
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
