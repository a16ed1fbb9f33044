// Every kind of message that is said, as the content that it is, and nothing of who says it.

import { expect, test } from 'vitest'

import { contentOf } from './content-of.ts'
import { ann, channel } from './updates.ts'

const file = (name: string) => ({ file_id: name, file_unique_id: `u-${name}`, file_size: 9000 })
const size = (name: string, width: number, height: number) => ({ ...file(name), width, height })
const source = (ref: string, type: string | undefined, bytes: number | undefined = 9000) => ({
  platform: 'telegram',
  ref,
  identity: `u-${ref}`,
  size: bytes,
  type,
})

const thumbnail = size('t', 320, 320)
/** Everything that Telegram tells of files and that nobody may hear. */
const names = {
  file_name: 'Annabel_Leigh_CV.pdf',
  performer: 'Annabel',
  title: 'Leigh at home',
  set_name: 'annabel_by_bot',
  custom_emoji_id: 'Annabel',
}
const bare = {
  thumbnail: undefined,
  spoiler: false,
  durationMs: undefined,
  emoji: undefined,
  motion: undefined,
}
const still = source('t', 'image/jpeg')
const sizes = [size('small', 90, 60), size('large', 1280, 853), size('middle', 320, 213)]
const photo = { ...bare, kind: 'photo', file: source('large', 'image/jpeg') }
const sticker = { ...bare, kind: 'sticker', emoji: '🙃' }

const media: readonly (readonly [string, Record<string, unknown>, unknown])[] = [
  ['a photo is its largest size', { photo: sizes }, photo],
  ['a live photo is its photo', { live_photo: { ...file('v'), duration: 3 }, photo: sizes }, photo],
  [
    'a live photo without one beside it is the photo in it',
    { live_photo: { ...file('v'), duration: 3, photo: sizes } },
    photo,
  ],
  [
    'a photo behind a spoiler stays there',
    { photo: sizes, has_media_spoiler: true },
    { ...photo, spoiler: true },
  ],
  [
    'a video',
    {
      video: { ...file('v'), ...names, duration: 61, mime_type: 'video/mp4', thumbnail },
      has_media_spoiler: true,
    },
    {
      ...bare,
      kind: 'video',
      file: source('v', 'video/mp4'),
      thumbnail: still,
      spoiler: true,
      durationMs: 61_000,
    },
  ],
  [
    'an animation, which is a document for older bots',
    {
      animation: { ...file('a'), ...names, duration: 2, mime_type: 'video/mp4', thumbnail },
      document: { ...file('a'), ...names },
    },
    {
      ...bare,
      kind: 'animation',
      file: source('a', 'video/mp4'),
      thumbnail: still,
      durationMs: 2000,
    },
  ],
  [
    'a video note',
    { video_note: { ...file('n'), length: 240, duration: 7, thumbnail } },
    {
      ...bare,
      kind: 'video-note',
      file: source('n', 'video/mp4'),
      thumbnail: still,
      durationMs: 7000,
    },
  ],
  [
    'a voice message',
    { voice: { ...file('o'), duration: 3, mime_type: 'audio/ogg' } },
    { ...bare, kind: 'voice', file: source('o', 'audio/ogg'), durationMs: 3000 },
  ],
  [
    'music, without its cover',
    { audio: { ...file('m'), ...names, duration: 200, mime_type: 'audio/mpeg', thumbnail } },
    { ...bare, kind: 'audio', file: source('m', 'audio/mpeg'), durationMs: 200_000 },
  ],
  [
    'a document, without its preview',
    { document: { ...file('d'), ...names, mime_type: 'application/pdf', thumbnail } },
    { ...bare, kind: 'document', file: source('d', 'application/pdf') },
  ],
  [
    'a document of which nothing is known',
    { document: { file_id: 'd', file_unique_id: 'u-d' } },
    { ...bare, kind: 'document', file: { ...source('d', undefined), size: undefined } },
  ],
  [
    'a sticker that stands still',
    { sticker: { ...file('s'), ...names, type: 'regular', emoji: '🙃' } },
    { ...sticker, file: source('s', 'image/webp'), motion: 'still' },
  ],
  [
    'a sticker that is drawn, with its picture',
    { sticker: { ...file('s'), ...names, is_animated: true, emoji: '🙃', thumbnail } },
    {
      ...sticker,
      file: source('s', 'application/x-tgsticker'),
      thumbnail: source('t', undefined),
      motion: 'lottie',
    },
  ],
  [
    'a sticker that is filmed',
    { sticker: { ...file('s'), ...names, is_video: true, emoji: '🙃' } },
    { ...sticker, file: source('s', 'video/webm'), motion: 'frames' },
  ],
]

test.each(media)('%s', (_what, fields, expected) => {
  const content = contentOf({ ...fields, via_bot: ann, author_signature: 'Annabel' })
  expect(content).toEqual({
    kind: 'media',
    files: [expected],
    caption: { text: '', ranges: [] },
    album: undefined,
  })
  expect(JSON.stringify(content)).not.toMatch(/annabel|leigh/i)
})

test('what is written under a file comes with its formatting, and the album that it is part of', () => {
  expect(
    contentOf({
      photo: sizes,
      caption: 'me and Ann 🙃',
      caption_entities: [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'text_mention', offset: 7, length: 3, user: ann },
        { type: 'custom_emoji', offset: 11, length: 2, custom_emoji_id: '7' },
      ],
      media_group_id: '88',
    }),
  ).toEqual({
    kind: 'media',
    files: [photo],
    caption: {
      text: 'me and Ann 🙃',
      ranges: [{ start: 0, end: 2, format: { kind: 'bold' } }],
    },
    album: '88',
  })
})

test('a command under a file is said and not obeyed', () => {
  expect(contentOf({ photo: sizes, caption: '/stop' })).toMatchObject({
    kind: 'media',
    caption: { text: '/stop' },
  })
})

test('a place is where it is, and a live one is where it is at that moment', () => {
  const location = { latitude: 52.5, longitude: 13.4, horizontal_accuracy: 20 }
  const place = { latitude: 52.5, longitude: 13.4, venue: undefined }
  expect(contentOf({ location })).toEqual({ kind: 'place', place })
  const live = { ...location, live_period: 900, heading: 90 }
  expect(contentOf({ location: live })).toEqual({ kind: 'place', place })
})

test('a venue has a title and an address, and no number at any service', () => {
  const location = { latitude: 52.5, longitude: 13.4 }
  const venue = { location, title: 'Café', address: 'Street 1', foursquare_id: '4b', x: ann }
  expect(contentOf({ location, venue })).toEqual({
    kind: 'place',
    place: { ...location, venue: { title: 'Café', address: 'Street 1' } },
  })
})

test('a dice is its emoji and how it fell', () => {
  expect(contentOf({ dice: { emoji: '🎲', value: 4 } })).toEqual({
    kind: 'text',
    text: { text: '🎲 4', ranges: [] },
  })
})

test('a poll is its question and its answers, one a line, and not who added or chose them', () => {
  const bold = [{ type: 'bold', offset: 0, length: 3 }]
  expect(
    contentOf({
      poll: {
        id: '1',
        question: '/stop: tea?',
        question_entities: [{ type: 'italic', offset: 7, length: 3 }],
        description: 'Be honest',
        options: [
          { text: 'Yes', text_entities: bold, voter_count: 3, added_by_user: ann },
          { text: 'No', voter_count: 1 },
        ],
        explanation: 'Annabel likes it',
        correct_option_ids: [0],
      },
    }),
  ).toEqual({
    kind: 'text',
    text: {
      text: '/stop: tea?\nBe honest\n• Yes\n• No',
      ranges: [
        { start: 7, end: 10, format: { kind: 'italic' } },
        { start: 24, end: 27, format: { kind: 'bold' } },
      ],
    },
  })
})

test('what is passed on from elsewhere is said by who passes it on, and no command', () => {
  const origin = { type: 'channel', date: 1, chat: channel, author_signature: 'Annabel' }
  const marks = { forward_origin: origin, sender_chat: channel, is_automatic_forward: true }
  expect(contentOf({ text: '/stop', ...marks })).toEqual({
    kind: 'text',
    text: { text: '/stop', ranges: [] },
  })
  expect(contentOf({ photo: sizes, ...marks })).toEqual({
    kind: 'media',
    files: [photo],
    caption: { text: '', ranges: [] },
    album: undefined,
  })
})
