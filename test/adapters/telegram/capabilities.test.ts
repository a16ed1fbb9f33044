import { expect, test } from 'vitest'

import {
  localTelegramCapabilities,
  telegramCapabilities,
} from '../../../adapters/telegram/capabilities.ts'
import { addressOf } from '../../../adapters/telegram/ids.ts'
import type { Capabilities } from '../../../src/core/capabilities.ts'
import { mediaKinds, type MediaKind } from '../../../src/core/media.ts'
import { outgoing, prepared } from './outgoing.ts'
import { createSetting } from './setting.ts'

const both: readonly (readonly [string, Capabilities])[] = [
  ["Telegram's own server", telegramCapabilities],
  ['a server of our own', localTelegramCapabilities],
]

test.each(both)('%s has every form of its own, within what one request holds', (_, { media }) => {
  for (const kind of mediaKinds) {
    const form = media.forms[kind]
    if (form.kind !== 'own') throw new Error(`${kind} is shown as something else.`)
    expect(form.mostBytes).toBeLessThanOrEqual(media.mostInRequest)
  }
})

test('a server of our own takes and hands out more, and differs in nothing else', () => {
  const { media: hosted, ...rest } = telegramCapabilities
  const { media: local, ...same } = localTelegramCapabilities
  expect(same).toEqual(rest)
  expect([hosted.mostFromPeople, local.mostFromPeople]).toEqual([20_971_520, Infinity])
  expect([hosted.mostInRequest, local.mostInRequest]).toEqual([50_000_000, 2_000_000_000])
  expect(local.forms.photo).toEqual(hosted.forms.photo)
  expect(local.forms.sticker).toEqual(hosted.forms.sticker)
})

const { forms, byReference } = telegramCapabilities.media

test.each(mediaKinds)(
  'a %s has the words and the spoiler that its form tells, and no others',
  async (kind) => {
    await using setting = await createSetting()
    const { adapter, api } = setting
    const file = outgoing(kind, { spoiler: true, caption: { text: 'look', ranges: [] } })
    const action = { kind: 'send-files', files: [file], replyTo: undefined } as const
    const delivery = { to: addressOf(5), key: 'k', action }
    await adapter.perform(delivery, [prepared(kind)], new AbortController().signal)
    const { body = {} } = api.calls[0] ?? {}
    const form = forms[kind]
    if (form.kind !== 'own') throw new Error('It is shown as something else.')
    expect('caption' in body).toBe(form.hasCaption)
    expect('has_spoiler' in body).toBe(form.hasSpoiler)
  },
)

test('files of the same album go out together as what they are', async () => {
  const albums = Map.groupBy(mediaKinds, albumOf)
  albums.delete(undefined)
  expect([...albums.keys()]).toEqual(['visual', 'audio', 'document'])
  for (const kinds of albums.values()) {
    await using setting = await createSetting()
    const shown = [...kinds, ...kinds]
    const files = shown.map((kind) => outgoing(kind))
    const action = { kind: 'send-files', files, replyTo: undefined } as const
    const ready = shown.map((kind) => prepared(kind))
    const delivery = { to: addressOf(5), key: 'k', action }
    await setting.adapter.perform(delivery, ready, new AbortController().signal)
    const media: readonly { readonly type: string }[] = JSON.parse(
      String(setting.api.calls[0]?.body['media']),
    )
    expect(media.map(({ type }) => type)).toEqual(shown)
  }
})

test('only what Telegram has made itself of a file is shown again by its name', () => {
  expect([...byReference].toSorted()).toEqual(['photo', 'video-note', 'voice'])
})

function albumOf(kind: MediaKind): string | undefined {
  const form = forms[kind]
  return form.kind === 'own' ? form.album : undefined
}
