// What the person's app makes of their own message when they edit it.

import type { SandboxFile, SeenFileKind } from '../person.ts'
import { mediumFieldNames, mediumFields, mediumOf } from './files/medium-fields.ts'
import { formatCaption, formatText } from './formatted-text.ts'
import { canHaveSpoiler, type FileSender, isCaptioned, personMedium } from './person-files.ts'
import type { ChatMessage } from './private-chat.ts'

/** A new text, or a new caption, which may be none. */
export function editContent(sender: FileSender, message: ChatMessage, text: string): ChatMessage {
  if (message.text !== undefined) {
    const { text: _, entities: __, ...rest } = message
    return { ...rest, ...formatText(text, [], sender.findUser) }
  }
  const medium = mediumOf(sender.files, message)
  if (medium === undefined || !isCaptioned(medium.kind)) {
    throw new Error(`${sender.name} cannot edit message ${message.message_id}`)
  }
  const { caption: _, caption_entities: __, ...rest } = message
  return { ...rest, ...formatCaption(text, [], sender.findUser) }
}

const replaceable = new Set<SeenFileKind>(['photo', 'video', 'animation', 'audio', 'document'])

/** The caption stays. */
export function replaceMedium(
  sender: FileSender,
  message: ChatMessage,
  kind: SeenFileKind,
  file: SandboxFile,
): ChatMessage {
  const before = mediumOf(sender.files, message)
  if (before === undefined || !replaceable.has(before.kind) || !replaceable.has(kind)) {
    throw new Error(`${sender.name} cannot put a ${kind} into message ${message.message_id}`)
  }
  if (message.media_group_id !== undefined && albumClass(before.kind) !== albumClass(kind)) {
    throw new Error(`${sender.name} cannot put a ${kind} into an album of the kind ${before.kind}`)
  }
  const { has_media_spoiler: hidden, ...rest } = withoutMedium(message)
  return {
    ...rest,
    ...(hidden === true && canHaveSpoiler(kind) && { has_media_spoiler: hidden }),
    ...mediumFields(sender.files, personMedium(sender, kind, file)),
  }
}

export function withoutMedium(message: ChatMessage): ChatMessage {
  const rest = { ...message }
  for (const name of mediumFieldNames) delete rest[name]
  return rest
}

/** Photos and videos mix, documents and audio files keep to themselves: https://core.telegram.org/bots/api#editmessagemedia */
export function albumClass(kind: SeenFileKind): string {
  return kind === 'photo' || kind === 'video' ? 'pictures' : kind
}
