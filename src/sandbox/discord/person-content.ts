// What a person's app sends for each kind of content. File names carry the sender's name, as careless people's do.

import type { Account } from './account.ts'
import { messageFlag, wireTime } from './wire-message.ts'
import type { WireAttachment, WireMessage } from './wire-message.ts'

export interface ContentContext {
  readonly account: Account
  readonly channelId: string
  readonly nextId: () => string
  readonly origin: string
  readonly now: number
}

type FileDetails = Omit<WireAttachment, 'id' | 'url' | 'proxy_url'>

const picture = {
  width: 800,
  height: 600,
  placeholder: 'HBgGDIIHd3d/d3h4d3iAd4dwhw==',
  placeholder_version: 1,
}
/** Attachment flag IS_ANIMATED: https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags */
const isAnimated = 1 << 5

/** The parts that set a message of this kind apart. Throws on a kind that Discord lacks. */
export function personContent(kind: string, context: ContentContext): Partial<WireMessage> {
  const mine = context.account.username
  switch (kind) {
    case 'photo':
      return file(context, {
        filename: `${mine}-photo.jpg`,
        size: 48_213,
        content_type: 'image/jpeg',
        ...picture,
      })
    case 'video':
      return file(context, {
        filename: `${mine}-video.mp4`,
        size: 912_004,
        content_type: 'video/mp4',
        duration_secs: 4.2,
        ...picture,
      })
    case 'animation':
      return file(context, {
        filename: `${mine}-dance.gif`,
        size: 210_333,
        content_type: 'image/gif',
        ...picture,
        flags: isAnimated,
      })
    case 'audio':
      return file(context, {
        filename: `${mine}-song.mp3`,
        size: 3_204_551,
        content_type: 'audio/mpeg',
        duration_secs: 180.5,
      })
    case 'document':
      return file(context, {
        filename: `${mine}-cv.pdf`,
        size: 77_120,
        content_type: 'application/pdf',
      })
    case 'voice':
      return voice(context)
    case 'sticker':
      return { sticker_items: [{ id: context.nextId(), name: `${mine} waves`, format_type: 1 }] }
    case 'poll':
      return poll(context)
    case 'forward':
      return forward(context)
    case 'unknown':
      return { type: 999 }
    default:
      throw new Error(`Discord has no content of the kind ${kind}.`)
  }
}

/** https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
export function attachment(context: ContentContext, details: FileDetails): WireAttachment {
  const id = context.nextId()
  const seconds = Math.floor(context.now / 1000)
  const signature = `ex=${(seconds + 86_400).toString(16)}&is=${seconds.toString(16)}&hm=${id.padStart(64, '0')}&`
  const url = `${context.origin}/attachments/${context.channelId}/${id}/${encodeURIComponent(details.filename)}?${signature}`
  return { ...details, id, url, proxy_url: url }
}

function file(context: ContentContext, details: FileDetails): Partial<WireMessage> {
  return { attachments: [attachment(context, details)] }
}

/** https://docs.discord.com/developers/resources/message#voice-messages */
function voice(context: ContentContext): Partial<WireMessage> {
  const waveform = Buffer.from([0, 12, 80, 255, 190, 44, 9, 0]).toString('base64')
  const sound = {
    filename: 'voice-message.ogg',
    size: 10_240,
    content_type: 'audio/ogg',
    duration_secs: 2.5,
    waveform,
  }
  return { ...file(context, sound), flags: messageFlag.voice }
}

/** https://docs.discord.com/developers/resources/poll#poll-object */
function poll({ now }: ContentContext): Partial<WireMessage> {
  const answers = ['Yes', 'No'].map((text, index) => ({
    answer_id: index + 1,
    poll_media: { text },
  }))
  const results = { is_finalized: false, answer_counts: [] }
  const question = { text: 'Shall we meet?' }
  return {
    poll: {
      question,
      answers,
      expiry: wireTime(now + 86_400_000),
      allow_multiselect: false,
      layout_type: 1,
      results,
    },
  }
}

/** https://docs.discord.com/developers/resources/message#message-reference-types: the message itself is empty, the snapshot has it all. */
function forward({ nextId, now }: ContentContext): Partial<WireMessage> {
  const none = { mentions: [], mention_roles: [], attachments: [], embeds: [], components: [] }
  const message = {
    ...none,
    type: 0,
    content: 'Said by somebody else, somewhere else',
    timestamp: wireTime(now - 60_000),
    edited_timestamp: null,
    flags: 0,
  }
  const channelId = nextId()
  return {
    message_reference: { type: 1, channel_id: channelId, message_id: nextId() },
    message_snapshots: [{ message }],
    flags: 1 << 14,
  }
}
