import { InputFile, InputMediaBuilder } from 'grammy'
import type {
  InputMediaAudio,
  InputMediaDocument,
  InputMediaPhoto,
  InputMediaVideo,
} from 'grammy/types'
import { describe, expect, it } from 'vitest'

import { must } from '../../../src/lib/must.ts'
import { png } from './pictures.ts'
import { sample, sampleBytes } from './samples.ts'
import { openSandbox, refusal } from './sandbox.ts'

type Media = readonly (InputMediaPhoto | InputMediaVideo)[]
/** What the types allow no album of, and what they cannot tell. */
type AnyMedia = readonly { readonly type: string }[]

const photo = (caption?: string): InputMediaPhoto =>
  InputMediaBuilder.photo(sample('photo.jpg'), caption === undefined ? {} : { caption })
const video = (): InputMediaVideo => InputMediaBuilder.video(sample('video.mp4'))
const document = (): InputMediaDocument => InputMediaBuilder.document(sample('document.pdf'))
const audio = (): InputMediaAudio => InputMediaBuilder.audio(sample('audio.mp3'))

describe('an album of the bot', () => {
  it('is a message each, of one group, with captions, spoilers and a reply', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const hello = must(anna.chat[0], 'there is a greeting')
    const hidden = InputMediaBuilder.video(sample('video.mp4'), { has_spoiler: true })
    const sent = await api.sendMediaGroup(annaId, [photo('under it'), hidden], {
      reply_parameters: { message_id: Number(hello.id) },
    })
    const [first, second] = anna.chat.slice(1)
    expect(sent.map(({ message_id: id }) => String(id))).toEqual([first?.id, second?.id])
    expect(first).toMatchObject({ kind: 'photo', text: 'under it', replyTo: hello.id })
    expect(second).toMatchObject({ kind: 'video', text: '', files: [{ spoiler: true }] })
    expect(first?.files[0]?.bytes).toEqual(sampleBytes('photo.jpg'))
    expect(first?.album).toMatch(/^\d+$/)
    expect(second?.album).toBe(first?.album)
  })

  it('takes known files by their ids', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const known = (await api.sendPhoto(annaId, sample('photo.jpg'))).photo.at(-1)?.file_id ?? ''
    await api.sendMediaGroup(annaId, [InputMediaBuilder.photo(known), photo()])
    expect(anna.chat.slice(-2).map(({ kind }) => kind)).toEqual(['photo', 'photo'])
    expect(
      await refusal(api.sendMediaGroup(annaId, [InputMediaBuilder.document(known), document()])),
    ).toMatchObject({ description: "Bad Request: can't use file of type Photo as Document" })
  })

  it.each<[string, () => AnyMedia]>([
    ['documents', () => [document(), document()]],
    ['audio files', () => [audio(), audio()]],
    ['ten photos', () => Array.from({ length: 10 }, () => photo())],
  ])('can be of %s', async (_, media) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const items = media()
    await api.sendMediaGroup(annaId, items as Media)
    expect(anna.chat).toHaveLength(1 + items.length)
  })

  it('leaves documents what they are', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const gif = InputMediaBuilder.document(sample('animation.gif'))
    await api.sendMediaGroup(annaId, [gif, document()])
    expect(anna.chat.slice(1).map(({ kind }) => kind)).toEqual(['document', 'document'])
  })

  it.each<[string, () => AnyMedia]>([
    ['there are no messages to send', () => []],
    ['the sandbox sends no album of one message', () => [photo()]],
    ['too much messages to send as an album', () => Array.from({ length: 11 }, () => photo())],
    ["document can't be mixed with other media types", () => [photo(), document()]],
    ["audio can't be mixed with other media types", () => [audio(), video()]],
    [
      'can\'t parse InputMedia: type "animation" can\'t be used in sendMediaGroup',
      () => [photo(), InputMediaBuilder.animation(sample('animation.mp4'))],
    ],
    [
      "can't parse InputMedia: media not found",
      () => [photo(), { type: 'photo', media: 'attach://nowhere' }],
    ],
    ['message caption is too long', () => [photo(), photo('x'.repeat(1025))]],
    [
      'failed to send message #2 with the error message "PHOTO_INVALID_DIMENSIONS"',
      () => [photo(), InputMediaBuilder.photo(new InputFile(png(9000, 9000), 'x.png'))],
    ],
    [
      'failed to send message #1 with the error message "Can\'t use the media of the specified type in the album"',
      () => [InputMediaBuilder.video(sample('photo.jpg')), photo()],
    ],
    ['the sandbox does not know parse_mode', () => [{ ...photo(), parse_mode: 'HTML' }, photo()]],
  ])('is refused: %s', async (why, media) => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId } = sandbox
    const call = api.sendMediaGroup(annaId, media() as Media)
    expect(await refusal(call)).toMatchObject({ code: 400, description: `Bad Request: ${why}` })
    expect(anna.chat).toHaveLength(1)
  })

  it('can fail when a part of it is sent', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, server } = sandbox
    server.inject({ fault: { kind: 'partial-album', sent: 2 } })
    await api.sendMessage(annaId, 'nothing happens to this')
    expect(await refusal(api.sendMediaGroup(annaId, [photo('a'), photo(), photo()]))).toMatchObject(
      {
        code: 400,
        description:
          'Bad Request: failed to send message #3 with the error message "Too Many Requests: retry after 8"',
      },
    )
    const sent = anna.chat.slice(2)
    expect(sent.map(({ text }) => text)).toEqual(['a', ''])
    expect(sent[0]?.album).toBe(sent[1]?.album)
    await api.sendMediaGroup(annaId, [photo(), photo()])
    expect(anna.chat).toHaveLength(6)
  })

  it('meets the faults of everything that is sent', async () => {
    await using sandbox = await openSandbox()
    const { api, anna, annaId, server } = sandbox
    server.inject({ times: 2, fault: { kind: 'rate-limited', retryAfterMs: 1000, scope: 'lane' } })
    expect(await refusal(api.sendMediaGroup(annaId, [photo(), photo()]))).toMatchObject({
      code: 429,
    })
    expect(await refusal(api.sendPhoto(annaId, sample('photo.jpg')))).toMatchObject({ code: 429 })
    expect(anna.chat).toHaveLength(1)
  })
})
