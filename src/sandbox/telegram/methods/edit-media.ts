// Edits of the bot's own photos, videos …

import type { SeenFileKind } from '../../person.ts'
import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { albumClass, withoutMedium } from '../edit-own.ts'
import { mediumFields, mediumOf } from '../files/medium-fields.ts'
import { type Params, structureParam } from '../params.ts'
import type { ChatMessage } from '../private-chat.ts'
import { keepEdit, keyboardField, ownMessage } from './edit-message.ts'
import { inputMedia } from './input-media.ts'
import { besideMedium, captionOf, requestedMedium } from './media-content.ts'

const uncaptioned = new Set<SeenFileKind>(['sticker', 'video-note'])
const unreplaceable = new Set<SeenFileKind>(['sticker', 'video-note', 'voice'])

/** https://core.telegram.org/bots/api#editmessagecaption */
export function editMessageCaption(cloud: Cloud, params: Params): ChatMessage {
  const { chat, message } = ownMessage(cloud, params, captionParams)
  const medium = mediumOf(cloud.files, message)
  if (medium === undefined || uncaptioned.has(medium.kind)) {
    throw badRequest('there is no caption in the message to edit')
  }
  const edited = {
    ...withoutCaption(message),
    ...captionOf(cloud, medium.kind, params),
    ...keyboardField(params),
  }
  return keepEdit(cloud, chat, message, edited)
}

const captionParams = ['caption', 'caption_entities', 'show_caption_above_media']

/** Caption and spoiler become those of the new media, which may take the place of a text: https://core.telegram.org/bots/api#editmessagemedia */
export function editMessageMedia(cloud: Cloud, params: Params): ChatMessage {
  const { chat, message } = ownMessage(cloud, params, ['media'])
  const { kind, item } = inputMedia(structureParam(params, 'media', 'input media'))
  const before = mediumOf(cloud.files, message)
  const isText = message.text !== undefined
  if (!isText && (before === undefined || unreplaceable.has(before.kind))) {
    throw badRequest("message media can't be edited")
  }
  const isInAlbum = message.media_group_id !== undefined
  const medium = requestedMedium(cloud, { kind, item, value: item['media'], params, isInAlbum })
  if (isInAlbum && before !== undefined && albumClass(before.kind) !== albumClass(medium.kind)) {
    throw badRequest("can't use the media of the specified type in the album")
  }
  const {
    text: _,
    entities: __,
    link_preview_options: ___,
    ...rest
  } = withoutMedium(withoutCaption(message))
  const { has_media_spoiler: ____, ...bare } = rest
  const edited: ChatMessage = {
    ...bare,
    ...mediumFields(cloud.files, medium),
    ...besideMedium(cloud, medium.kind, item),
    ...keyboardField(params),
  }
  return keepEdit(cloud, chat, message, edited)
}

function withoutCaption(message: ChatMessage): ChatMessage {
  const {
    caption: _,
    caption_entities: __,
    show_caption_above_media: ___,
    reply_markup: ____,
    ...rest
  } = message
  return rest
}
