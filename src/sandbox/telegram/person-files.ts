// Files of a person's own, as their app sends them.

import { randomInt } from 'node:crypto'

import type { SandboxFile, SeenFileKind, SendOptions } from '../person.ts'
import type { FileStore } from './files/file-store.ts'
import { createMedium, type Medium, type MediumTags } from './files/medium.ts'
import { mediumFields } from './files/medium-fields.ts'
import { givenEntities } from './given-entities.ts'
import { formatCaption } from './formatted-text.ts'
import type { FindUser } from './parse-entities.ts'
import type { MessageContent } from './private-chat.ts'

export interface FileSender {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly files: FileStore
  readonly findUser: FindUser
}

/** "Must include 2-10 items": https://core.telegram.org/bots/api#sendmediagroup */
const mostInAlbum = 10
const albumKinds = new Set<SeenFileKind>(['photo', 'video', 'audio', 'document'])
const captionedKinds = new Set<SeenFileKind>([...albumKinds, 'animation', 'voice'])
const spoilerKinds = new Set<SeenFileKind>(['photo', 'video', 'animation'])

/** https://core.telegram.org/stickers */
const stickerTypes = ['image/webp', 'application/x-tgsticker', 'video/webm']

/** One message for each file, the caption under the first. */
export function fileMessages(
  sender: FileSender,
  kind: SeenFileKind,
  files: readonly SandboxFile[],
  options: SendOptions = {},
): readonly MessageContent[] {
  if (files.length === 0) throw new Error('There is no file to send')
  if (files.length > 1 && !albumKinds.has(kind)) {
    throw new Error(`Telegram's app makes no album of the kind ${kind}`)
  }
  if (files.length > mostInAlbum) {
    throw new Error(`Telegram's app puts ${files.length} files into more than one album`)
  }
  const spoiler = spoilerField(kind, options)
  const caption = captionField(sender, kind, options)
  const album = files.length > 1 ? { media_group_id: newAlbum() } : {}
  return files.map((file, at) => ({
    ...mediumFields(sender.files, personMedium(sender, kind, file)),
    ...album,
    ...spoiler,
    ...(at === 0 ? caption : {}),
  }))
}

export function personMedium(sender: FileSender, kind: SeenFileKind, file: SandboxFile): Medium {
  if (kind === 'sticker' && !stickerTypes.includes(file.type)) {
    throw new Error(`Telegram's app sends no sticker of the type ${file.type}`)
  }
  return createMedium({ kind, file, tags: tagsOf(sender, kind, file), owner: sender.id })
}

export function newAlbum(): string {
  return String(randomInt(10 ** 13, 10 ** 14))
}

export function isCaptioned(kind: SeenFileKind): boolean {
  return captionedKinds.has(kind)
}

export function canHaveSpoiler(kind: SeenFileKind): boolean {
  return spoilerKinds.has(kind)
}

function spoilerField(kind: SeenFileKind, { spoiler = false }: SendOptions): MessageContent {
  if (!spoiler) return {}
  if (!canHaveSpoiler(kind)) throw new Error(`Telegram's app hides nothing of the kind ${kind}`)
  return { has_media_spoiler: true }
}

function captionField(
  { findUser, id }: FileSender,
  kind: SeenFileKind,
  { caption = '', entities }: SendOptions,
): MessageContent {
  const formatted = formatCaption(caption, givenEntities(entities, findUser(Number(id))), findUser)
  if (formatted.caption !== undefined && !isCaptioned(kind)) {
    throw new Error(`Telegram's app puts no caption under the kind ${kind}`)
  }
  return formatted
}

/** A song says who plays it, a sticker of one's own whose set it is from. */
function tagsOf(
  { id, name, username }: FileSender,
  kind: SeenFileKind,
  file: SandboxFile,
): MediumTags {
  if (kind === 'audio') return { performer: name, title: file.name.replace(/\.\w+$/, '') }
  if (kind === 'sticker') return { emoji: '👋', setName: `by_${username || id}` }
  return {}
}
