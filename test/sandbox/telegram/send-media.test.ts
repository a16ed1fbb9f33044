import { InputFile } from 'grammy'
import { describe, expect, it } from 'vitest'

import { must } from '../../../src/lib/must.ts'
import type { SeenFileKind } from '../../../src/sandbox/person.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import { mp4, png, webp } from './pictures.ts'
import { sample, sampleBytes } from './samples.ts'
import { openSandbox, refusal, type TestSandbox } from './sandbox.ts'

const megabyte = 1024 * 1024

type Api = TestSandbox['api']

/** Sends by every method, from an upload or a file_id; what comes back as the file of that kind. */
const send: Readonly<
  Record<SeenFileKind, (api: Api, to: number, file: InputFile | string) => Promise<SentFile>>
> = {
  photo: async (api, to, file) => (await api.sendPhoto(to, file)).photo.at(-1),
  video: async (api, to, file) => (await api.sendVideo(to, file)).video,
  animation: async (api, to, file) => (await api.sendAnimation(to, file)).animation,
  audio: async (api, to, file) => (await api.sendAudio(to, file)).audio,
  voice: async (api, to, file) => (await api.sendVoice(to, file)).voice,
  'video-note': async (api, to, file) => (await api.sendVideoNote(to, file)).video_note,
  sticker: async (api, to, file) => (await api.sendSticker(to, file)).sticker,
  document: async (api, to, file) => (await api.sendDocument(to, file)).document,
}
type SentFile = { readonly file_id: string; readonly file_unique_id: string } | undefined

const samples = {
  photo: 'photo.jpg',
  video: 'video.mp4',
  animation: 'animation.mp4',
  audio: 'audio.mp3',
  voice: 'voice.ogg',
  'video-note': 'video-note.mp4',
  sticker: 'sticker.webp',
  document: 'document.pdf',
} as const

const kinds = Object.keys(samples).filter((kind): kind is SeenFileKind => kind in send)

describe('a file that the bot sends', () => {
  it.each(kinds)('arrives as a %s byte for byte, and can be sent again by its id', async (kind) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, boris } = sandbox
    const bytes = sampleBytes(samples[kind])
    const sent = must(await send[kind](api, annaId, sample(samples[kind])), 'it is of that kind')
    expect(anna.chat.at(-1)).toMatchObject({ kind, from: 'bot', files: [{ kind, bytes }] })

    const again = must(await send[kind](api, Number(boris.id), sent.file_id), 'and so is this')
    expect(boris.chat.at(-1)?.files[0]?.bytes).toEqual(bytes)
    expect(again.file_unique_id).toBe(sent.file_unique_id)
    expect(again.file_id).not.toBe(sent.file_id)
    expect(await sandbox.download(again.file_id)).toEqual(bytes)
  })

  it.each(kinds)('is a %s that can be used as nothing else', async (kind) => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const { file_id } = must(await send[kind](api, annaId, sample(samples[kind])), 'it is sent')
    for (const other of kinds.filter((each) => each !== kind)) {
      expect(await refusal(send[other](api, annaId, file_id))).toMatchObject({
        code: 400,
        description: `Bad Request: can't use file of type ${fileTypes[kind]} as ${fileTypes[other]}`,
      })
    }
  })

  it('is not its thumbnail', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna } = sandbox
    anna.send('video')
    const [update] = await api.getUpdates()
    const id = update?.message?.video?.thumbnail?.file_id ?? ''
    const cannot = "Bad Request: can't use file of type Thumbnail as"
    expect(await refusal(api.sendPhoto(annaId, id))).toMatchObject({
      description: `${cannot} Photo`,
    })
    expect(await refusal(api.sendVideo(annaId, id))).toMatchObject({
      description: `${cannot} Video`,
    })
  })

  it('comes with caption, spoiler, buttons and reply', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna } = sandbox
    const question = must(anna.chat[0], 'there is a greeting')
    const message = await api.sendPhoto(annaId, sample('photo.jpg'), {
      caption: 'bold, and /not',
      caption_entities: [{ type: 'bold', offset: 0, length: 4 }],
      has_spoiler: true,
      show_caption_above_media: true,
      protect_content: true,
      reply_parameters: { message_id: Number(question.id) },
      reply_markup: { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] },
    })
    expect(message).toMatchObject({
      caption: 'bold, and /not',
      has_media_spoiler: true,
      show_caption_above_media: true,
      has_protected_content: true,
    })
    expect(anna.chat.at(-1)).toMatchObject({
      kind: 'photo',
      text: 'bold, and /not',
      entities: [
        { type: 'bold', offset: 0, length: 4 },
        { type: 'bot_command', offset: 10, length: 4 },
      ],
      files: [{ spoiler: true, width: 800, height: 600 }],
      buttons: [[{ label: 'Go', data: 'go' }]],
      replyTo: question.id,
    })
  })

  it('is what the sender defines where they do', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const video = await api.sendVideo(annaId, sample('video.mp4'), {
      width: 9,
      height: 8,
      duration: 7,
    })
    expect(video.video).toMatchObject({ width: 9, height: 8, duration: 7 })
    const thumbnail = sample('photo.jpg')
    const audio = await api.sendAudio(annaId, sample('audio.mp3'), {
      performer: 'P',
      title: 'T',
      duration: 3,
      thumbnail,
    })
    expect(audio.audio).toMatchObject({ performer: 'P', title: 'T', duration: 3 })
    // It is larger than 320 pixels.
    expect(audio.audio).not.toHaveProperty('thumbnail')
    const document = await api.sendDocument(annaId, sample('document.pdf'))
    expect(document.document).not.toHaveProperty('thumbnail')
    const { sticker } = await api.sendSticker(annaId, sample('sticker.webp'), { emoji: '😀' })
    expect(sticker).toMatchObject({ emoji: '😀' })
    expect(sticker).not.toHaveProperty('set_name')
  })

  it('is recorded with its name and type, and with bytes that no print-out shows', async () => {
    await using sandbox = await openSandbox()
    const { annaId, server, apiRoot } = sandbox
    const form = new FormData()
    form.set('chat_id', String(annaId))
    form.set('photo', 'attach://one')
    const photo = sampleFile('photo.jpg')
    form.set('one', new File([new Uint8Array(photo.bytes)], 'of_anna.jpg', { type: 'image/jpeg' }))
    await fetch(`${apiRoot}/bot${server.token}/sendPhoto`, { method: 'POST', body: form })
    const body: unknown = server.requests.at(-1)?.body
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        chat_id: String(annaId),
        photo: 'attach://one',
        one: { name: 'of_anna.jpg', type: 'image/jpeg', size: photo.bytes.length },
      }),
    )
    expect(body).toHaveProperty('one.bytes', new Uint8Array(photo.bytes))
  })
})

const fileTypes: Readonly<Record<SeenFileKind, string>> = {
  photo: 'Photo',
  video: 'Video',
  animation: 'Animation',
  audio: 'Audio',
  voice: 'VoiceNote',
  'video-note': 'VideoNote',
  sticker: 'Sticker',
  document: 'Document',
}

describe('a limit on files', () => {
  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(), 'file must be non-empty'],
    [
      'more than 10 MB',
      png(100, 100, 10 * megabyte + 1),
      'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    ],
    ['more than 10000 pixels along two sides', png(5000, 5001), 'PHOTO_INVALID_DIMENSIONS'],
    ['more than 20 times as wide as high', png(2001, 100), 'PHOTO_INVALID_DIMENSIONS'],
    ['what is no picture', Buffer.from('words'), 'IMAGE_PROCESS_FAILED'],
  ])('keeps a photo from being %s', async (_, bytes, why) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    expect(await refusal(api.sendPhoto(annaId, new InputFile(bytes, 'x.png')))).toMatchObject({
      code: 400,
      description: `Bad Request: ${why}`,
    })
    expect(anna.chat).toHaveLength(1)
  })

  it('lets the largest photo pass', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    await api.sendPhoto(annaId, new InputFile(png(5000, 5000, 10 * megabyte), 'x.png'))
    await api.sendPhoto(annaId, new InputFile(png(2000, 100), 'x.png'))
  })

  it('refuses an upload of more than 50 MB', async () => {
    await using sandbox = await openSandbox()
    const { annaId, apiRoot, server } = sandbox
    const send = async (size: number): Promise<unknown> => {
      const form = new FormData()
      form.set('chat_id', String(annaId))
      form.set('document', new File([new Uint8Array(size)], 'x.bin'))
      const method = `${apiRoot}/bot${server.token}/sendDocument`
      return (await fetch(method, { method: 'POST', body: form })).json()
    }
    expect(await send(50 * megabyte + 1)).toEqual({
      ok: false,
      error_code: 413,
      description: 'Request Entity Too Large',
    })
    expect(server.requests.at(-1)).toMatchObject({ method: 'sendDocument', status: 413 })
    expect(await send(50 * megabyte)).toMatchObject({ ok: true })
  })

  it('refuses a caption of more than 1024 characters', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const photo = (caption: string): Promise<unknown> =>
      api.sendPhoto(annaId, sample('photo.jpg'), { caption })
    expect(await refusal(photo('x'.repeat(1025)))).toMatchObject({
      code: 400,
      description: 'Bad Request: message caption is too long',
    })
    await photo('x'.repeat(1024))
  })

  it('makes of what is none of the kind what it is', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna } = sandbox
    const sent = async (call: Promise<unknown>): Promise<string | undefined> => {
      await call
      return anna.chat.at(-1)?.kind
    }
    const file = (bytes: Uint8Array): InputFile => new InputFile(bytes, 'x')
    expect(await sent(api.sendVideoNote(annaId, sample('video.mp4')))).toBe('video')
    expect(await sent(api.sendVideoNote(annaId, file(mp4(240, 240, 61))))).toBe('video')
    expect(await sent(api.sendVideoNote(annaId, file(mp4(240, 240, 60))))).toBe('video-note')
    expect(await sent(api.sendVoice(annaId, sample('audio.mp3')))).toBe('voice')
    expect(await sent(api.sendVoice(annaId, sample('video.mp4')))).toBe('document')
    expect(await sent(api.sendAudio(annaId, sample('voice.ogg')))).toBe('document')
    expect(await sent(api.sendVideo(annaId, sample('sticker.webm')))).toBe('document')
    expect(await sent(api.sendAnimation(annaId, sample('photo.jpg')))).toBe('document')
    expect(await sent(api.sendSticker(annaId, sample('sticker.png')))).toBe('document')
    expect(await sent(api.sendSticker(annaId, file(webp(513, 512))))).toBe('document')
    expect(await sent(api.sendSticker(annaId, file(webp(512, 512, 512 * 1024 + 1))))).toBe(
      'document',
    )
    expect(await sent(api.sendSticker(annaId, sample('sticker.tgs')))).toBe('sticker')
    expect(await sent(api.sendSticker(annaId, sample('sticker.webm')))).toBe('sticker')
  })

  it('looks into documents unless it is told not to', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna } = sandbox
    for (const [name, kind] of [
      ['animation.gif', 'animation'],
      ['sticker.webp', 'sticker'],
      ['voice.ogg', 'voice'],
      ['audio.mp3', 'audio'],
      ['video.mp4', 'video'],
      ['photo.jpg', 'document'],
    ] as const) {
      await api.sendDocument(annaId, sample(name))
      expect(anna.chat.at(-1)?.kind).toBe(kind)
      await api.sendDocument(annaId, sample(name), { disable_content_type_detection: true })
      expect(anna.chat.at(-1)?.kind).toBe('document')
    }
  })

  it('keeps voices and faces from those who do not want them', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna } = sandbox
    const forbidden = { code: 400, description: 'Bad Request: VOICE_MESSAGES_FORBIDDEN' }
    anna.forbidVoice(true)
    expect(await refusal(api.sendVoice(annaId, sample('voice.ogg')))).toMatchObject(forbidden)
    expect(await refusal(api.sendVideoNote(annaId, sample('video-note.mp4')))).toMatchObject(
      forbidden,
    )
    await api.sendAudio(annaId, sample('audio.mp3'))
    anna.forbidVoice(false)
    await api.sendVoice(annaId, sample('voice.ogg'))
  })

  it('refuses what is no file, and what it does not imitate', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    for (const [call, why] of [
      [api.sendPhoto(annaId, ''), 'there is no photo in the request'],
      [api.sendVideoNote(annaId, ''), 'there is no video note in the request'],
      [api.sendPhoto(annaId, 'unheard-of'), 'wrong file identifier/HTTP URL specified'],
      [
        api.sendPhoto(annaId, 'https://example.org/a.jpg'),
        'the sandbox fetches nothing from elsewhere',
      ],
      [
        api.sendPhoto(annaId, sample('photo.jpg'), { parse_mode: 'HTML' }),
        'the sandbox does not know parse_mode',
      ],
      [
        api.raw.sendVideoNote({
          chat_id: annaId,
          video_note: sample('video-note.mp4'),
          // @ts-expect-error A video note has none.
          caption: 'x',
        }),
        'the sandbox does not know caption',
      ],
    ] as const) {
      expect(await refusal(call)).toMatchObject({ code: 400, description: `Bad Request: ${why}` })
    }
  })
})

describe('a place', () => {
  it('is shown on a map, with title and address as a venue', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId, anna } = sandbox
    await api.sendLocation(annaId, 52.5, 13.25)
    const place = { latitude: 52.5, longitude: 13.25, title: undefined, address: undefined }
    expect(anna.chat.at(-1)).toMatchObject({ kind: 'place', place, files: [] })
    const venue = await api.sendVenue(annaId, 52.5, 13.25, 'Café', 'Platz 1')
    expect(venue).toMatchObject({ location: { latitude: 52.5 }, venue: { title: 'Café' } })
    expect(anna.chat.at(-1)?.place).toEqual({ ...place, title: 'Café', address: 'Platz 1' })
  })

  it('is on Earth', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    expect(await refusal(api.sendLocation(annaId, 91, 0))).toMatchObject({
      description: 'Bad Request: wrong location specified',
    })
    const missing = sandbox.fetch(
      'sendLocation',
      { chat_id: annaId, longitude: 1 },
      AbortSignal.timeout(5000),
    )
    expect(await (await missing).json()).toMatchObject({
      description: 'Bad Request: latitude is empty',
    })
  })
})
