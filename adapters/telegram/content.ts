// What is said with a message, in canonical form. Read field by field: file names, performers, sticker sets and origins are never looked at.

import type { Dice, Location, Message, Poll, Venue } from 'grammy/types'

import { isBlank } from '../../src/core/clean.ts'
import type { Content } from '../../src/core/content.ts'
import type { Media } from '../../src/core/media.ts'
import { concat, plain, type RichText } from '../../src/core/rich-text.ts'
import { unreachable } from '../../src/lib/must.ts'
import { toRichText } from './format.ts'
import { mediaOf } from './inbound-media.ts'
import { kindOf } from './message-kind.ts'
import { fromRichMessage } from './rich-message.ts'

/** `undefined` for service messages. */
export function contentOf(message: Message): Content | undefined {
  const kind = kindOf(message)
  switch (kind) {
    case 'service':
      return undefined
    case 'text':
      return { kind: 'text', text: toRichText(message.text ?? '', message.entities ?? []) }
    case 'rich-message':
      return saying(message, message.rich_message && fromRichMessage(message.rich_message))
    case 'dice':
      return saying(message, message.dice && fromDice(message.dice))
    case 'poll':
      return saying(message, message.poll && fromPoll(message.poll))
    case 'venue':
      return message.venue && fromVenue(message.venue)
    case 'place':
      return message.location && fromLocation(message.location)
    case 'photo':
    case 'live-photo':
    case 'video':
    case 'animation':
    case 'video-note':
    case 'voice':
    case 'audio':
    case 'sticker':
    case 'document':
      return showing(message, mediaOf(kind, message))
    case 'contact':
    case 'story':
    case 'game':
    case 'invoice':
    case 'paid-media':
    case 'giveaway':
    case 'checklist':
    case 'unknown':
      return { kind: 'refused', what: kind, group: message.media_group_id }
    default:
      return unreachable(kind)
  }
}

function saying(message: Message, text: RichText | undefined): Content {
  // A rich message may be nothing but pictures and maps, of which words say nothing.
  if (text === undefined || isBlank(text.text))
    return { kind: 'refused', what: 'unknown', group: message.media_group_id }
  return { kind: 'text', text }
}

function showing(message: Message, media: Media | undefined): Content {
  const album = message.media_group_id
  if (media === undefined) return { kind: 'refused', what: 'unknown', group: album }
  const caption = toRichText(message.caption ?? '', message.caption_entities ?? [])
  return { kind: 'media', files: [media], caption, album }
}

/** A live location is where it is now; it moves by edits. */
function fromLocation({ latitude, longitude }: Location): Content {
  return { kind: 'place', place: { latitude, longitude, venue: undefined } }
}

function fromVenue({ location: { latitude, longitude }, title, address }: Venue): Content {
  return { kind: 'place', place: { latitude, longitude, venue: { title, address } } }
}

/** The value is Telegram's throw: a dice of the bot's would fall differently. */
function fromDice({ emoji, value }: Dice): RichText {
  return plain(`${emoji} ${value}`)
}

/** As words: a vote in one chat would be seen in no other. */
function fromPoll({
  question,
  question_entities: marks,
  description,
  description_entities: descriptionMarks,
  options,
}: Poll): RichText {
  const lines = options.flatMap(({ text, text_entities: entities }) => [
    plain('\n• '),
    toRichText(text, entities ?? []),
  ])
  const about =
    description === undefined ? [] : [plain('\n'), toRichText(description, descriptionMarks ?? [])]
  return concat(toRichText(question, marks ?? []), ...about, ...lines)
}
