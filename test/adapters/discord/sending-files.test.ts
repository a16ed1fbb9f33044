// Files in one message, down to the bytes of the request, over real HTTP.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDiscordAdapter } from '../../../adapters/discord/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Action, CaptionedFile } from '../../../src/core/action.ts'
import { address, ref, type Ref } from '../../../src/core/address.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { silentLog } from '../../../src/log.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { until } from '../../support/until.ts'
import { prepared, wanted } from './outgoing-files.ts'
import { refusal, ScriptedRest, tooMany } from './scripted-rest.ts'
import { notAborted } from './setting.ts'

const token = `${Buffer.from('1090000000000000001').toString('base64url')}.abcdef.${'x'.repeat(38)}`
const messages = '/v10/channels/20/messages'

let rest: ScriptedRest
let adapter: Adapter
const open = (more: object = {}): Adapter =>
  createDiscordAdapter({
    token,
    apiRoot: rest.root,
    clock: systemClock,
    log: silentLog,
    commands: [],
    promptOf: () => undefined,
    ...more,
  })
beforeEach(async () => {
  rest = await ScriptedRest.open()
  rest.script = () => ({ status: 200, body: { id: '30' } })
  adapter = open()
})
afterEach(async () => {
  await adapter[Symbol.asyncDispose]()
  await rest[Symbol.asyncDispose]()
})

const sendFiles = (files: readonly CaptionedFile[], replyTo?: Ref): Action => ({
  kind: 'send-files',
  files,
  replyTo,
})

const perform = (action: Action, files: readonly PreparedFile[], signal = notAborted()) =>
  adapter.perform({ to: address('10/20'), key: 'key-1', action }, files, signal)

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.catch((reason: unknown) => reason)
  if (error instanceof DeliveryError) return error.failure
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}

const posted = {
  allowed_mentions: { parse: [], replied_user: false },
  flags: 4,
  nonce: 'key-1',
  enforce_nonce: true,
}
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

describe('files', () => {
  it('are one message, with the words that one of them has', async () => {
    const bold = { start: 0, end: 4, format: { kind: 'bold' } } as const
    const files = [
      wanted(1),
      wanted(2, 'video', { caption: { text: 'look *', ranges: [bold] } }),
      wanted(3, 'document'),
    ]
    const receipt = await perform(sendFiles(files, ref('29')), [
      prepared(1),
      prepared(2, 'video'),
      prepared(3, 'document'),
    ])
    expect(receipt).toEqual({ refs: ['30'] })
    expect(rest.requests).toEqual([`POST ${messages}`])
    expect(rest.bodies).toEqual([
      {
        json: {
          ...posted,
          content: '**look** \\*',
          attachments: [
            { id: '0', filename: 'photo-1.jpg' },
            { id: '1', filename: 'video-2.mp4' },
            { id: '2', filename: 'document-3.pdf' },
          ],
          message_reference: { message_id: '29', fail_if_not_exists: false },
        },
        files: [
          { part: 'files[0]', name: 'photo-1.jpg', type: 'image/jpeg', bytes: bytes('photo 1') },
          { part: 'files[1]', name: 'video-2.mp4', type: 'video/mp4', bytes: bytes('video 2') },
          {
            part: 'files[2]',
            name: 'document-3.pdf',
            type: 'application/pdf',
            bytes: bytes('document 3'),
          },
        ],
      },
    ])
  })

  it('without words have none', async () => {
    await perform(sendFiles([wanted(1, 'photo', { caption: plain(' ') })]), [prepared(1)])
    expect(rest.bodies[0]?.json).toEqual({
      ...posted,
      attachments: [{ id: '0', filename: 'photo-1.jpg' }],
    })
  })

  it('behind a spoiler say so in both ways', async () => {
    await perform(sendFiles([wanted(1, 'photo', { spoiler: true }), wanted(2)]), [
      prepared(1),
      prepared(2),
    ])
    expect(rest.bodies[0]?.json).toMatchObject({
      attachments: [
        { id: '0', filename: 'SPOILER_photo-1.jpg', is_spoiler: true },
        { id: '1', filename: 'photo-2.jpg' },
      ],
    })
    expect(rest.bodies[0]?.files.map(({ name }) => name)).toEqual([
      'SPOILER_photo-1.jpg',
      'photo-2.jpg',
    ])
  })

  it('with several captions, and with words that stand in, have all of them', async () => {
    const files = [
      wanted(1, 'photo', { caption: plain('one') }),
      wanted(2, 'photo', { caption: plain('two') }),
      wanted(3, 'animation'),
    ]
    await perform(sendFiles(files), [
      prepared(1),
      prepared(2),
      prepared(3, 'animation', { standIn: '*\\o/*' }),
    ])
    expect(rest.bodies[0]?.json).toMatchObject({ content: 'one\n\ntwo\n\n\\*\\\\o/\\*' })
  })

  it('lose the words that stand in where there is no room for them', async () => {
    const long = 'x'.repeat(1999)
    await perform(sendFiles([wanted(1, 'photo', { caption: plain(long) })]), [
      prepared(1, 'photo', { standIn: '🙂' }),
    ])
    expect(rest.bodies[0]?.json).toMatchObject({ content: long })
  })

  it('that are not all there are not sent', async () => {
    expect(await failureOf(perform(sendFiles([wanted(1)]), []))).toEqual({ kind: 'rejected' })
    expect(rest.requests).toEqual([])
  })
})

describe('a voice message', () => {
  const details = { durationMs: 2345, waveform: new Uint8Array([0, 128, 255]) }

  it('is one to the app: its length, its loudness and nothing beside it', async () => {
    await perform(sendFiles([wanted(1, 'voice')], ref('29')), [prepared(1, 'voice', details)])
    expect(rest.bodies[0]?.json).toEqual({
      ...posted,
      flags: 1 << 13,
      attachments: [{ id: '0', filename: 'voice-1.ogg', duration_secs: 2.345, waveform: 'AID/' }],
      message_reference: { message_id: '29', fail_if_not_exists: false },
    })
  })

  it.each([
    ['with words', [wanted(1, 'voice', { caption: plain('hi') })], [prepared(1, 'voice', details)]],
    [
      'beside another file',
      [wanted(1, 'voice'), wanted(2)],
      [prepared(1, 'voice', details), prepared(2)],
    ],
    [
      'of unknown length',
      [wanted(1, 'voice')],
      [prepared(1, 'voice', { ...details, durationMs: undefined })],
    ],
    [
      'of unknown loudness',
      [wanted(1, 'voice')],
      [prepared(1, 'voice', { ...details, waveform: undefined })],
    ],
    ['that became audio', [wanted(1, 'voice')], [prepared(1, 'audio', details)]],
  ])('%s is a file', async (_how, files, made) => {
    await perform(sendFiles(files), made)
    const { json } = rest.bodies[0] ?? {}
    expect(json).toMatchObject({ flags: 4 })
    expect(JSON.stringify(json)).not.toContain('waveform')
  })
})

describe('a failure with files', () => {
  const photo = () => perform(sendFiles([wanted(1)]), [prepared(1)])

  it.each<[string, number, number]>([
    ['too much at once', 413, 40_005],
    ['too much in one file', 400, 50_045],
    ['nothing in it', 400, 50_006],
    ['a broken body', 400, 50_109],
    ['words with a voice message', 400, 50_159],
    ['two voice messages', 400, 50_160],
    ['a voice message that lacks something', 400, 50_161],
    ['a changed voice message', 400, 50_162],
    ['somebody who takes no voice messages', 403, 50_173],
    ['too many files', 400, 30_015],
  ])('for %s is definite', async (_why, status, code) => {
    rest.script = () => refusal(status, code)
    expect(await failureOf(photo())).toEqual({ kind: 'rejected' })
    expect(rest.requests).toHaveLength(1)
  })

  it('for too much is definite as well when a page says it', async () => {
    rest.script = () => ({
      status: 413,
      headers: { 'content-type': 'text/html' },
      body: '<html>413 Request Entity Too Large</html>',
    })
    expect(await failureOf(photo())).toEqual({ kind: 'rejected' })
  })

  it.each<[string, ReturnType<ScriptedRest['script']>, Failure]>([
    ['a cut connection', 'cut', { kind: 'unknown' }],
    ['an error of the server', { status: 500, body: {} }, { kind: 'unknown' }],
    ['a refused token', refusal(401, 0), { kind: 'adapter-halted' }],
    ['somebody who is gone', refusal(403, 50_007), { kind: 'recipient-gone' }],
    [
      'too many requests',
      tooMany(1.5),
      { kind: 'rate-limited', scope: 'lane', retryAfterMs: 1500 },
    ],
  ])('by %s is what it is for words', async (_why, answer, failure) => {
    rest.script = () => answer
    expect(await failureOf(photo())).toEqual(failure)
    expect(rest.requests).toHaveLength(1)
  })

  it('to connect says that nothing was sent', async () => {
    await using other = open({ apiRoot: 'http://127.0.0.1:1' })
    const delivery = { to: address('10/20'), key: 'k', action: sendFiles([wanted(1)]) }
    const work = other.perform(delivery, [prepared(1)], notAborted())
    expect(await failureOf(work)).toEqual({ kind: 'not-sent' })
  })

  it('says nothing of what was sent', async () => {
    rest.script = () => refusal(400, 50_006)
    const secret = 'a secret of somebody'
    const work = perform(sendFiles([wanted(1, 'photo', { caption: plain(secret) })]), [
      prepared(1, 'photo', { bytes: new Uint8Array(Buffer.from(secret)) }),
    ])
    const error: unknown = await work.catch((reason: unknown) => reason)
    if (!(error instanceof DeliveryError)) throw new Error('It did not fail.', { cause: error })
    const told = `${error.message} ${String(error.stack)} ${JSON.stringify(error)} ${String(error.cause)}`
    for (const hidden of [secret, token, 'photo-1']) expect(told).not.toContain(hidden)
  })

  it('to answer is waited for the longer the more there is to send', async () => {
    const clock = createManualClock(0)
    await using slow = open({ clock, requestTimeoutMs: 1000 })
    rest.script = () => 'hang'
    const delivery = { to: address('10/20'), key: 'k', action: sendFiles([wanted(1)]) }
    const large = prepared(1, 'photo', { bytes: new Uint8Array(1024 * 1024) })
    let isOver = false
    const work = failureOf(slow.perform(delivery, [large], notAborted())).finally(
      () => (isOver = true),
    )
    await until(() => rest.bodies.length === 1, 'all of it has arrived')
    // A second, and four for the file.
    clock.advance(5000)
    await new Promise((resolve) => setImmediate(resolve))
    expect(isOver).toBe(false)
    clock.advance(100)
    expect(await work).toEqual({ kind: 'unknown' })
  })
})
