// https://core.telegram.org/bots/api#inputmedia

import { badRequest } from '../api-error.ts'
import { isRecord, type Params } from '../params.ts'
import { inputMediaKind, type InputMediaKind, mediaKinds } from './media-kinds.ts'
import { onlyTheseFields } from './target-chat.ts'

export interface InputMedia {
  readonly kind: InputMediaKind
  readonly item: Params
}

export function inputMedia(item: unknown): InputMedia {
  if (!isRecord(item)) throw badRequest("can't parse InputMedia: expected an Object")
  const kind = inputMediaKind(item['type'])
  if (kind === undefined) {
    throw badRequest(`can't parse InputMedia: type "${String(item['type'])}" is unsupported`)
  }
  if (item['media'] === undefined || item['media'] === '') {
    throw badRequest("can't parse InputMedia: media not found")
  }
  onlyTheseFields(item, ['type', 'media', ...mediaKinds[kind].params])
  return { kind, item }
}
