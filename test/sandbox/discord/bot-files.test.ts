import { AttachmentBuilder } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { SandboxFile } from '../../../src/sandbox/person.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import { connectClient } from './connect-client.ts'
import { fetchFile } from './fetch-file.ts'
import { channelOf, restCall } from './rest-call.ts'
import { upload } from './upload.ts'

let sandbox: DiscordSandbox
let alice: DiscordPerson
let messages: string

beforeEach(async () => {
  sandbox = await createDiscordSandbox({ now: Date.now })
  alice = sandbox.addPerson()
  messages = `/channels/${await channelOf(sandbox, alice.id)}/messages`
})
afterEach(() => sandbox[Symbol.asyncDispose]())

const photo = sampleFile('photo.jpg')
const video = sampleFile('video.mp4')
const voice = sampleFile('voice.ogg')
const post = (payload: object, files: readonly SandboxFile[]) =>
  upload(sandbox, 'POST', messages, payload, files)
const patch = (id: string, payload: object, files: readonly SandboxFile[] = []) =>
  upload(sandbox, 'PATCH', `${messages}/${id}`, payload, files)
const exactly = (file: SandboxFile) => new Uint8Array(file.bytes)
const seen = () => alice.chat.at(-1)?.files ?? []

test('discord.js sends files that arrive byte for byte, with what was said of them', async () => {
  await using bot = await connectClient(sandbox)
  const channel = await bot.client.users.createDM(alice.id)
  const files = [
    new AttachmentBuilder(Buffer.from(photo.bytes), { name: 'a b.jpg', description: 'two trees' }),
    new AttachmentBuilder(Buffer.from(video.bytes), { name: 'SPOILER_film.mp4' }),
  ]
  const sent = await channel.send({ content: 'see', files })
  expect([...sent.attachments.values()]).toMatchObject([
    { name: 'a_b.jpg', title: 'a b', description: 'two trees', width: 800, height: 600 },
    { name: 'SPOILER_film.mp4', contentType: 'video/mp4', width: 480, duration: 3 },
  ])
  const urls = sent.attachments.map(({ url }) => url)
  const fetched = await Promise.all(urls.map(fetchFile))
  expect(fetched.map(({ bytes }) => bytes)).toEqual([photo, video].map(exactly))
  expect(alice.chat).toMatchObject([
    {
      from: 'bot',
      kind: 'photo',
      text: 'see',
      files: [
        { kind: 'photo', name: 'a_b.jpg', type: 'image/jpeg', spoiler: false, width: 800 },
        { kind: 'video', spoiler: true, durationS: 3, height: 360 },
      ],
    },
  ])
  expect(seen().map(({ bytes }) => bytes)).toEqual([photo, video].map(exactly))
  await sandbox.flushed()
  expect(bot.of('MESSAGE_CREATE')).toMatchObject([{ id: sent.id, attachments: [{}, {}] }])
})

test('a spoiler can be marked without a name', async () => {
  const attachments = [{ id: '0', is_spoiler: true }]
  const sent = await post({ attachments }, [photo])
  expect(sent.body.attachments).toMatchObject([{ flags: 8, filename: photo.name }])
  expect(seen()).toMatchObject([{ spoiler: true }])
})

test.each([
  ['animation', 'animation.gif'],
  ['animation', 'sticker.png'],
  ['photo', 'sticker.webp'],
  ['video', 'sticker.webm'],
  ['audio', 'audio.mp3'],
  ['audio', 'voice.ogg'],
  ['document', 'document.pdf'],
] as const)('the app shows a %s where the bot sends %s', async (kind, sample) => {
  await post({}, [sampleFile(sample)])
  expect(alice.chat).toMatchObject([{ kind, text: '', files: [{ kind }] }])
})

test('what comes without a type is taken for what it looks like', async () => {
  const sent = await post({}, [{ ...photo, type: 'application/octet-stream' }])
  expect(sent.body.attachments).toMatchObject([{ content_type: 'image/jpeg' }])
})

test('the record of a request has its files, whose bytes are not in its JSON', async () => {
  await post({ content: 'x' }, [photo])
  const body = sandbox.requests.at(-1)?.body
  const { name, type } = photo
  const said = { name, type, size: photo.bytes.byteLength }
  expect(body).toMatchObject({ content: 'x', 'files[0]': { ...said, bytes: exactly(photo) } })
  const json = JSON.stringify(body)
  expect(JSON.parse(json)).toMatchObject({ content: 'x', 'files[0]': said })
  expect(json).not.toContain('bytes')
})

test('a nonce that is enforced makes no second message of files either', async () => {
  const keyed = { content: 'once', nonce: 'key', enforce_nonce: true }
  const first = await post(keyed, [photo])
  const second = await post(keyed, [photo])
  expect(second).toMatchObject({ status: 200, body: { id: first.body.id, nonce: 'key' } })
  expect(alice.chat).toHaveLength(1)
})

describe('an edit', () => {
  test('keeps the files that it lists, adds new ones and drops the others', async () => {
    const sent = await post({ content: 'x' }, [photo, video])
    const [gone, kept] = sent.body.attachments
    const attachments = [{ id: kept?.id }, { id: '0', description: 'a song' }]
    const edited = await patch(sent.body.id, { attachments }, [sampleFile('audio.mp3')])
    expect(edited).toMatchObject({
      status: 200,
      body: {
        content: 'x',
        attachments: [{ id: kept?.id }, { content_type: 'audio/mpeg', description: 'a song' }],
      },
    })
    expect(alice.chat).toMatchObject([
      { kind: 'video', edited: true, files: [{}, { kind: 'audio' }] },
    ])
    expect((await fetchFile(gone?.url)).status).toBe(404)
    const urls = edited.body.attachments.map(({ url }) => url)
    const fetched = await Promise.all(urls.map(fetchFile))
    expect(fetched.map(({ bytes }) => bytes)).toEqual([video, sampleFile('audio.mp3')].map(exactly))
  })

  test('without a list leaves the files alone, and an empty list takes all away', async () => {
    const sent = await post({ content: 'x' }, [photo])
    const one = `${messages}/${sent.body.id}`
    const renamed = await restCall(sandbox, 'PATCH', one, { content: 'y' })
    expect(renamed.body.attachments).toHaveLength(1)
    const emptied = await restCall(sandbox, 'PATCH', one, { attachments: [] })
    expect(emptied.body).toMatchObject({ content: 'y', attachments: [] })
    expect(alice.chat).toMatchObject([{ kind: 'text', text: 'y', files: [] }])
  })

  test('cannot make eleven files of ten, nor name a file that is not there', async () => {
    const sent = await post({}, Array(10).fill(photo))
    const kept = sent.body.attachments.map(({ id }) => ({ id }))
    const attachments = [...kept, { id: '0' }]
    expect(await patch(sent.body.id, { attachments }, [photo])).toMatchObject({
      status: 400,
      body: { code: 30015 },
    })
    expect(await patch(sent.body.id, { attachments: [{ id: '1' }] })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    })
    expect(seen()).toHaveLength(10)
  })
})

describe('a voice message', () => {
  const details = { id: '0', duration_secs: 3, waveform: Buffer.alloc(256, 7).toString('base64') }
  const spoken = { flags: 8192, attachments: [details] }

  test('is shown as one, without a name', async () => {
    const sent = await post(spoken, [voice])
    expect(sent.body).toMatchObject({ flags: 8192, attachments: [{ duration_secs: 3 }] })
    expect(alice.chat).toMatchObject([{ kind: 'voice', text: '' }])
    const { waveform } = details
    expect(seen()).toMatchObject([{ kind: 'voice', name: undefined, durationS: 3, waveform }])
    expect(seen()[0]?.bytes).toEqual(exactly(voice))
  })

  test('is never edited', async () => {
    const sent = await post(spoken, [voice])
    expect(await patch(sent.body.id, { content: 'x' })).toMatchObject({
      status: 400,
      body: { code: 50162 },
    })
  })

  const row = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] }
  const without = (key: keyof typeof details) => ({ ...details, [key]: undefined })
  test.each([
    ['with a text', { ...spoken, content: 'x' }, [voice], 50159],
    ['with buttons', { ...spoken, components: [row] }, [voice], 50159],
    ['without a sound', spoken, [], 50160],
    ['with two sounds', spoken, [voice, voice], 50160],
    ['of a picture', spoken, [photo], 50160],
    ['that only says to be OGG', spoken, [{ ...photo, type: 'audio/ogg' }], 50160],
    [
      'that does not say to be sound',
      spoken,
      [{ ...voice, type: 'application/octet-stream' }],
      50160,
    ],
    ['without metadata', { flags: 8192 }, [voice], 50161],
    ['without its length', { ...spoken, attachments: [without('duration_secs')] }, [voice], 50161],
    ['without its waveform', { ...spoken, attachments: [without('waveform')] }, [voice], 50161],
    [
      'with a waveform that is too long',
      waved(Buffer.alloc(257).toString('base64')),
      [voice],
      50035,
    ],
    ['with a waveform that is none', waved('no base64!'), [voice], 50035],
  ] as const)('%s is refused', async (_what, payload, files, code) => {
    expect(await post(payload, files)).toMatchObject({ status: 400, body: { code } })
    expect(alice.chat).toEqual([])
  })

  function waved(waveform: string): object {
    return { ...spoken, attachments: [{ ...details, waveform }] }
  }
})

describe('Discord refuses', () => {
  const mib = 1024 * 1024
  const sized = (bytes: number) => ({ bytes: Buffer.alloc(bytes), name: 'x.bin', type: '' })

  test('eleven files', async () => {
    expect(await post({}, Array(11).fill(photo))).toMatchObject({
      status: 400,
      body: { code: 30015 },
    })
    expect(alice.chat).toEqual([])
  })

  test('a file of more than 10 MiB', async () => {
    expect((await post({}, [sized(10 * mib)])).status).toBe(200)
    const refused = await post({}, [sized(10 * mib + 1)])
    expect(refused).toMatchObject({ status: 413, body: { code: 40005 } })
    expect(alice.chat).toHaveLength(1)
    expect(sandbox.requests.at(-1)).toMatchObject({ status: 413, body: { 'files[0]': {} } })
  })

  test('a request of more than 25 MiB', async () => {
    expect((await post({}, [sized(8 * mib), sized(8 * mib), sized(8 * mib)])).status).toBe(200)
    const refused = await post({}, [sized(9 * mib), sized(9 * mib), sized(9 * mib)])
    expect(refused).toMatchObject({ status: 413, body: { code: 40005 } })
  })

  test.each([
    ['too long a text beside files', { content: 'x'.repeat(2001) }],
    ['a file that was not sent', { attachments: [{ id: '3' }] }],
    ['too long a description', { attachments: [{ id: '0', description: 'x'.repeat(1025) }] }],
  ])('%s', async (_what, payload) => {
    expect(await post(payload, [photo])).toMatchObject({ status: 400, body: { code: 50035 } })
    expect(alice.chat).toEqual([])
  })
})

test('answers to interactions carry files, and so do their edits', async () => {
  await using bot = await connectClient(sandbox)
  const command = { name: 'hello', description: 'says hello', type: 1 }
  await restCall(sandbox, 'PUT', `/applications/${bot.client.application.id}/commands`, [command])
  alice.command('hello')
  await sandbox.flushed()
  const [interaction] = bot.of('INTERACTION_CREATE')
  const webhook = `/webhooks/${bot.client.application.id}/${interaction?.token}`
  const callback = `/interactions/${interaction?.id}/${interaction?.token}/callback`
  expect(await deferred(callback)).toBe(204)
  const first = await upload(sandbox, 'PATCH', `${webhook}/messages/@original`, {}, [photo])
  expect(first).toMatchObject({ status: 200, body: { attachments: [{ width: 800 }] } })
  await upload(sandbox, 'POST', webhook, { content: 'more' }, [video])
  expect(alice.chat).toMatchObject([
    { kind: 'photo', files: [{ kind: 'photo' }] },
    { kind: 'video', text: 'more' },
  ])

  async function deferred(path: string): Promise<number> {
    return (await restCall(sandbox, 'POST', path, { type: 5 })).status
  }
})
