import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'

import { must } from '../../../src/lib/must.ts'
import type { SandboxFile, SeenFileKind } from '../../../src/sandbox/person.ts'
import {
  sampleFile,
  type SampleName,
  sampleOwner,
} from '../../../src/sandbox/samples/sample-files.ts'
import { openSandbox, type TestSandbox } from './sandbox.ts'

const text: SandboxFile = { bytes: Buffer.from('a diary'), name: 'diary.txt', type: 'text/plain' }

async function messages({ api }: TestSandbox): Promise<readonly Message[]> {
  return (await api.getUpdates()).flatMap(({ message }) => message ?? [])
}

const ownerOf = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(sampleOwner)

describe('a person with files', () => {
  it.each<[SeenFileKind, SampleName, object]>([
    ['video', 'video.mp4', { width: 480, height: 360, duration: 3 }],
    ['animation', 'animation.mp4', { width: 240, height: 240, duration: 2 }],
    ['audio', 'audio.mp3', { title: 'Sandbox_Owner_audio' }],
    ['voice', 'voice.ogg', { duration: 3, mime_type: 'audio/ogg' }],
    ['video-note', 'video-note.mp4', { length: 240, duration: 2 }],
    ['sticker', 'sticker.webp', { type: 'regular', is_animated: false, is_video: false }],
    ['sticker', 'sticker.tgs', { is_animated: true, is_video: false, width: 512, height: 512 }],
    ['sticker', 'sticker.webm', { is_animated: false, is_video: true }],
    ['document', 'document.pdf', { mime_type: 'application/pdf' }],
  ])('sends a %s: %s arrives byte for byte', async (kind, sample, about) => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const file = sampleFile(sample)
    const [seen] = anna.sendFiles(kind, [file])
    expect(seen).toMatchObject({ kind, text: '', files: [{ kind, bytes: file.bytes }] })

    const [message] = await messages(sandbox)
    const field = kind === 'video-note' ? 'video_note' : kind
    const sent = must(message?.[field], 'there is content')
    expect(sent).toMatchObject({ ...about, file_size: file.bytes.length })
    const isNamed = ['video', 'animation', 'audio', 'document'].includes(kind)
    expect('file_name' in sent ? sent.file_name : undefined).toBe(isNamed ? file.name : undefined)
    const { file_id } = Array.isArray(sent) ? must(sent[0], 'there is one') : sent
    expect(await sandbox.download(file_id)).toEqual(new Uint8Array(file.bytes))
  })

  it('sends a photo in several sizes, of which the last is theirs as it was', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const file = sampleFile('photo.jpg')
    anna.sendFiles('photo', [file])
    const sizes = (await messages(sandbox))[0]?.photo ?? []
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [90, 67],
      [320, 240],
      [800, 600],
    ])
    const [small, , large] = await Promise.all(
      sizes.map(({ file_id }) => sandbox.download(file_id)),
    )
    expect(large).toEqual(new Uint8Array(file.bytes))
    expect(small).not.toEqual(large)
    expect(ownerOf(must(small, 'there is a small one'))).toBe(true)
  })

  it('has a document beside an animation, for old bots', async () => {
    await using sandbox = await openSandbox()
    sandbox.anna.send('animation')
    const [message] = await messages(sandbox)
    expect(message?.document?.file_id).toBe(message?.animation?.file_id)
  })

  it('is named by what they send: files, songs, sticker sets, thumbnails', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    for (const kind of ['document', 'audio', 'sticker', 'video']) anna.send(kind)
    const [{ document } = {}, { audio } = {}, { sticker } = {}, { video } = {}] =
      await messages(sandbox)
    expect(document?.file_name).toContain(anna.username)
    expect(audio?.performer).toBe(anna.name)
    expect(sticker).toMatchObject({ set_name: `by_${anna.username}`, emoji: expect.any(String) })
    for (const sent of [document, sticker, video]) {
      expect(ownerOf(await sandbox.download(sent?.thumbnail?.file_id))).toBe(true)
    }
  })

  it('writes a caption with formatting, hides and replies', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const hello = must(anna.chat[0], 'there is a greeting')
    const seen = anna.send('photo', {
      caption: 'look here ',
      entities: [{ type: 'bold', offset: 0, length: 4 }],
      spoiler: true,
      replyTo: hello.id,
    })
    const entities = [{ type: 'bold', offset: 0, length: 4 }]
    expect(seen).toMatchObject({ text: 'look here', entities, replyTo: hello.id })
    expect(seen.files[0]?.spoiler).toBe(true)
    expect((await messages(sandbox))[0]).toMatchObject({
      caption: 'look here',
      caption_entities: entities,
      has_media_spoiler: true,
      reply_to_message: { message_id: Number(hello.id) },
    })
  })

  it('sends albums of one group, with the caption under the first', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const files = Array.from({ length: 10 }, () => sampleFile('photo.jpg'))
    const seen = anna.sendFiles('photo', files, { caption: 'ten of them', spoiler: true })
    expect(seen.map(({ text: caption }) => caption)).toEqual(['ten of them', ...Array(9).fill('')])
    expect(new Set(seen.map(({ album }) => album)).size).toBe(1)
    const sent = await messages(sandbox)
    expect(sent.map(({ media_group_id: group }) => group)).toEqual(seen.map(({ album }) => album))
    expect(sent.every((message) => message.has_media_spoiler)).toBe(true)
    expect(sent.map(({ message_id: id }) => id)).toEqual(
      sent.map((_, at) => (sent[0]?.message_id ?? 0) + at),
    )
  })

  it('can send nothing that an app would not send', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const photo = sampleFile('photo.jpg')
    expect(() => anna.sendFiles('photo', [])).toThrow('no file')
    expect(() => anna.sendFiles('photo', Array<SandboxFile>(11).fill(photo))).toThrow('one album')
    const voice = sampleFile('voice.ogg')
    expect(() => anna.sendFiles('voice', [voice, voice])).toThrow('no album')
    expect(() => anna.sendFiles('sticker', [photo])).toThrow('no sticker')
    expect(() => anna.send('sticker', { caption: 'x' })).toThrow('no caption')
    expect(() => anna.send('video-note', { caption: 'x' })).toThrow('no caption')
    expect(() => anna.send('document', { spoiler: true })).toThrow('hides nothing')
    expect(() => anna.send('photo', { caption: 'x'.repeat(1025) })).toThrow('caption is too long')
    expect(() => anna.send('poll', { caption: 'x' })).toThrow('no caption')
    expect(() => anna.removeFile(anna.send('photo').id)).toThrow('no file out')
    expect(anna.chat).toHaveLength(2)
  })

  it('edits a caption, and takes it away', async () => {
    await using sandbox = await openSandbox()
    const { anna, api } = sandbox
    const { id } = anna.send('photo', { caption: 'before', spoiler: true })
    await api.getUpdates({ offset: -1 })
    anna.edit(id, 'after')
    anna.edit(id, 'after')
    anna.edit(id, '')
    const edits = (await api.getUpdates()).flatMap(({ edited_message: edit }) => edit ?? [])
    expect(edits).toHaveLength(2)
    expect(edits[0]).toMatchObject({ caption: 'after', has_media_spoiler: true })
    expect(edits[0]?.photo).toHaveLength(3)
    expect(edits[1]).not.toHaveProperty('caption')
    expect(anna.chat.at(-1)).toMatchObject({ text: '', edited: true, files: [{ spoiler: true }] })
    expect(() => anna.edit(anna.send('sticker').id, 'x')).toThrow('cannot edit')
    expect(() => anna.edit(anna.send('location').id, 'x')).toThrow('cannot edit')
  })

  it('puts another file into the place of one, under the caption that was there', async () => {
    await using sandbox = await openSandbox()
    const { anna, api } = sandbox
    const seen = anna.send('photo', { caption: 'mine' })
    anna.replaceFile(seen.id, 'document', text)
    const [sent, edit] = await api.getUpdates()
    const edited = edit?.edited_message
    expect(edited).toMatchObject({ caption: 'mine', document: { file_name: 'diary.txt' } })
    expect(edited).not.toHaveProperty('photo')
    expect(edited?.document?.file_unique_id).not.toBe(sent?.message?.photo?.at(-1)?.file_unique_id)
    expect(await sandbox.download(edited?.document?.file_id)).toEqual(new Uint8Array(text.bytes))
    expect(anna.chat.at(-1)).toMatchObject({ kind: 'document', text: 'mine', edited: true })
  })

  it('leaves albums and what cannot be replaced as they are', async () => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const album = anna.send('album')
    anna.replaceFile(album.id, 'video', sampleFile('video.mp4'))
    expect(() => anna.replaceFile(album.id, 'document', text)).toThrow('into an album')
    const voice = anna.send('voice')
    expect(() => anna.replaceFile(voice.id, 'document', text)).toThrow('cannot put')
    expect(() => anna.replaceFile(anna.say('x').id, 'document', text)).toThrow('cannot put')
  })
})
