import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { DiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import type { SandboxFile } from '../../../src/sandbox/person.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import { connectClient } from './connect-client.ts'
import { fetchFile } from './fetch-file.ts'
import type { Wire } from './wire.ts'

let sandbox: DiscordSandbox
let alice: DiscordPerson

beforeEach(async () => {
  sandbox = await createDiscordSandbox({ now: Date.now })
  alice = sandbox.addPerson()
})
afterEach(() => sandbox[Symbol.asyncDispose]())

/** What a connected bot is told while somebody does something. */
async function told(act: () => void): Promise<readonly Wire[]> {
  await using bot = await connectClient(sandbox)
  act()
  await sandbox.flushed()
  return [...bot.of('MESSAGE_CREATE'), ...bot.of('MESSAGE_UPDATE')]
}

const exactly = (file: SandboxFile) => new Uint8Array(file.bytes)

describe('a person sends', () => {
  test.each([
    ['photo', 'photo.jpg', { content_type: 'image/jpeg', width: 800, height: 600 }],
    [
      'video',
      'video.mp4',
      { content_type: 'video/mp4', width: 480, height: 360, duration_secs: 3 },
    ],
    [
      'animation',
      'animation.gif',
      { content_type: 'image/gif', width: 120, height: 120, flags: 32 },
    ],
    ['audio', 'audio.mp3', { content_type: 'audio/mpeg', duration_secs: expect.closeTo(4.05, 1) }],
    ['document', 'document.pdf', { content_type: 'application/pdf' }],
    ['document', 'photo.jpg', { content_type: 'image/jpeg', width: 800 }],
  ] as const)('a %s whose bytes are at its address', async (kind, sample, shape) => {
    const file = sampleFile(sample)
    const [message] = await told(() => alice.sendFiles(kind, [file], { caption: ' look ' }))
    const [attachment] = message?.attachments ?? []
    expect(message).toMatchObject({ content: 'look', attachments: [shape] })
    expect(attachment).toMatchObject({ filename: file.name, size: file.bytes.byteLength })
    expect('placeholder' in (attachment ?? {})).toBe('width' in shape)
    expect(new URL(attachment?.url ?? '').origin).toBe(new URL(sandbox.apiRoot).origin)
    expect(await fetchFile(attachment?.url)).toEqual({
      status: 200,
      type: shape.content_type,
      bytes: exactly(file),
    })
    // An app has no say in what a picture is shown as.
    const shown = sample === 'photo.jpg' ? 'photo' : kind
    expect(alice.chat).toMatchObject([
      { kind: shown, text: 'look', files: [{ kind: shown, name: file.name, type: file.type }] },
    ])
    expect(alice.chat[0]?.files[0]?.bytes).toEqual(file.bytes)
  })

  test('ten pictures and videos as one message with one caption', async () => {
    const said = alice.say('wait')
    const files = Array.from({ length: 10 }, (_, index) =>
      sampleFile(index % 2 ? 'video.mp4' : 'photo.jpg'),
    )
    const options = { caption: 'all', replyTo: said.id }
    const [, message] = await told(() => {
      alice.say('more')
      expect(alice.sendFiles('photo', files, options)).toHaveLength(1)
    })
    expect(message?.attachments).toHaveLength(10)
    expect(message).toMatchObject({ content: 'all', type: 19 })
    const fetched = await Promise.all(message?.attachments.map(({ url }) => fetchFile(url)) ?? [])
    expect(fetched.map(({ bytes }) => bytes)).toEqual(files.map(exactly))
    expect(alice.chat.at(-1)).toMatchObject({ kind: 'photo', replyTo: said.id, album: undefined })
  })

  test('a spoiler by its flag or by its name', async () => {
    const photo = sampleFile('photo.jpg')
    const [flagged, named] = await told(() => {
      alice.sendFiles('photo', [photo], { spoiler: true })
      alice.sendFiles('photo', [{ ...photo, name: 'SPOILER_cat.jpg' }])
    })
    expect(flagged?.attachments).toMatchObject([{ flags: 8, filename: photo.name }])
    expect(named?.attachments).toMatchObject([{ filename: 'SPOILER_cat.jpg' }])
    expect(named?.attachments[0]?.flags).toBeUndefined()
    alice.sendFiles('photo', [photo])
    expect(alice.chat.map(({ files }) => files[0]?.spoiler)).toEqual([true, true, false])
  })

  test('a voice message with its length and its waveform', async () => {
    const file = sampleFile('voice.ogg')
    const [message] = await told(() => alice.sendFiles('voice', [file]))
    expect(message).toMatchObject({
      content: '',
      flags: 8192,
      attachments: [{ filename: 'voice-message.ogg', content_type: 'audio/ogg', duration_secs: 3 }],
    })
    expect((await fetchFile(message?.attachments[0]?.url)).bytes).toEqual(exactly(file))
    const [seen] = alice.chat[0]?.files ?? []
    expect(seen).toMatchObject({ kind: 'voice', name: undefined, durationS: 3 })
    expect(Buffer.from(seen?.waveform ?? '', 'base64')).toHaveLength(64)
  })

  test.each([
    ['sticker.png', 2, 'png', 'image/png'],
    ['sticker.json', 3, 'json', 'application/json'],
    ['animation.gif', 4, 'gif', 'image/gif'],
  ] as const)('a sticker made of %s', async (sample, format_type, ending, type) => {
    const file = sampleFile(sample)
    const [message] = await told(() => alice.sendFiles('sticker', [file]))
    expect(message).toMatchObject({ attachments: [], sticker_items: [{ format_type }] })
    const id = message?.sticker_items[0]?.id
    const url = `${new URL(sandbox.apiRoot).origin}/stickers/${id}.${ending}`
    expect(await fetchFile(url)).toEqual({ status: 200, type, bytes: exactly(file) })
    expect(alice.chat).toMatchObject([{ kind: 'sticker', files: [{ kind: 'sticker', type }] }])
  })

  test('a still sticker, which is another format than one that moves', async () => {
    const still = Buffer.from(sampleFile('sticker.png').bytes)
    still.write('gAMA', still.indexOf('acTL'), 'latin1')
    const file = { bytes: still, name: 'still.png', type: 'image/png' }
    const [message] = await told(() => alice.sendFiles('sticker', [file]))
    expect(message?.sticker_items).toMatchObject([{ name: 'still', format_type: 1 }])
  })

  test('names as Discord keeps them, with the rest in the title', async () => {
    const photo = sampleFile('photo.jpg')
    const names = ['my cat (1).jpg', 'Žlutý кот.jpg', 'кот.jpg', '../../x.jpg', 'plain-1_2.jpg']
    const [message] = await told(() =>
      alice.sendFiles(
        'photo',
        names.map((name) => ({ ...photo, name })),
      ),
    )
    const kept = message?.attachments.map(({ filename, title }) => [filename, title])
    expect(kept).toEqual([
      ['my_cat_1.jpg', 'my cat (1)'],
      ['Zluty_.jpg', 'Žlutý кот'],
      ['unknown.jpg', 'кот'],
      ['x.jpg', undefined],
      ['plain-1_2.jpg', undefined],
    ])
  })
})

test('a file that lies about itself is told as its sender calls it', async () => {
  const file = { bytes: Buffer.from('no picture'), name: 'x.jpg', type: 'image/jpeg' }
  const [message] = await told(() => alice.sendFiles('photo', [file]))
  expect(message?.attachments).toMatchObject([{ content_type: 'image/jpeg', size: 10 }])
  expect(message?.attachments[0]).not.toHaveProperty('width')
})

test('a GIF of the picker is a link first and gets its film a moment later, edited by nobody', async () => {
  const [link, preview] = await told(() => alice.send('gifv'))
  expect(link).toMatchObject({
    content: expect.stringContaining('https://tenor.com/view/'),
    embeds: [],
  })
  expect(preview).toMatchObject({
    id: link?.id,
    content: link?.content,
    edited_timestamp: null,
    embeds: [{ type: 'gifv', url: link?.content, video: { width: 240, height: 240 } }],
  })
  const film = preview?.embeds[0]?.video.proxy_url ?? ''
  expect(film).toContain(`${new URL(sandbox.apiRoot).origin}/external/`)
  expect((await fetchFile(film)).bytes).toEqual(exactly(sampleFile('animation.mp4')))
  expect(alice.chat).toMatchObject([{ kind: 'gifv', text: link?.content, edited: false }])
})

test('a GIF of the picker that Discord knows already has its film at once', async () => {
  const all = await told(() => alice.send('gifv-at-once'))
  expect(all).toMatchObject([{ embeds: [{ type: 'gifv' }] }])
})

test('a forwarded photo is in the snapshot alone', async () => {
  const [message] = await told(() => alice.send('forward-photo'))
  expect(message).toMatchObject({ content: '', attachments: [], message_reference: { type: 1 } })
  const [attachment] = message?.message_snapshots[0]?.message.attachments ?? []
  expect((await fetchFile(attachment?.url)).bytes).toEqual(exactly(sampleFile('photo.jpg')))
  expect(alice.chat).toMatchObject([{ kind: 'forward', files: [{ kind: 'photo' }] }])
})

test('samples carry captions and spoilers too, and their sender’s name', () => {
  alice.send('photo', { caption: 'hm', spoiler: true })
  expect(alice.chat).toMatchObject([{ text: 'hm', files: [{ spoiler: true }] }])
  expect(alice.chat[0]?.files[0]?.name).toContain(alice.username)
})

test('an edit changes the caption, and a file can be taken out, which is an edit as well', async () => {
  const files = [sampleFile('photo.jpg'), sampleFile('video.mp4')]
  const [, edited, shorter] = await told(() => {
    const [sent] = alice.sendFiles('photo', files, { caption: 'one' })
    alice.edit(sent?.id ?? '', 'two')
    alice.removeFile(sent?.id ?? '', 0)
  })
  expect(edited).toMatchObject({ content: 'two', edited_timestamp: expect.any(String) })
  expect(edited?.attachments).toHaveLength(2)
  expect(shorter).toMatchObject({ content: 'two', edited_timestamp: expect.any(String) })
  expect(shorter?.attachments).toMatchObject([{ content_type: 'video/mp4' }])
  expect((await fetchFile(edited?.attachments[0]?.url)).status).toBe(404)
  expect((await fetchFile(edited?.attachments[1]?.url)).status).toBe(200)
  expect(alice.chat).toMatchObject([{ kind: 'video', edited: true, files: [{ kind: 'video' }] }])
})

test('the bytes go with the message', async () => {
  const [message] = await told(() => alice.send('photo'))
  alice.remove(message?.id ?? '')
  expect((await fetchFile(message?.attachments[0]?.url)).status).toBe(404)
})

describe('the app does not send', () => {
  const photo = sampleFile('photo.jpg')
  const voice = sampleFile('voice.ogg')
  test.each([
    ['no file', () => alice.sendFiles('photo', []), '1 to 10 files'],
    ['eleven files', () => alice.sendFiles('photo', Array(11).fill(photo)), '1 to 10 files'],
    [
      'a video note',
      () => alice.sendFiles('video-note', [photo]),
      'no content of the kind video-note',
    ],
    ['a picture as a song', () => alice.sendFiles('audio', [photo]), 'as photo, not as audio'],
    ['two voice messages in one', () => alice.sendFiles('voice', [voice, voice]), 'one of these'],
    ['a caption under a voice message', () => alice.send('voice', { caption: 'x' }), 'no caption'],
    ['a voice message that is none', () => alice.sendFiles('voice', [photo]), 'as OGG'],
    ['a hidden sticker', () => alice.send('sticker', { spoiler: true }), 'cannot hide'],
    [
      'a PDF as a sticker',
      () => alice.sendFiles('sticker', [sampleFile('document.pdf')]),
      'no stickers',
    ],
    ['a poll with a caption', () => alice.send('poll', { caption: 'x' }), 'without caption'],
  ] as const)('%s', (_what, act, reason) => {
    expect(act).toThrow(reason)
    expect(alice.chat).toEqual([])
  })

  test('edits of voice messages, messages that become empty, other files in the place of files', () => {
    const spoken = alice.send('voice')
    expect(() => alice.edit(spoken.id, 'x')).toThrow('no voice messages')
    const pictured = alice.send('photo')
    expect(() => alice.removeFile(pictured.id, 0)).toThrow('no empty message')
    expect(() => alice.removeFile(pictured.id, 1)).toThrow('no file 1')
    expect(() => alice.replaceFile(pictured.id, 'photo', photo)).toThrow('no file in the place')
    expect(alice.chat.every(({ edited }) => !edited)).toBe(true)
  })
})
