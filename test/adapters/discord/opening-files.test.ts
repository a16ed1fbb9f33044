// Reading what people sent, over real HTTP: from Discord's own hosts, without a word of who asks, and again where an address has expired.

import { StickerFormatType } from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { createCdn } from '../../../adapters/discord/cdn.ts'
import { writeFileRef, type KeptFile } from '../../../adapters/discord/file-ref.ts'
import { createDiscordAdapter } from '../../../adapters/discord/main.ts'
import type { Adapter } from '../../../src/adapter.ts'
import { systemClock } from '../../../src/clock.ts'
import { DeliveryError, type Failure } from '../../../src/core/delivery-error.ts'
import { fileRef, type FileRef, type SourceFile } from '../../../src/core/media.ts'
import { silentLog } from '../../../src/log.ts'
import { refusal, ScriptedRest, tooMany, type ScriptedAnswer } from './scripted-rest.ts'
import { notAborted } from './setting.ts'

const token = `${Buffer.from('1090000000000000001').toString('base64url')}.abcdef.${'x'.repeat(38)}`
const [file, fresh, ask] = [
  'GET /attachments/20/40/cat.png?ex=1&hm=2',
  'GET /attachments/20/40/cat.png?ex=3&hm=4',
  'GET /v10/channels/20/messages/30',
]

let rest: ScriptedRest
let elsewhere: ScriptedRest
let adapter: Adapter
beforeEach(async () => {
  rest = await ScriptedRest.open()
  elsewhere = await ScriptedRest.open()
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
  await elsewhere[Symbol.asyncDispose]()
})

type Answer = ScriptedAnswer | 'cut'

const cat: Answer = { status: 200, headers: { 'content-length': '3' }, body: 'cat' }
const gone: Answer = { status: 404, body: 'This content is no longer available.' }

function answerWith(answers: Readonly<Record<string, Answer>>): void {
  rest.script = (request) => answers[request] ?? gone
}

const source = (ref: FileRef): SourceFile => ({
  platform: 'discord',
  ref,
  identity: '40',
  size: 3,
  type: undefined,
})

const attachment = (path = file): KeptFile => ({
  kind: 'attachment',
  channelId: '20',
  messageId: '30',
  id: '40',
  url: path.replace('GET ', rest.root),
})

async function read(kept: KeptFile, signal = notAborted()): Promise<string> {
  const { chunks } = await adapter.open(source(writeFileRef(kept)), signal)
  let text = ''
  for await (const chunk of chunks) text += Buffer.from(chunk).toString()
  return text
}

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error: unknown = await work.catch((reason: unknown) => reason)
  if (error instanceof DeliveryError) return error.failure
  throw new Error('It did not fail with a DeliveryError.', { cause: error })
}

const shown = (more: object = {}): Answer => ({
  status: 200,
  body: {
    id: '30',
    attachments: [
      { id: '39', url: `${rest.root}/attachments/20/39/dog.png` },
      { id: '40', url: fresh.replace('GET ', rest.root) },
    ],
    ...more,
  },
})

describe('a file', () => {
  it('is read from its address, which is told nothing of the bot', async () => {
    answerWith({ [file]: cat })
    const { size } = await adapter.open(source(writeFileRef(attachment())), notAborted())
    expect(size).toBe(3)
    expect(await read(attachment())).toBe('cat')
    expect(rest.requests).toEqual([file, file])
    for (const headers of rest.headers) {
      expect(headers.authorization).toBeUndefined()
      expect(JSON.stringify(headers)).not.toContain(token)
    }
  })

  it.each([403, 404, 410])(
    'whose address is answered with %i is looked up in its message, with the token there alone',
    async (status) => {
      answerWith({ [file]: { status, body: 'no' }, [ask]: shown(), [fresh]: cat })
      expect(await read(attachment())).toBe('cat')
      expect(rest.requests).toEqual([file, ask, fresh])
      expect(rest.headers.map(({ authorization }) => authorization)).toEqual([
        undefined,
        `Bot ${token}`,
        undefined,
      ])
    },
  )

  it('that was forwarded is looked up in what was forwarded', async () => {
    const known = { id: '40', url: fresh.replace('GET ', rest.root) }
    const forwarding = {
      attachments: [],
      message_snapshots: [{ message: { attachments: [known] } }],
    }
    answerWith({ [ask]: shown(forwarding), [fresh]: cat })
    expect(await read(attachment())).toBe('cat')
  })

  it.each<[string, () => Readonly<Record<string, Answer>>, number]>([
    ['whose message is gone', () => ({ [ask]: refusal(404, 10_008) }), 2],
    ['whose chat is gone', () => ({ [ask]: refusal(404, 10_003) }), 2],
    ['that was taken out of its message', () => ({ [ask]: shown({ attachments: [] }) }), 2],
    ['that is at no address any more', () => ({ [ask]: shown() }), 3],
  ])('%s is gone', async (_which, answers, requests) => {
    answerWith(answers())
    expect(await failureOf(read(attachment()))).toEqual({ kind: 'rejected' })
    expect(rest.requests).toHaveLength(requests)
  })

  it.each<[string, string, Answer, Failure]>([
    ['an error of the file host', file, { status: 503, body: 'no' }, { kind: 'not-sent' }],
    ['too many requests for files', file, tooMany(1), { kind: 'not-sent' }],
    ['a cut connection', file, 'cut', { kind: 'not-sent' }],
    ['a cut connection to the API', ask, 'cut', { kind: 'not-sent' }],
    ['an error of the API', ask, { status: 500, body: {} }, { kind: 'not-sent' }],
    ['a refused token', ask, refusal(401, 0), { kind: 'not-sent' }],
    [
      'too many requests of the whole bot',
      ask,
      { ...tooMany(2), body: { retry_after: 2, global: true } },
      { kind: 'rate-limited', scope: 'lane', retryAfterMs: 2000 },
    ],
    ['an answer that is no file', file, { status: 400, body: 'no' }, { kind: 'rejected' }],
  ])('after %s is %#', async (_why, request, answer, failure) => {
    answerWith({ [request]: answer })
    expect(await failureOf(read(attachment()))).toEqual(failure)
  })

  it('that breaks off can be read another time', async () => {
    answerWith({ [file]: { ...cat, headers: { 'content-length': '9', connection: 'close' } } })
    expect(await failureOf(read(attachment()))).toEqual({ kind: 'not-sent' })
  })

  it('is not waited for once nobody wants it', async () => {
    const giveUp = new AbortController()
    giveUp.abort()
    expect(await failureOf(read(attachment(), giveUp.signal))).toEqual({ kind: 'not-sent' })
    expect(rest.requests).toEqual([])
  })

  it('is told of by no error', async () => {
    answerWith({})
    const error: unknown = await read(attachment()).catch((reason: unknown) => reason)
    if (!(error instanceof DeliveryError)) throw new Error('It did not fail.', { cause: error })
    const told = `${error.message} ${String(error.stack)} ${JSON.stringify(error)} ${String(error.cause)}`
    for (const hidden of ['cat.png', token, rest.root]) expect(told).not.toContain(hidden)
  })
})

describe('what leads elsewhere', () => {
  it.each([301, 302, 307, 308])('by %i is not followed', async (status) => {
    const to = `${rest.root}/attachments/20/40/other.png`
    answerWith({ [file]: { status, headers: { location: to }, body: '' } })
    expect(await failureOf(read(attachment()))).toEqual({ kind: 'rejected' })
    expect(rest.requests).toEqual([file])
  })

  it('is not asked, be it an attachment, a GIF or a fresh address', async () => {
    const url = `${elsewhere.root}/attachments/20/40/cat.png`
    expect(await failureOf(read({ kind: 'gif', url }))).toEqual({ kind: 'rejected' })
    expect(await failureOf(read(attachment(url)))).toEqual({
      kind: 'rejected',
    })
    answerWith({ [ask]: shown({ attachments: [{ id: '40', url }] }) })
    expect(await failureOf(read(attachment()))).toEqual({ kind: 'rejected' })
    expect(elsewhere.requests).toEqual([])
  })

  it.each([
    '',
    'x',
    'null',
    '{"kind":"attachment"}',
    '{"kind":"attachment","channelId":"../users","messageId":"1","id":"2","url":"x"}',
    '{"kind":"sticker","id":"1/../2","format":1}',
    '{"kind":"sticker","id":"1","format":9}',
    '{"kind":"gif","url":7}',
  ])('because the reference %j is none of ours is refused', async (text) => {
    const work = adapter.open(source(fileRef(text)), notAborted())
    expect(await failureOf(work)).toEqual({ kind: 'rejected' })
    expect(rest.requests).toEqual([])
  })
})

describe('a sticker', () => {
  it.each([
    [StickerFormatType.PNG, 'png'],
    [StickerFormatType.APNG, 'png'],
    [StickerFormatType.Lottie, 'json'],
    [StickerFormatType.GIF, 'gif'],
  ])('of format %i is read by its id, and asked for once', async (format, ending) => {
    answerWith({ [`GET /stickers/50.${ending}`]: cat })
    expect(await read({ kind: 'sticker', id: '50', format })).toBe('cat')
    expect(await failureOf(read({ kind: 'sticker', id: '51', format }))).toEqual({
      kind: 'rejected',
    })
    expect(rest.requests).toHaveLength(2)
    expect(rest.headers[0]?.authorization).toBeUndefined()
  })
})

describe('the hosts of Discord', () => {
  const cdn = createCdn('https://discord.com/api')

  it.each([
    ['https://cdn.discordapp.com/attachments/1/2/x', true],
    ['https://media.discordapp.net/stickers/1.gif', true],
    ['https://images-ext-1.discordapp.net/external/x', true],
    ['https://images-ext-2.discordapp.net/external/x', true],
    ['http://cdn.discordapp.com/attachments/1/2/x', false],
    ['https://cdn.discordapp.com:8443/x', false],
    ['https://cdn.discordapp.com.evil.example/x', false],
    ['https://evil.example/cdn.discordapp.com', false],
    ['https://cdn.discordapp.net/x', false],
    ['https://images-ext-3.discordapp.net/x', false],
    ['https://somebody@cdn.discordapp.com/x', false],
    ['https://discord.com/api/v10/users/@me', false],
    ['https://media.tenor.com/x.mp4', false],
    ['file:///etc/passwd', false],
    ['data:text/plain,x', false],
  ])('are those of files: %s is %s', (url, isOne) => {
    expect(cdn.isFileHost(new URL(url))).toBe(isOne)
  })

  it('have stickers at two places', () => {
    expect(cdn.addressOfSticker('5', StickerFormatType.Lottie)).toBe(
      'https://cdn.discordapp.com/stickers/5.json',
    )
    expect(cdn.addressOfSticker('5', StickerFormatType.GIF)).toBe(
      'https://media.discordapp.net/stickers/5.gif',
    )
  })

  it('stay allowed beside a stand-in, whose own origin is the only other', () => {
    const standIn = createCdn('http://127.0.0.1:8123/api')
    expect(standIn.isFileHost(new URL('http://127.0.0.1:8123/attachments/1'))).toBe(true)
    expect(standIn.isFileHost(new URL('http://127.0.0.1:8124/attachments/1'))).toBe(false)
    expect(standIn.isFileHost(new URL('https://cdn.discordapp.com/x'))).toBe(true)
  })
})
