import { sampleFile, type SampleName } from '../../src/sandbox/samples/sample-files.ts'
import type { TelegramSandbox } from '../../src/sandbox/telegram/telegram-sandbox.ts'
import type { SeenFileKind } from '../../src/sandbox/person.ts'
import type { Random } from '../storm/random.ts'
import { wordLength, type Canaries } from './canaries.ts'
import { fill, type Filling } from './fill.ts'
import { leadsTo, memberTowards } from './places.ts'
import type { Pair, Told } from './rooms.ts'
import type { Shape } from './shape.ts'

/** What each kind of message has at the least; `served` where its file can be had. */
export const messageKinds: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'entities'],
  rich_message: ['rich_message'],
  dice: ['dice'],
  poll: ['poll'],
  venue: ['venue', 'location'],
  location: ['location'],
  photo: ['photo', 'caption', 'caption_entities'],
  live_photo: ['live_photo', 'photo'],
  video: ['video', 'caption'],
  animation: ['animation', 'document'],
  video_note: ['video_note'],
  voice: ['voice', 'caption'],
  audio: ['audio', 'caption'],
  sticker: ['sticker'],
  document: ['document', 'caption'],
  contact: ['contact'],
  story: ['story'],
  game: ['game'],
  invoice: ['invoice'],
  paid_media: ['paid_media'],
  giveaway: ['giveaway'],
  checklist: ['checklist'],
}

const samples: Readonly<Record<string, readonly [SeenFileKind, readonly SampleName[]]>> = {
  photo: ['photo', ['photo.jpg']],
  live_photo: ['photo', ['photo.jpg']],
  video: ['video', ['video.mp4']],
  animation: ['animation', ['animation.mp4', 'animation.gif']],
  video_note: ['video-note', ['video-note.mp4']],
  voice: ['voice', ['voice.ogg']],
  audio: ['audio', ['audio.mp3']],
  sticker: ['sticker', ['sticker.webp', 'sticker.tgs', 'sticker.webm']],
  document: ['document', ['photo.jpg', 'audio.mp3', 'video.mp4', 'document.pdf']],
}

export interface Wish {
  /** A field of Update. */
  readonly update: string
  readonly pair: Pair
  /** A key of `messageKinds`. */
  readonly base: string
  /** The one more place that is there, or how probable it is of each. */
  readonly also: string | number
  readonly isServed: boolean
}

export interface TelegramMaker {
  readonly shapes: (update: string) => Shape
  readonly canaries: Canaries
  readonly random: Random
  readonly server: Pick<TelegramSandbox, 'keepFile'>
  /** Whether what is said is heard with the field that this place is in. */
  readonly isEnvelope: (place: string) => boolean
}

/** An update that Telegram could send, full of canaries. */
export function makeUpdate(maker: TelegramMaker, wish: Wish): Told {
  const { canaries, random } = maker
  const { update, pair, base, also, isServed } = wish
  const sender = pair.sender.id
  const fields = new Set((messageKinds[base] ?? []).map((name) => `${update}.${name}`))
  const [fileKind, names] = samples[base] ?? ['document', ['photo.jpg']]
  // What Discord has no form for has to be drawn, which takes seconds: stickers.test.ts has one.
  const isDrawn = pair.partner.platform === 'discord' && base === 'sticker'
  const sample = (isDrawn ? names[0] : random.pick(names)) ?? 'photo.jpg'
  const file = sampleFile(sample)

  const number = (place: string): number => canaries.number(place, sender)
  const word = (place: string): string => canaries.word(place, sender)
  const isOfBase = (place: string): boolean =>
    [...fields].some((field) => place === field || /^[.[<]/.test(place.slice(field.length)))
  const said = (): number | undefined => {
    const known = [...pair.said, ...pair.sender.chat.slice(-30).map(({ id }) => id)]
    const id = random.pick(known)
    return id === undefined ? undefined : Number(id)
  }

  function numberAt(place: string): number {
    const key = keyOf(place)
    if (key === 'offset') return 0
    if (key === 'length' && place.includes('entities[]')) return wordLength
    if (key === 'latitude' || key === 'longitude') return canaries.degree(place, sender)
    if (ownId.test(place)) return Number(sender)
    if (key === 'message_id' && answered.test(place)) return said() ?? number(place)
    if (isServed && isOfBase(place)) {
      if (key === 'file_size') return file.bytes.length
      if (key === 'duration') return 3
    }
    return number(place)
  }

  function stringAt(place: string): string {
    const key = keyOf(place)
    if (key.endsWith('url')) {
      return random.chance(0.5)
        ? `https://${word(place)}.example/${word(place)}`
        : `tg://user?id=${number(`${place}#person`)}`
    }
    if (key === 'file_name') return `${word(place)}.${sample.split('.')[1] ?? 'bin'}`
    if (key === 'mime_type' && isServed && random.chance(0.8)) return file.type
    if (key === 'file_id' && isServed && isOfBase(place)) {
      const id = word(place)
      const isPicture = /photo|thumbnail|cover/.test(place)
      if (isPicture) maker.server.keepFile(id, 'photo', sampleFile('photo.jpg'))
      else maker.server.keepFile(id, fileKind, file)
      return id
    }
    return word(place)
  }

  const filling: Filling = {
    random,
    isComplete: typeof also === 'number' && also > 0.5,
    has(place) {
      if (fields.has(place)) return true
      if (typeof also === 'number') {
        if (depthOf(place) === 2 && !maker.isEnvelope(place)) return isOfBase(place)
        return depthOf(place) < 5 && random.chance(isOfBase(place) ? 0.7 : also)
      }
      if (leadsTo(place, also)) return true
      if (place.startsWith(also)) return depthOf(place) - depthOf(also) < 4 && random.chance(0.5)
      return isOfBase(place) && depthOf(place) < 5 && random.chance(isServed ? 0.9 : 0.3)
    },
    leaf: (place, kind) => (kind === 'number' ? numberAt(place) : stringAt(place)),
    fix(place) {
      if (/^\w+\.(?:from|user)\.is_bot$/.test(place)) return false
      if (base !== 'sticker' || !isServed) return undefined
      if (place.endsWith('.sticker.is_animated')) return sample === 'sticker.tgs'
      return place.endsWith('.sticker.is_video') ? sample === 'sticker.webm' : undefined
    },
    member(place) {
      if (/^\w+(?:\.message)?\.chat$/.test(place)) return '<private>'
      return typeof also === 'string' ? memberTowards(place, also) : undefined
    },
  }
  const data = fill(maker.shapes(update), update, filling)
  if (typeof data !== 'object' || data === null) throw new Error(`${update} is no object.`)
  if (update === 'message' && wish.base in answerable && 'message_id' in data)
    pair.said.push(String(data.message_id))
  if (pair.said.length > 30) pair.said.shift()
  return { kind: update, data }
}

/** What is surely passed on, so that replies and edits can follow. */
const answerable = { text: true, rich_message: true, dice: true, poll: true }

const keyOf = (place: string): string => /\.(\w+)(?:\[\]|<[^>]*>)*$/.exec(place)?.[1] ?? ''
const depthOf = (place: string): number => place.split('.').length

/** The person and their chat, wherever an update names them first. */
const ownId = /^\w+(?:\.message)?\.(?:chat|from|user)(?:<\w+>)?\.id$/
const answered =
  /^(?:edited_message|message_reaction|callback_query\.message|\w+\.reply_to_message)\.message_id$/
