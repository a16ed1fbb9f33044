// What people send besides words, as Discord's messages tell of it: exactly what is said to the core, and no word of a file's name.

import { describe, expect, it } from 'vitest'

import { fromEdit } from '../../../adapters/discord/inbound.ts'
import {
  attachment,
  attachmentRef,
  contentOf,
  gifEmbed,
  link,
  media,
  message,
  messageId,
  said,
  text,
  us,
} from './heard-messages.ts'

describe('an attachment', () => {
  it.each([
    ['image/jpeg', 'photo', 'image/jpeg'],
    ['image/webp', 'photo', 'image/webp'],
    ['image/gif', 'animation', 'image/gif'],
    ['IMAGE/GIF', 'animation', 'image/gif'],
    ['video/mp4', 'video', 'video/mp4'],
    ['audio/mpeg', 'audio', 'audio/mpeg'],
    ['audio/ogg; codecs=opus', 'audio', 'audio/ogg'],
    ['application/pdf', 'document', 'application/pdf'],
    ['text/plain; charset=utf-8', 'document', 'text/plain'],
    ['Annabel Leigh', 'document', undefined],
    ['image/<annabel>', 'document', undefined],
    [undefined, 'document', undefined],
  ])('that is %s is a %s', (contentType, kind, type) => {
    expect(contentOf({ attachments: [attachment({ content_type: contentType })] })).toEqual(
      said([media({ kind }, { type })]),
    )
  })

  it('that is a picture which moves is an animation', () => {
    const attachments = [attachment({ content_type: 'image/webp', flags: 1 << 5 })]
    expect(contentOf({ attachments })).toMatchObject({ files: [{ kind: 'animation' }] })
  })

  it('keeps what is said with it, as rich text', () => {
    const content = 'see **this**, <@1100000000000000009>'
    expect(contentOf({ content, attachments: [attachment()] })).toEqual(
      said([media()], {
        text: 'see this, @someone',
        ranges: [{ start: 4, end: 8, format: { kind: 'bold' } }],
      }),
    )
  })

  it('comes in its order among the others of the message', () => {
    const other = attachment({ id: '1100000000000000005', content_type: 'image/png' })
    expect(contentOf({ attachments: [other, attachment()] })).toEqual(
      said([
        media(
          { kind: 'photo' },
          { ref: attachmentRef(other.id), identity: other.id, type: 'image/png' },
        ),
        media(),
      ]),
    )
  })

  it.each([
    [{ flags: 8 }, true],
    [{ filename: 'SPOILER_cat.png' }, true],
    [{ flags: 8, filename: 'SPOILER_cat.png' }, true],
    [{ flags: 4 }, false],
    [{ filename: 'spoiler_cat.png' }, false],
    [{ filename: 'cat_SPOILER_.png' }, false],
  ])('%j is behind a spoiler: %s', (more, spoiler) => {
    expect(contentOf({ attachments: [attachment(more)] })).toEqual(said([media({ spoiler })]))
  })

  it.each(['../../etc/passwd', 'Annabel Leigh \u202egpj.exe', '<@1100000000000000001>', ''])(
    'tells nothing of the name %j',
    (filename) => {
      const told = attachment({ filename, title: filename, description: filename })
      expect(contentOf({ attachments: [told] })).toEqual(said([media()]))
    },
  )

  it('that was recorded in the app is a voice message with its length', () => {
    const attachments = [
      attachment({ content_type: 'audio/ogg', duration_secs: 2.3456, waveform: 'AAAA' }),
    ]
    expect(contentOf({ flags: 1 << 13, attachments })).toEqual(
      said([media({ kind: 'voice', durationMs: 2346 }, { type: 'audio/ogg' })]),
    )
  })

  it('says how long it plays', () => {
    const attachments = [attachment({ content_type: 'video/mp4', duration_secs: 4.2 })]
    expect(contentOf({ attachments })).toMatchObject({ files: [{ durationMs: 4200 }] })
  })
})

describe('a sticker', () => {
  it.each([
    [1, 'image/png', 'still'],
    [2, 'image/apng', 'frames'],
    [3, 'application/json', 'lottie'],
    [4, 'image/gif', 'frames'],
  ])('of format %i is %s, and %s', (format, type, motion) => {
    const stickers = [{ id: '1100000000000000007', name: 'annabel waves', format_type: format }]
    expect(contentOf({ content: 'hi', sticker_items: stickers })).toEqual(
      said(
        [
          media(
            { kind: 'sticker', motion },
            {
              ref: JSON.stringify({ kind: 'sticker', id: '1100000000000000007', format }),
              identity: '1100000000000000007',
              size: undefined,
              type,
            },
          ),
        ],
        text('hi'),
      ),
    )
  })
})

const forwarding = (inner: object) => ({
  message_reference: { type: 1, channel_id: '1100000000000000021', message_id: '8' },
  message_snapshots: [{ message: { content: '', attachments: [], embeds: [], type: 0, ...inner } }],
})

describe('a forwarded message', () => {
  it('is its words alone', () => {
    expect(contentOf(forwarding({ content: 'heard *this*?' }))).toMatchObject({
      kind: 'text',
      text: { text: 'heard this?' },
    })
  })

  it('is its files, which the message that forwards it knows', () => {
    const attachments = [attachment({ content_type: 'image/png' })]
    expect(contentOf(forwarding({ content: 'look', attachments }))).toEqual(
      said([media({ kind: 'photo' }, { type: 'image/png' })], text('look')),
    )
  })

  it.each([
    ['a voice message', { flags: 1 << 13, attachments: [attachment()] }, 'voice'],
    ['a sticker', { sticker_items: [{ id: '7', name: 'x', format_type: 1 }] }, 'sticker'],
    ['a GIF', { content: link, embeds: [gifEmbed()] }, 'animation'],
  ])('of %s stays one', (_what, inner, kind) => {
    expect(contentOf(forwarding(inner))).toMatchObject({ kind: 'media', files: [{ kind }] })
  })

  it('without anything that can be shown is refused', () => {
    expect(contentOf(forwarding({}))).toMatchObject({ kind: 'refused', what: 'unknown' })
  })
})

describe('a poll', () => {
  it('is its question and its answers, a line each', () => {
    const poll = {
      question: { text: 'Tea *or* <@1100000000000000009>?' },
      answers: [
        { answer_id: 1, poll_media: { text: 'Tea', emoji: { id: null, name: '🍵' } } },
        {
          answer_id: 2,
          poll_media: { text: 'No', emoji: { id: '1100000000000000008', name: 'nope' } },
        },
        { answer_id: 3, poll_media: { text: 'Both' } },
      ],
    }
    expect(contentOf({ poll })).toEqual({
      kind: 'text',
      text: text('Tea *or* @someone?\n• 🍵 Tea\n• :nope: No\n• Both'),
    })
  })
})

describe('an edit', () => {
  it('that takes a file away is told with the rest', () => {
    const editedAt = '2026-01-02T03:04:05.678000+00:00'
    const edit = message({
      content: 'look',
      attachments: [attachment({ content_type: 'image/png' })],
      edited_timestamp: editedAt,
    })
    expect(fromEdit(edit, us)).toMatchObject({
      seenKey: `edit:${messageId}:${editedAt}`,
      event: {
        kind: 'edited',
        content: said([media({ kind: 'photo' }, { type: 'image/png' })], text('look')),
      },
    })
  })
})
