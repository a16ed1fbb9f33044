// What a person's app sends for each kind of content: sample files, and what is no file.

import { sampleFile } from '../samples/sample-files.ts'
import type { SampleName } from '../samples/sample-files.ts'
import type { SandboxFile, SeenFileKind, SendOptions } from '../person.ts'
import { storeAttachment } from './attachment.ts'
import type { Dm } from './dm.ts'
import { gifLink } from './gif-link.ts'
import { personFiles } from './person-files.ts'
import { wireTime } from './wire-message.ts'
import type { WireMessage } from './wire-message.ts'
import type { World } from './world.ts'

export interface PersonContent {
  /** What the app shows it as; `text` where its files say that. */
  readonly kind: string
  /** What sets the message apart. */
  readonly parts: Partial<WireMessage>
  /** What is told a moment later, in an update in which nobody edited anything. */
  readonly later?: Partial<WireMessage>
}

const samples: ReadonlyMap<string, readonly [SeenFileKind, SampleName]> = new Map([
  ['photo', ['photo', 'photo.jpg']],
  ['video', ['video', 'video.mp4']],
  ['animation', ['animation', 'animation.gif']],
  ['audio', ['audio', 'audio.mp3']],
  ['document', ['document', 'document.pdf']],
  ['voice', ['voice', 'voice.ogg']],
  ['sticker', ['sticker', 'sticker.png']],
  ['sticker-lottie', ['sticker', 'sticker.json']],
  ['sticker-gif', ['sticker', 'animation.gif']],
])

/** Throws on a kind that Discord lacks. */
export function personContent(
  world: World,
  dm: Dm,
  kind: string,
  options: SendOptions = {},
): PersonContent {
  const sample = samples.get(kind)
  if (sample) {
    const [fileKind, name] = sample
    const files = [ownSample(dm, name)]
    return { kind: 'text', parts: personFiles(world, dm, fileKind, files, options) }
  }
  if (options.caption !== undefined || options.spoiler === true)
    throw new Error(`The app sends a ${kind} without caption and spoiler.`)
  switch (kind) {
    case 'gifv': {
      const { content, embeds } = gifLink(world, dm)
      return { kind, parts: { content }, later: { embeds } }
    }
    case 'gifv-at-once':
      return { kind: 'gifv', parts: gifLink(world, dm) }
    case 'poll':
      return { kind, parts: poll(world) }
    case 'forward':
      return { kind, parts: forward(world, { content: 'Said by somebody else, somewhere else' }) }
    case 'forward-photo': {
      const attachments = [storeAttachment(world, dm, ownSample(dm, 'photo.jpg'))]
      return { kind: 'forward', parts: forward(world, { attachments }) }
    }
    case 'unknown':
      return { kind, parts: { type: 999 } }
    default:
      throw new Error(`Discord has no content of the kind ${kind}.`)
  }
}

/** File names carry the sender's name, as careless people's do. */
function ownSample(dm: Dm, name: SampleName): SandboxFile {
  const file = sampleFile(name)
  return { ...file, name: `${dm.account.username}-${file.name}` }
}

/** https://docs.discord.com/developers/resources/poll#poll-object */
function poll(world: World): Partial<WireMessage> {
  const answers = ['Yes', 'No'].map((text, index) => ({
    answer_id: index + 1,
    poll_media: { text },
  }))
  return {
    poll: {
      question: { text: 'Shall we meet?' },
      answers,
      expiry: wireTime(world.now() + 86_400_000),
      allow_multiselect: false,
      layout_type: 1,
      results: { is_finalized: false, answer_counts: [] },
    },
  }
}

/** https://docs.discord.com/developers/resources/message#message-reference-types: the message itself is empty, the snapshot has it all. */
function forward(world: World, said: Partial<WireMessage>): Partial<WireMessage> {
  const none = { mentions: [], mention_roles: [], attachments: [], embeds: [], components: [] }
  const message = {
    ...none,
    type: 0,
    content: '',
    timestamp: wireTime(world.now() - 60_000),
    edited_timestamp: null,
    flags: 0,
    ...said,
  }
  const channelId = world.nextId()
  return {
    message_reference: { type: 1, channel_id: channelId, message_id: world.nextId() },
    message_snapshots: [{ message }],
    flags: 1 << 14,
  }
}
