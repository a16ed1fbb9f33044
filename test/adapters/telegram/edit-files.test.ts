// Files that are there already, and what is said under them, change.

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Action } from '../../../src/core/action.ts'
import { address, ref } from '../../../src/core/address.ts'
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

const rejected = { failure: { kind: 'rejected' } }
const bold = { text: 'look', ranges: [{ start: 0, end: 2, format: { kind: 'bold' } }] } as const
const boldEntities = [{ type: 'bold', offset: 0, length: 2 }]
const facts = { width: 64, height: 48, durationMs: 2499 }
const uploaded = (name: string) => ({ file: name, bytes: [0, 13, 10, 255, 45, 45] })

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
  expect(asked(setting.api)).toEqual({
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
  expect(asked(setting.api).body['media']).toMatchObject({ media: 'AgACref', caption: 'old' })
})

test('a file that changes while its words go has none', async () => {
  const files = [outgoing('animation', { caption: plain('old') })]
  await perform(edit({ files, text: plain('') }), [prepared('animation', facts)])
  expect(asked(setting.api).body['media']).toEqual({
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
