import { InputMediaBuilder } from 'grammy'
import { describe, expect, it } from 'vitest'

import { sample, sampleBytes } from './samples.ts'
import { openSandbox, refusal } from './sandbox.ts'

const keyboard = { inline_keyboard: [[{ text: 'Go', callback_data: 'go' }]] }
const unchanged = { description: expect.stringContaining('message is not modified') }

describe('editMessageCaption', () => {
  it('replaces caption and buttons, and takes away what it does not name', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await api.sendPhoto(annaId, sample('photo.jpg'), {
      caption: 'before',
      has_spoiler: true,
      reply_markup: keyboard,
    })
    const edited = await api.editMessageCaption(annaId, message_id, {
      caption: 'after',
      caption_entities: [{ type: 'italic', offset: 0, length: 5 }],
    })
    expect(edited).toMatchObject({ caption: 'after', edit_date: expect.any(Number) })
    expect(anna.chat.at(-1)).toMatchObject({
      kind: 'photo',
      text: 'after',
      entities: [{ type: 'italic', offset: 0, length: 5 }],
      buttons: [],
      edited: true,
      files: [{ spoiler: true }],
    })
    const same = {
      caption: 'after',
      caption_entities: [{ type: 'italic' as const, offset: 0, length: 5 }],
    }
    expect(await refusal(api.editMessageCaption(annaId, message_id, same))).toMatchObject(unchanged)
    await api.editMessageCaption(annaId, message_id)
    expect(anna.chat.at(-1)?.text).toBe('')
  })

  it('finds none under what has none, and no text where there is one', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const said = await api.sendMessage(annaId, 'words')
    const sticker = await api.sendSticker(annaId, sample('sticker.webp'))
    for (const { message_id } of [said, sticker]) {
      expect(
        await refusal(api.editMessageCaption(annaId, message_id, { caption: 'x' })),
      ).toMatchObject({ description: 'Bad Request: there is no caption in the message to edit' })
    }
    const photo = await api.sendPhoto(annaId, sample('photo.jpg'), { caption: 'x' })
    expect(await refusal(api.editMessageText(annaId, photo.message_id, 'y'))).toMatchObject({
      description: 'Bad Request: there is no text in the message to edit',
    })
    expect(
      await refusal(
        api.editMessageCaption(annaId, photo.message_id, { caption: 'x'.repeat(1025) }),
      ),
    ).toMatchObject({ description: 'Bad Request: message caption is too long' })
  })
})

describe('editMessageMedia', () => {
  it('puts another file into its place, with its own caption', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await api.sendPhoto(annaId, sample('photo.jpg'), {
      caption: 'old',
      has_spoiler: true,
      reply_markup: keyboard,
    })
    const media = InputMediaBuilder.document(sample('document.pdf'), { caption: 'new' })
    const edited = await api.editMessageMedia(annaId, message_id, media)
    expect(edited).toMatchObject({ caption: 'new', document: { mime_type: 'application/pdf' } })
    expect(edited).not.toHaveProperty('photo')
    expect(edited).not.toHaveProperty('has_media_spoiler')
    const bytes = sampleBytes('document.pdf')
    expect(anna.chat.at(-1)).toMatchObject({
      kind: 'document',
      text: 'new',
      buttons: [],
      files: [{ bytes, spoiler: false }],
    })
  })

  it('puts a file into the place of a text', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const { message_id } = await api.sendMessage(annaId, 'words')
    await api.editMessageMedia(annaId, message_id, InputMediaBuilder.photo(sample('photo.jpg')))
    expect(anna.chat.at(-1)).toMatchObject({ kind: 'photo', text: '' })
  })

  it('changes nothing where the same file is there already', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const { message_id, photo } = await api.sendPhoto(annaId, sample('photo.jpg'))
    const media = InputMediaBuilder.photo(photo.at(-1)?.file_id ?? '')
    expect(await refusal(api.editMessageMedia(annaId, message_id, media))).toMatchObject(unchanged)
  })

  it('leaves voices, faces, stickers and the kind of an album', async () => {
    await using sandbox = await openSandbox()
    const { api, annaId } = sandbox
    const photo = (): ReturnType<typeof InputMediaBuilder.photo> =>
      InputMediaBuilder.photo(sample('photo.jpg'))
    const fixed = await Promise.all([
      api.sendVoice(annaId, sample('voice.ogg')),
      api.sendVideoNote(annaId, sample('video-note.mp4')),
      api.sendSticker(annaId, sample('sticker.webp')),
      api.sendLocation(annaId, 1, 1),
    ])
    for (const { message_id } of fixed) {
      expect(await refusal(api.editMessageMedia(annaId, message_id, photo()))).toMatchObject({
        description: "Bad Request: message media can't be edited",
      })
    }
    const [first] = await api.sendMediaGroup(annaId, [photo(), photo()])
    const id = first?.message_id ?? 0
    await api.editMessageMedia(annaId, id, InputMediaBuilder.video(sample('video.mp4')))
    expect(
      await refusal(
        api.editMessageMedia(annaId, id, InputMediaBuilder.document(sample('document.pdf'))),
      ),
    ).toMatchObject({
      description: "Bad Request: can't use the media of the specified type in the album",
    })
  })
})
