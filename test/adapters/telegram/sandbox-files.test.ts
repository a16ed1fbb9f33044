// Files between the sandbox's people and the adapter: what people send is heard, what goes out is seen.

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { CaptionedFile } from '../../../src/core/action.ts'
import { ref } from '../../../src/core/address.ts'
import type { Media, MediaKind, PreparedFile } from '../../../src/core/media.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { must } from '../../../src/lib/must.ts'
import { sampleFile, type SampleName } from '../../../src/sandbox/samples/sample-files.ts'
import { outgoing, prepared } from './outgoing.ts'
import { createSandboxSetting, mediaOf, type SandboxSetting } from './sandbox-setting.ts'

let setting: SandboxSetting
beforeEach(async () => {
  setting = await createSandboxSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

async function lastMedia(): Promise<Media> {
  await setting.sandbox.flushed()
  return mediaOf(setting.events().at(-1))
}

function ready(form: MediaKind, sample: SampleName): PreparedFile {
  const bytes = Uint8Array.from(sampleFile(sample).bytes)
  return prepared(form, { bytes, name: `${form}-1.${sample.split('.')[1]}` })
}

const sendFiles = (files: readonly CaptionedFile[], prepareds: readonly PreparedFile[] = []) =>
  setting.perform({ kind: 'send-files', files, replyTo: undefined }, prepareds)

test.each<[MediaKind, Partial<Media>]>([
  ['photo', {}],
  ['video', {}],
  ['animation', {}],
  ['video-note', {}],
  ['voice', {}],
  ['audio', {}],
  ['sticker', { motion: 'still', emoji: '👋' }],
  ['document', {}],
])('a %s is heard as one, and nothing of its sender', async (kind, more) => {
  setting.ann.send(kind)
  const media = await lastMedia()
  expect(media).toMatchObject({ kind, spoiler: false, file: { platform: 'telegram' }, ...more })
  expect(media.file.size).toBeGreaterThan(0)
  expect(JSON.stringify(setting.events())).not.toMatch(/annabel|leigh|owner/i)
})

test('an album is heard file by file, under one name', async () => {
  const files = [sampleFile('photo.jpg'), sampleFile('photo.jpg')]
  setting.ann.sendFiles('photo', files, { caption: 'us', spoiler: true })
  await setting.sandbox.flushed()
  const [first, second, ...more] = setting.events()
  expect(more).toEqual([])
  expect(first).toMatchObject({
    content: { caption: { text: 'us' }, files: [{ spoiler: true }], album: expect.any(String) },
  })
  const { album } = first?.kind === 'message' && first.content.kind === 'media' ? first.content : {}
  expect(second).toMatchObject({ content: { caption: { text: '' }, album } })
})

test('another file in the place of one, and other words under it, are heard as edits', async () => {
  const { ann, sandbox } = setting
  const said = ann.send('photo', { caption: 'old' })
  const before = await lastMedia()
  ann.edit(said.id, 'new')
  await sandbox.flushed()
  expect(setting.events().at(-1)).toMatchObject({
    kind: 'edited',
    content: { caption: { text: 'new' } },
  })
  expect((await lastMedia()).file.identity).toBe(before.file.identity)
  ann.replaceFile(said.id, 'video', sampleFile('video.mp4'))
  const after = await lastMedia()
  expect(after.kind).toBe('video')
  expect(after.file.identity).not.toBe(before.file.identity)
})

test('places are heard, with and without a name', async () => {
  setting.ann.send('location')
  setting.ann.send('venue')
  await setting.sandbox.flushed()
  const point = { latitude: 52.516275, longitude: 13.377704 }
  expect(setting.events()).toMatchObject([
    { content: { kind: 'place', place: { ...point, venue: undefined } } },
    { content: { place: { ...point, venue: { address: 'Pariser Platz 1' } } } },
  ])
})

test.each<[MediaKind, SampleName]>([
  ['photo', 'photo.jpg'],
  ['video', 'video.mp4'],
  ['animation', 'animation.mp4'],
  ['animation', 'animation.gif'],
  ['audio', 'audio.mp3'],
  ['voice', 'voice.ogg'],
  ['video-note', 'video-note.mp4'],
  ['sticker', 'sticker.webp'],
  ['sticker', 'sticker.tgs'],
  ['sticker', 'sticker.webm'],
  ['document', 'document.pdf'],
  ['document', 'animation.gif'],
  ['document', 'video.mp4'],
])('a %s made of %s is seen as one, byte for byte', async (form, sample) => {
  const file = ready(form, sample)
  const { refs } = await sendFiles([outgoing(form)], [file])
  const seen = setting.ann.chat.at(-1)
  expect(refs).toEqual([`${setting.ann.id}/${seen?.id}`])
  expect(seen).toMatchObject({ kind: form, from: 'bot', files: [{ kind: form }] })
  expect(Buffer.compare(must(seen?.files[0], 'it is there').bytes, file.bytes)).toBe(0)
})

test('what is said under a file is seen with its formatting, and the file behind its spoiler', async () => {
  const caption = {
    text: 'look',
    ranges: [{ start: 0, end: 2, format: { kind: 'bold' } }],
  } as const
  await sendFiles([outgoing('photo', { caption, spoiler: true })], [ready('photo', 'photo.jpg')])
  expect(setting.ann.chat.at(-1)).toMatchObject({
    text: 'look',
    entities: [{ type: 'bold', offset: 0, length: 2 }],
    files: [{ spoiler: true }],
  })
})

test.each(['photo', 'voice', 'video-note'] as const)(
  'a %s of somebody else on Telegram is seen without a byte being sent',
  async (kind) => {
    setting.ben.send(kind)
    const media = await lastMedia()
    const file = outgoing(kind, { media, isByReference: true })
    await sendFiles([file])
    expect(setting.ann.chat.at(-1)).toMatchObject({ kind, files: [{ kind }] })
    const original = setting.ben.chat.at(-1)?.files[0]
    expect(setting.ann.chat.at(-1)?.files[0]?.bytes).toEqual(original?.bytes)
  },
)

test('an album is seen together, one message for each file, and answered by their names', async () => {
  setting.ben.send('photo')
  const media = await lastMedia()
  const files = [
    outgoing('photo', { caption: plain('one') }),
    outgoing('photo', { media, isByReference: true }),
    outgoing('video', { caption: plain('three') }),
  ]
  const ready2 = [ready('photo', 'photo.jpg'), ready('video', 'video.mp4')]
  const { refs } = await sendFiles(files, ready2)
  const seen = setting.ann.chat.slice(-3)
  expect(seen.map(({ id }) => `${setting.ann.id}/${id}`)).toEqual(refs)
  expect(seen).toMatchObject([
    { kind: 'photo', text: 'one' },
    { kind: 'photo', text: '' },
    { kind: 'video', text: 'three' },
  ])
  expect(new Set(seen.map(({ album }) => album)).size).toBe(1)
  expect(seen[0]?.album).toBeDefined()
})

test('what was made plainer than planned is seen as an album of documents', async () => {
  const files = [ready('photo', 'photo.jpg'), ready('document', 'document.pdf')]
  await sendFiles([outgoing('photo'), outgoing('photo')], files)
  expect(setting.ann.chat.slice(-2)).toMatchObject([{ kind: 'document' }, { kind: 'document' }])
})

test('an album that breaks off in the middle may have arrived', async () => {
  setting.sandbox.inject({ method: 'sendMediaGroup', fault: { kind: 'partial-album', sent: 1 } })
  const file = ready('photo', 'photo.jpg')
  const sending = sendFiles([outgoing('photo'), outgoing('photo')], [file, file])
  await expect(sending).rejects.toMatchObject({ failure: { kind: 'unknown' } })
})

test('who wants to hear no voice hears none', async () => {
  setting.ann.forbidVoice(true)
  const sending = sendFiles([outgoing('voice')], [ready('voice', 'voice.ogg')])
  await expect(sending).rejects.toMatchObject({ failure: { kind: 'rejected' } })
})

test('a picture that Telegram cannot read is rejected', async () => {
  const sending = sendFiles([outgoing('photo')], [prepared('photo')])
  await expect(sending).rejects.toMatchObject({ failure: { kind: 'rejected' } })
})

test('a place is seen as one', async () => {
  const place = { latitude: 52.5, longitude: 13.4, venue: { title: 'Café', address: 'Street 1' } }
  await setting.perform({ kind: 'send-place', place, replyTo: undefined })
  expect(setting.ann.chat.at(-1)?.place).toEqual({
    latitude: 52.5,
    longitude: 13.4,
    title: 'Café',
    address: 'Street 1',
  })
})

test('words and file change in place, and words go', async () => {
  const files = [outgoing('photo', { caption: plain('old') })]
  const [name = ref('')] = (await sendFiles(files, [ready('photo', 'photo.jpg')])).refs
  const edit = { kind: 'edit-files', ref: name, files: [], dropped: [] } as const
  await setting.perform({ ...edit, text: plain('new') })
  expect(setting.ann.chat.at(-1)).toMatchObject({ kind: 'photo', text: 'new', edited: true })
  await setting.perform({ ...edit, text: plain('new') })
  const video = outgoing('video', { caption: plain('new'), spoiler: true })
  await setting.perform({ ...edit, text: undefined, files: [video] }, [ready('video', 'video.mp4')])
  expect(setting.ann.chat.at(-1)).toMatchObject({
    kind: 'video',
    text: 'new',
    files: [{ spoiler: true }],
  })
  await setting.perform({ ...edit, text: plain('') })
  expect(setting.ann.chat.at(-1)).toMatchObject({ kind: 'video', text: '' })
})

test('a file is answered, reacted to and taken back as a text is', async () => {
  const { ann, sandbox } = setting
  const [name = ref('')] = (await sendFiles([outgoing('photo')], [ready('photo', 'photo.jpg')]))
    .refs
  const seen = must(ann.chat.at(-1), 'it is there')
  ann.send('photo', { replyTo: seen.id })
  ann.react(seen.id, ['❤'])
  ann.say('/delete', { replyTo: must(ann.chat.at(-1), 'it was sent').id })
  await sandbox.flushed()
  expect(setting.events()).toMatchObject([
    { kind: 'message', content: { kind: 'media' }, replyTo: { ref: name } },
    { kind: 'reacted', ref: name },
    { kind: 'command', command: 'delete' },
  ])
  const own = setting.events()[0]
  if (own?.kind !== 'message') throw new Error('Nothing was said.')
  await setting.perform(
    {
      kind: 'send-files',
      files: [outgoing('photo')],
      replyTo: own.ref,
    },
    [ready('photo', 'photo.jpg')],
  )
  expect(ann.chat.at(-1)?.replyTo).toBe(own.ref.split('/')[1])
  await setting.perform({ kind: 'react', ref: own.ref, emoji: ['👍'], before: [] })
  await setting.perform({ kind: 'delete', ref: name })
  expect(ann.chat.map(({ id }) => id)).not.toContain(seen.id)
})
