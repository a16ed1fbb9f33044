// Messages of ours that hold files, changed: what stays, what goes and what comes, over real HTTP.

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createDiscordAdapter } from '../../../adapters/discord/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Action, CaptionedFile } from '../../../src/core/action.ts'
import { address, ref } from '../../../src/core/address.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { silentLog } from '../../../src/log.ts'
import { prepared, wanted } from './outgoing-files.ts'
import { refusal, ScriptedRest, tooMany, type ScriptedAnswer } from './scripted-rest.ts'
import { notAborted } from './setting.ts'

const token = `${Buffer.from('1090000000000000001').toString('base64url')}.abcdef.${'x'.repeat(38)}`
const message = '/v10/channels/20/messages/30'
const [read, patch, remove] = [`GET ${message}`, `PATCH ${message}`, `DELETE ${message}`]

let rest: ScriptedRest
let adapter: Adapter
/** What the message is before. */
let before: { readonly content: string; readonly names: readonly string[] }
beforeEach(async () => {
  rest = await ScriptedRest.open()
  before = { content: '**words**', names: ['photo-1.jpg', 'SPOILER_video-2.mp4', 'audio-3.mp3'] }
  rest.script = () => undefined
  adapter = createDiscordAdapter({
    token,
    apiRoot: rest.root,
    clock: systemClock,
    log: silentLog,
    commands: [],
    promptOf: () => undefined,
  })
  answerWith({})
})
afterEach(async () => {
  await adapter[Symbol.asyncDispose]()
  await rest[Symbol.asyncDispose]()
})

function answerWith(answers: Readonly<Record<string, ScriptedAnswer | 'cut'>>): void {
  rest.script = (request) => {
    const { content, names } = before
    const attachments = names.map((filename, index) => ({ id: String(501 + index), filename }))
    const known = { status: 200, body: { id: '30', content, attachments } }
    return answers[request] ?? (request === read ? known : { status: 200, body: { id: '30' } })
  }
}

type Change = Partial<Extract<Action, { kind: 'edit-files' }>>

const edit = (change: Change): Action => ({
  kind: 'edit-files',
  ref: ref('30'),
  text: undefined,
  files: [],
  dropped: [],
  ...change,
})

const perform = (change: Change, files: readonly PreparedFile[] = []) =>
  adapter.perform({ to: address('10/20'), key: 'k', action: edit(change) }, files, notAborted())

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.catch((reason: unknown) => reason)
  if (error instanceof DeliveryError) return error.failure
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}

const nothingActive = { allowed_mentions: { parse: [], replied_user: false }, flags: 4 }
const replaced = (number: number, more: Partial<CaptionedFile> = {}) => ({
  files: [wanted(number, 'photo', more)],
})

describe('changing a message with files', () => {
  it('in its words alone leaves the files as they are, and need not know them', async () => {
    expect(await perform({ text: plain('new *') })).toEqual({ refs: [] })
    expect(rest.requests).toEqual([patch])
    expect(rest.bodies[0]?.json).toEqual({ ...nothingActive, content: 'new \\*' })
  })

  it('can take the words away', async () => {
    await perform({ text: plain('') })
    expect(rest.bodies[0]?.json).toEqual({ ...nothingActive, content: '' })
  })

  it('keeps what is not named when files go', async () => {
    await perform({ dropped: [2] })
    expect(rest.requests).toEqual([read, patch])
    expect(rest.bodies[1]).toEqual({
      json: { ...nothingActive, content: '**words**', attachments: [{ id: '501' }, { id: '503' }] },
      files: [],
    })
  })

  it('puts a file in the place of the one of its number', async () => {
    await perform({ ...replaced(2, { spoiler: true }), text: plain('other') }, [prepared(2)])
    expect(rest.bodies[1]).toEqual({
      json: {
        ...nothingActive,
        content: 'other',
        attachments: [
          { id: '501' },
          { id: '0', filename: 'SPOILER_photo-2.jpg', is_spoiler: true },
          { id: '503' },
        ],
      },
      files: [
        {
          part: 'files[0]',
          name: 'SPOILER_photo-2.jpg',
          type: 'image/jpeg',
          bytes: new Uint8Array(Buffer.from('photo 2')),
        },
      ],
    })
  })

  it('adds a file whose number is new, takes others away, and says all at once', async () => {
    before = { content: '', names: Array.from({ length: 10 }, (_, at) => `photo-${at + 1}.jpg`) }
    const files = [wanted(10), wanted(1)]
    await perform({ files, dropped: [2, 3, 4, 5, 6, 7, 8], text: plain('x') }, [
      prepared(10),
      prepared(1),
    ])
    expect(rest.bodies[1]?.json).toMatchObject({
      attachments: [
        { id: '1', filename: 'photo-1.jpg' },
        { id: '509' },
        { id: '0', filename: 'photo-10.jpg' },
      ],
    })
  })

  it('keeps the words in front of those that stand in for a new file', async () => {
    await perform(replaced(1), [prepared(1, 'photo', { standIn: '*_*' })])
    expect(rest.bodies[1]?.json).toMatchObject({ content: '**words**\n\n\\*\\_\\*' })
  })

  it('keeps a file whose name is none of ours', async () => {
    before = { content: '', names: ['unknown', 'photo-1.jpg'] }
    await perform({ dropped: [1] })
    expect(rest.bodies[1]?.json).toMatchObject({ attachments: [{ id: '501' }] })
  })

  it('that holds words goes on without files', async () => {
    await perform({ dropped: [1, 2, 3] })
    expect(rest.requests).toEqual([read, patch])
    expect(rest.bodies[1]?.json).toMatchObject({ content: '**words**', attachments: [] })
  })

  it.each<[string, string, Change]>([
    ['had no words', '', { dropped: [1, 2, 3] }],
    ['loses its words as well', 'words', { dropped: [1, 2, 3], text: plain(' ') }],
  ])('of which nothing is left takes it back where it %s', async (_how, content, change) => {
    before = { ...before, content }
    expect(await perform(change)).toEqual({ refs: [] })
    expect(rest.requests).toEqual([read, remove])
  })

  it('of which nothing is left has succeeded when it is gone already', async () => {
    before = { ...before, content: '' }
    answerWith({ [remove]: refusal(404, 10_008) })
    expect(await perform({ dropped: [1, 2, 3] })).toEqual({ refs: [] })
  })
})

describe('a failure to change a message with files', () => {
  it.each<[string, ScriptedAnswer | 'cut', Failure]>([
    ['a cut connection', 'cut', { kind: 'not-sent' }],
    ['an error of the server', { status: 500, body: {} }, { kind: 'not-sent' }],
    ['a message that is gone', refusal(404, 10_008), { kind: 'rejected' }],
    ['a refused token', refusal(401, 0), { kind: 'adapter-halted' }],
    ['too many requests', tooMany(1), { kind: 'rate-limited', scope: 'lane', retryAfterMs: 1000 }],
  ])('by %s while it is read has changed nothing', async (_why, answer, failure) => {
    answerWith({ [read]: answer })
    expect(await failureOf(perform({ dropped: [1] }))).toEqual(failure)
    expect(rest.requests).toEqual([read])
  })

  it('while it is changed leaves open what became of it', async () => {
    answerWith({ [patch]: 'cut' })
    expect(await failureOf(perform({ dropped: [1] }))).toEqual({ kind: 'unknown' })
  })
})
