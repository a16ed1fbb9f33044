import { writeTap } from '../../src/core/tap.ts'
import type { DiscordSandbox } from '../../src/sandbox/discord/discord-sandbox.ts'
import type { GatewayEvent } from '../../src/sandbox/discord/gateway-event.ts'
import { sampleFile, type SampleName } from '../../src/sandbox/samples/sample-files.ts'
import type { Random } from '../storm/random.ts'
import type { Canaries } from './canaries.ts'
import { fill, type Filling } from './fill.ts'
import { leadsTo, memberTowards } from './places.ts'
import type { Pair } from './rooms.ts'
import type { Shape } from './shape.ts'

/** How the events are called here, and by the gateway. */
export const discordEvents = {
  create: 'MESSAGE_CREATE',
  update: 'MESSAGE_UPDATE',
  remove: 'MESSAGE_DELETE',
  removeMany: 'MESSAGE_DELETE_BULK',
  react: 'MESSAGE_REACTION_ADD',
  unreact: 'MESSAGE_REACTION_REMOVE',
  typing: 'TYPING_START',
  button: 'INTERACTION_CREATE',
  slash: 'INTERACTION_CREATE',
  interaction: 'INTERACTION_CREATE',
} as const satisfies Readonly<Record<string, GatewayEvent>>
export type DiscordEvent = keyof typeof discordEvents

/** What each kind of message is made of, beside the fields that all of them have. */
export const discordKinds: Readonly<Record<string, readonly string[]>> = {
  text: [],
  reply: ['message_reference', 'referenced_message'],
  file: [],
  voice: [],
  sticker: ['sticker_items'],
  gif: [],
  forward: ['message_reference', 'message_snapshots'],
  poll: ['poll'],
  components: ['components'],
}

const samples: readonly SampleName[] = [
  'photo.jpg',
  'photo.jpg',
  'animation.gif',
  'audio.mp3',
  'video.mp4',
  'document.pdf',
]
/** By `format_type`. */
const stickers: readonly SampleName[] = [
  'sticker.png',
  'sticker.png',
  'sticker.json',
  'animation.gif',
]
const endings = ['png', 'png', 'json', 'gif']

export interface DiscordWish {
  readonly event: DiscordEvent
  readonly pair: Pair
  /** A key of `discordKinds`. */
  readonly base: string
  readonly also: string | number
  readonly isServed: boolean
}

export interface DiscordMaker {
  readonly shapes: (event: DiscordEvent) => Shape
  readonly canaries: Canaries
  readonly random: Random
  readonly server: Pick<DiscordSandbox, 'keepFile' | 'apiRoot'>
  readonly channelOf: (pair: Pair) => string
}

export interface ToldEvent {
  readonly kind: GatewayEvent
  readonly data: object
}

/** A dispatch that Discord could send, full of canaries. */
export function makeEvent(maker: DiscordMaker, wish: DiscordWish): ToldEvent {
  const { canaries, random, server } = maker
  const { event, pair, base, also, isServed } = wish
  const sender = pair.sender.id
  const channel = maker.channelOf(pair)
  const { origin } = new URL(server.apiRoot)
  const isMessage = event === 'create' || event === 'update'
  // Lottie takes seconds to draw: stickers.test.ts has one.
  const format = random.pick(isServed ? [1, 2, 4] : [1, 2, 3, 4]) ?? 1
  const chosen = base === 'voice' ? 'voice.ogg' : (random.pick(samples) ?? 'photo.jpg')
  const file = sampleFile(chosen)
  const bases = new Set((discordKinds[base] ?? []).map((name) => `${event}.${name}`))
  const id = (place: string): string => canaries.snowflake(place, sender)
  const word = (place: string): string => canaries.word(place, sender)
  const known = (): string | undefined =>
    random.pick([...pair.said, ...pair.sender.chat.slice(-20).map((message) => message.id)])

  /** What one may write, and what of it names somebody or something. */
  function words(place: string): string {
    const said = word(place)
    if (base === 'gif') return `https://${said}.example/`
    switch (random.between(0, 9)) {
      case 0:
        return `${said} <@${id(`${place}#mention`)}> <#${id(`${place}#channel`)}>`
      case 1:
        return `${said} <:${word(place)}:${id(`${place}#emoji`)}>`
      case 2:
        return `${said} https://discord.com/channels/${id(`${place}#server`)}/${id(`${place}#channel`)}`
      case 3:
        return `\`<@${id(`${place}#mention`)}>\` ${said} https://cdn.discordapp.com/attachments/1/2/${word(`${place}#file`)}.png`
      default:
        return said
    }
  }

  function address(place: string): string {
    if (/\.attachments\[\]\.(?:proxy_)?url$/.test(place)) {
      const path = `attachments/${id(place)}/${id(place)}/${word(place)}.bin`
      const url = `${origin}/${path}?ex=${word(place)}`
      if (isServed) server.keepFile(url, file)
      return url
    }
    if (base === 'gif' && place.endsWith('.embeds[].video.proxy_url')) {
      const url = `${origin}/external/${word(place)}/${word(place)}.mp4`
      if (isServed) server.keepFile(url, sampleFile('animation.mp4'))
      return url
    }
    return `https://${word(place)}.example/${word(place)}`
  }

  function stickerId(place: string): string {
    const name = id(place)
    const sample = stickers[format - 1] ?? 'sticker.png'
    if (isServed)
      server.keepFile(
        `${origin}/stickers/${name}.${endings[format - 1] ?? 'png'}`,
        sampleFile(sample),
      )
    return name
  }

  function stringAt(place: string): string {
    const key = keyOf(place)
    if (ownId.test(place)) return sender
    if (/^\w+\.(?:channel_id|channel\.id)$/.test(place)) return channel
    if (answered.test(place)) return known() ?? id(place)
    if (/^\w+\.(?:message_snapshots\[\]\.message\.)?content$/.test(place)) return words(place)
    if (place.endsWith('.sticker_items[].id')) return stickerId(place)
    if (/(?:^|_)ids?$|#key$|roles\[\]$/.test(key) || place.endsWith('#key')) return id(place)
    if (key.endsWith('url')) return address(place)
    if (key === 'filename')
      return `${random.chance(0.2) ? 'SPOILER_' : ''}${word(place)}.${chosen.split('.')[1] ?? ''}`
    if (key === 'content_type') return random.chance(0.8) ? file.type : `image/${word(place)}`
    return word(place)
  }

  function fixed(place: string): unknown {
    const inside = place.slice(event.length + 1)
    if (isMessage) {
      const found = fixedInMessage(inside)
      if (found !== undefined) return found
    }
    switch (place) {
      case 'react.emoji':
      case 'unreact.emoji':
        return random.chance(0.7) ? { id: null, name: '👍' } : undefined
      case 'removeMany.ids':
        return [known() ?? '1', id(place)]
      case 'button.data.custom_id':
        return random.chance(0.5) ? writeTap({ kind: 'stay' }) : undefined
      case 'button.data.component_type':
        return 2
      case 'slash.data.name':
        return random.chance(0.5) ? 'help' : undefined
      case 'slash.data.type':
        return 1
      case 'button.context':
      case 'slash.context':
        return 1
      default:
        return undefined
    }
  }

  function fixedInMessage(place: string): unknown {
    switch (place) {
      case 'type':
        return base === 'reply' ? 19 : 0
      case 'channel_type':
        return 1
      case 'author.bot':
      case 'author.system':
        return false
      case 'message_reference.type':
        return base === 'forward' ? 1 : 0
      case 'message_reference.channel_id':
        return base === 'reply' ? channel : undefined
      case 'message_reference.message_id':
        return base === 'reply' && random.chance(0.7) ? known() : undefined
      case 'flags':
        return flags[base] ?? random.pick([0, 0, 4, 4096, 2 ** 20])
      case 'attachments':
      case 'message_snapshots[].message.attachments':
        return hasFiles(place) ? undefined : []
      case 'embeds':
        return base === 'gif' ||
          (typeof also === 'string' && leadsTo(`${event}.embeds`, also)) ||
          random.chance(0.2)
          ? undefined
          : []
      case 'embeds[].type':
        return base === 'gif' ? 'gifv' : undefined
      case 'content':
        return base === 'file' || base === 'text' || base === 'reply' || base === 'gif'
          ? undefined
          : ''
      default:
        if (place.endsWith('attachments[].size'))
          return isServed ? file.bytes.length : canaries.number(`${event}.${place}`, sender)
        if (place.endsWith('sticker_items[].format_type')) return format
        return undefined
    }
  }

  function hasFiles(place: string): boolean {
    if (place.startsWith('message_snapshots')) return random.chance(0.4)
    return (
      base === 'file' ||
      base === 'voice' ||
      (typeof also === 'string' && also.includes('.attachments'))
    )
  }

  const filling: Filling = {
    random,
    isComplete: typeof also === 'number' && also > 0.5,
    has(place) {
      if (bases.has(place) || always.test(place)) return true
      if (base === 'gif' && /\.embeds\[\]\.(?:type|video(?:\.proxy_url)?)$/.test(place)) return true
      if (foreign.test(place)) return place === also
      if (typeof also === 'number') return depthOf(place) < 6 && random.chance(also)
      if (leadsTo(place, also)) return true
      if (also !== '' && place.startsWith(also))
        return depthOf(place) - depthOf(also) < 4 && random.chance(0.5)
      return /attachments|snapshots|poll|components|sticker/.test(place) && random.chance(0.5)
    },
    leaf: (place, kind) => (kind === 'number' ? canaries.number(place, sender) : stringAt(place)),
    fix: fixed,
    member: (place) => (typeof also === 'string' ? memberTowards(place, also) : undefined),
  }
  const data = fill(maker.shapes(event), event, filling)
  if (typeof data !== 'object' || data === null) throw new Error(`${event} is no object.`)
  if (event === 'create' && base === 'text' && 'id' in data) pair.said.push(String(data.id))
  if (pair.said.length > 30) pair.said.shift()
  return { kind: discordEvents[event], data }
}

const flags: Readonly<Record<string, number>> = {
  voice: 1 << 13,
  forward: 1 << 14,
  components: 1 << 15,
}

const keyOf = (place: string): string => /\.(\w+(?:\[\])?)(?:<[^>]*>)*$/.exec(place)?.[1] ?? ''
const depthOf = (place: string): number => place.split('.').length

/** The person, wherever an event names them first. */
const ownId = /^(?:(?:create|update)\.author\.id|\w+\.user\.id|\w+\.user_id)$/
const answered = /^(?:update\.id|remove\.id|(?:un)?react\.message_id|button\.message\.id)$/
/** Optional by the types, and there in every private chat. */
const always =
  /^\w+\.(?:channel_type|user|channel|context|message_reference\.(?:message_id|channel_id|type)|author\.(?:bot|system))$|\.poll_media\.(?:text|emoji)$|question\.text$/
/** With these a message is of a server or of a webhook. */
const foreign = /^\w+\.(?:guild_id|webhook_id|guild|member)$/
