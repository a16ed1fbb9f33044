import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Action } from '../../../src/core/action.ts'
import { address, ref } from '../../../src/core/address.ts'
import type { Place } from '../../../src/core/content.ts'
import { createSetting, type Setting } from './setting.ts'

let setting: Setting
beforeEach(async () => {
  setting = await createSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

const perform = (action: Action) =>
  setting.adapter.perform({ to: address('5'), key: 'k', action }, [], AbortSignal.timeout(9000))

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
