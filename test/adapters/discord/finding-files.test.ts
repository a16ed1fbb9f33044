// Whether a message with files has arrived, by what the chat shows.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDiscordAdapter } from '../../../adapters/discord/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import type { CaptionedFile, Receipt } from '../../../src/core/action.ts'
import { address } from '../../../src/core/address.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { silentLog } from '../../../src/log.ts'
import { wanted } from './outgoing-files.ts'
import { ScriptedRest } from './scripted-rest.ts'
import { notAborted } from './setting.ts'

const botId = '1090000000000000001'
const token = `${Buffer.from(botId).toString('base64url')}.abcdef.${'x'.repeat(38)}`
const since = Date.UTC(2026, 0, 5)
const found = { refs: ['1500000000000000009'] }

let rest: ScriptedRest
let adapter: Adapter
beforeEach(async () => {
  rest = await ScriptedRest.open()
  const { root: apiRoot } = rest
  adapter = createDiscordAdapter({
    token,
    apiRoot,
    clock: systemClock,
    log: silentLog,
    commands: [],
    promptOf: () => undefined,
  })
})
afterEach(async () => {
  await adapter[Symbol.asyncDispose]()
  await rest[Symbol.asyncDispose]()
})

function find(files: readonly CaptionedFile[], shown: object): Promise<Receipt | undefined> {
  const message = { id: found.refs[0], author: { id: botId }, content: '', attachments: [] }
  rest.script = () => ({ status: 200, body: [{ ...message, ...shown }] })
  const action = { kind: 'send-files', files, replyTo: undefined } as const
  return adapter.find({ to: address('10/20'), key: 'lost', action }, since, notAborted())
}

const named = (...names: readonly string[]) => names.map((filename) => ({ filename }))
const two = [wanted(1, 'photo', { caption: plain('a *') }), wanted(2, 'video', { spoiler: true })]

describe('a message with files', () => {
  it('is found by its key, whatever it shows', async () => {
    expect(await find(two, { nonce: 'lost', content: 'x' })).toEqual(found)
  })

  it('is found by its words and files where no key is shown', async () => {
    const attachments = named('photo-1.jpg', 'SPOILER_video-2.mp4')
    expect(await find(two, { content: 'a \\*', attachments })).toEqual(found)
  })

  it('is found where a file became another form', async () => {
    const attachments = named('document-1.png', 'SPOILER_animation-2.gif')
    expect(await find(two, { content: 'a \\*', attachments })).toEqual(found)
  })

  it('is found where a spoiler is no part of the name', async () => {
    const shown = [{ filename: 'photo-1.jpg' }, { filename: 'video-2.mp4', flags: 8 }]
    expect(await find(two, { content: 'a \\*', attachments: shown })).toEqual(found)
  })

  it('is found where words stand in for a sticker', async () => {
    const { media, ...file } = wanted(1, 'animation')
    const sticker = { ...file, media: { ...media, kind: 'sticker' } } as const
    const attachments = named('animation-1.webp')
    expect(await find([sticker], { content: '🙂', attachments })).toEqual(found)
    expect(await find([wanted(1, 'animation')], { content: '🙂', attachments })).toBeUndefined()
  })

  const attachments = named('photo-1.jpg', 'SPOILER_video-2.mp4')
  it.each<[string, object]>([
    ['other words', { content: 'b', attachments }],
    ['fewer files', { content: 'a \\*', attachments: named('photo-1.jpg') }],
    ['more files', { content: 'a \\*', attachments: [...attachments, ...named('photo-3.jpg')] }],
    [
      'files of other numbers',
      { content: 'a \\*', attachments: named('photo-2.jpg', 'SPOILER_video-1.mp4') },
    ],
    ['no spoiler', { content: 'a \\*', attachments: named('photo-1.jpg', 'video-2.mp4') }],
    ['names that are none of ours', { content: 'a \\*', attachments: named('a.jpg', 'b.mp4') }],
    ['another key', { content: 'a \\*', attachments, nonce: 'other' }],
    ['another author', { content: 'a \\*', attachments, author: { id: '10' } }],
  ])('is not the one with %s', async (_what, shown) => {
    expect(await find(two, shown)).toBeUndefined()
  })

  it('is not taken for the words alone', async () => {
    const shown = { content: 'hi', attachments: named('photo-1.jpg') }
    expect(await find([wanted(1, 'photo', { caption: plain('hi') })], shown)).toEqual(found)
    const action = { kind: 'send', text: plain('hi'), buttons: [], replyTo: undefined } as const
    const delivery = { to: address('10/20'), key: 'lost', action }
    expect(await adapter.find(delivery, since, notAborted())).toBeUndefined()
  })
})
