// What arrives as what, read off the capabilities of both platforms and the rules that fit content to them.

import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { telegramCapabilities } from '../../adapters/telegram/capabilities.ts'
import { filesOf } from '../../src/core/action.ts'
import type { Capabilities } from '../../src/core/capabilities.ts'
import { needsConsent } from '../../src/core/consent.ts'
import { refusedKinds, type Sayable } from '../../src/core/content.ts'
import { fitContent } from '../../src/core/fit-content.ts'
import type { Recipient } from '../../src/core/fit-files.ts'
import { fileRef, type Media, type MediaKind, type StickerMotion } from '../../src/core/media.ts'
import { platforms, type Platform } from '../../src/core/platform.ts'
import { plain } from '../../src/core/rich-text.ts'

const capabilities: Readonly<Record<Platform, Capabilities>> = {
  telegram: telegramCapabilities,
  discord: discordCapabilities,
}

const names: Readonly<Record<Platform, string>> = { telegram: 'Telegram', discord: 'Discord' }

const formNames: Readonly<Record<MediaKind, string>> = {
  photo: 'photo',
  video: 'video',
  animation: 'GIF',
  audio: 'audio file',
  voice: 'voice message',
  'video-note': 'video message',
  sticker: 'sticker',
  document: 'file',
}

interface Sample {
  readonly name: string
  /** Who has such a thing to send. */
  readonly sentFrom: readonly Platform[]
  readonly content: (from: Platform) => Sayable
}

const megabyte = 1024 * 1024

const mediaOf = (
  kind: MediaKind,
  platform: Platform,
  motion?: StickerMotion,
  type?: string,
): Media => ({
  kind,
  file: { platform, ref: fileRef('a'), identity: 'a', size: undefined, type },
  thumbnail: undefined,
  spoiler: false,
  durationMs: undefined,
  emoji: undefined,
  motion,
})

const ofFiles = (...files: readonly Media[]): Sayable => ({
  kind: 'media',
  files,
  caption: plain(''),
  album: undefined,
})

const file = (
  kind: MediaKind,
  sentFrom: readonly Platform[] = platforms,
  name = formNames[kind],
): Sample => ({
  name,
  sentFrom,
  content: (from) => ofFiles(mediaOf(kind, from)),
})

const text = (name: string, sentFrom: readonly Platform[] = platforms): Sample => ({
  name,
  sentFrom,
  content: () => ({ kind: 'text', text: plain('words') }),
})

const sticker = (
  name: string,
  motion: StickerMotion,
  types: Readonly<Record<Platform, string>>,
): Sample => ({
  name,
  sentFrom: platforms,
  content: (from) => ofFiles(mediaOf('sticker', from, motion, types[from])),
})

const samples: readonly Sample[] = [
  text('text, custom emoji'),
  file('photo'),
  {
    name: 'several photos and videos',
    sentFrom: platforms,
    content: (from) => ofFiles(mediaOf('photo', from), mediaOf('video', from)),
  },
  file('video'),
  file('animation'),
  file('audio'),
  file('voice'),
  file('video-note', ['telegram']),
  sticker('sticker', 'still', { telegram: 'image/webp', discord: 'image/png' }),
  sticker('sticker that moves', 'frames', { telegram: 'video/webm', discord: 'image/apng' }),
  {
    name: 'plain text, picture or sound as a file',
    sentFrom: platforms,
    content: (from) => ofFiles(mediaOf('document', from, undefined, 'text/plain')),
  },
  {
    name: 'PDF, office paper, SVG, web page',
    sentFrom: platforms,
    content: (from) => ofFiles(mediaOf('document', from, undefined, 'application/pdf')),
  },
  {
    name: 'location, venue',
    sentFrom: ['telegram'],
    content: () => ({ kind: 'place', place: { latitude: 0, longitude: 0, venue: undefined } }),
  },
  text('poll'),
  text('dice', ['telegram']),
]

/** The rows of the table, its head first. */
export function carriageMatrix(): readonly (readonly string[])[] {
  const directions = platforms.flatMap((from) => platforms.map((to) => ({ from, to })))
  const head = directions.map(({ from, to }) => `${names[from]} to ${names[to]}`)
  const rows = samples.map(({ name, sentFrom, content }) => [
    name,
    ...directions.map(({ from, to }) =>
      sentFrom.includes(from) ? cell(content(from), from, to) : '–',
    ),
  ])
  const refused = refusedKinds.map((kind) => (kind === 'unknown' ? 'anything new' : kind))
  const last = directions.map(({ from }) =>
    from === 'telegram' ? 'refused' : 'refused: anything new',
  )
  return [['what', ...head], ...rows, [refused.join(', ').replace('-', ' '), ...last]]
}

export function tableOf(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [head, `|${'---|'.repeat(rows[0]?.length ?? 0)}`, ...body].join('\n')
}

function cell(content: Sayable, from: Platform, to: Platform): string {
  const about = needsConsent(content) === undefined ? [] : ['after a yes']
  return [shown(content, from, to), ...about].join(', ')
}

function shown(content: Sayable, from: Platform, to: Platform): string {
  const recipient: Recipient = {
    platform: to,
    capabilities: capabilities[to],
    mediaWish: 'spoiler',
  }
  const fitted = fitContent(content, capabilities[from], recipient, true)
  const [first] = fitted.laid
  if (first === undefined) return 'refused'
  if (first.action.kind === 'send-place') return 'place'
  if (content.kind === 'place') return 'words and a link'
  if (content.kind !== 'media') return 'text'
  const { album } = recipient.capabilities.media
  const [media] = content.files
  const [outgoing] = filesOf(first.action)
  if (media === undefined || outgoing === undefined) return 'refused'
  const hidden = outgoing.spoiler ? ', hidden' : ''
  if (content.files.length > 1)
    return `${album.isOneMessage ? 'one message' : 'album'} of up to ${album.most}${hidden}`
  const form = formNames[drawn(media, outgoing.form, recipient)]
  return `${form}${hidden}${limit(media, from, recipient)}`
}

/** What src/media makes of a sticker that is none for the recipient's platform: a picture, or one that moves. */
function drawn(
  { kind, motion, file: { type = '' } }: Media,
  form: MediaKind,
  { capabilities: { media } }: Recipient,
): MediaKind {
  if (kind !== 'sticker') return form
  const own = media.forms[form]
  const takesIt = own.kind === 'own' && (own.types === 'any' || own.types.includes(type))
  if (motion === 'still') return form === 'sticker' ? form : 'photo'
  return takesIt ? form : 'animation'
}

/** What is said of a file that is larger than any. */
function limit(media: Media, from: Platform, recipient: Recipient): string {
  const huge = ofFiles({ ...media, file: { ...media.file, size: Number.MAX_SAFE_INTEGER } })
  const [refused] = fitContent(huge, capabilities[from], recipient, true).refused
  if (refused?.why !== 'too-large') return ', as it is'
  return `, up to ${Math.floor(refused.limitBytes / megabyte)} MB`
}
