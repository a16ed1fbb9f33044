// One photo, video … of a request: a new file or a known one, and what stands beside it.

import type { SeenFileKind } from '../../person.ts'
import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { fileFacts } from '../files/file-facts.ts'
import { typeOfName } from '../files/media-type.ts'
import { createMedium, type Medium, type StoredPicture, thumbnailOf } from '../files/medium.ts'
import { formatCaption } from '../formatted-text.ts'
import { flagParam, integerParam, type Params, structureParam, textParam } from '../params.ts'
import type { MessageContent } from '../private-chat.ts'
import { isUploadedFile, type UploadedFile } from '../uploaded-file.ts'
import { landedKind } from './landed-upload.ts'
import { mediaKinds } from './media-kinds.ts'

export interface MediaRequest {
  readonly kind: SeenFileKind
  /** The parameters of the method, or one InputMedia. */
  readonly item: Params
  readonly value: unknown
  /** Everything that came, for what is attached. */
  readonly params: Params
  readonly isInAlbum: boolean
}

export function requestedMedium(cloud: Cloud, request: MediaRequest): Medium {
  const { kind, value, params } = request
  const file = isUploadedFile(value) ? value : attached(value, params)
  if (file !== undefined) return uploadedMedium(file, request)
  if (typeof value !== 'string' || value === '') {
    throw badRequest(`there is no ${mediaKinds[kind].what} in the request`)
  }
  if (/^\w+:\/\//.test(value)) throw badRequest('the sandbox fetches nothing from elsewhere')
  return knownMedium(cloud, kind, value)
}

/** `attach://<file_attach_name>`: https://core.telegram.org/bots/api#sending-files */
function attached(value: unknown, params: Params): UploadedFile | undefined {
  if (typeof value !== 'string' || !value.startsWith('attach://')) return undefined
  const file = params[value.slice('attach://'.length)]
  if (!isUploadedFile(file)) throw badRequest("can't parse InputMedia: media not found")
  return file
}

/** "It is not possible to change the file type when resending by file_id": https://core.telegram.org/bots/api#sending-files */
function knownMedium(cloud: Cloud, kind: SeenFileKind, id: string): Medium {
  const known = cloud.files.find(id)
  if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
  const { medium, isThumbnail } = known
  if (isThumbnail || medium.kind !== kind) {
    const is = isThumbnail ? 'Thumbnail' : mediaKinds[medium.kind].fileType
    throw badRequest(`can't use file of type ${is} as ${mediaKinds[kind].fileType}`)
  }
  return medium
}

function uploadedMedium(file: UploadedFile, request: MediaRequest): Medium {
  const { item, isInAlbum, params } = request
  if (file.size === 0) throw badRequest('file must be non-empty')
  const facts = fileFacts(file.bytes)
  const detectsType = !isInAlbum && !flagParam(item, 'disable_content_type_detection')
  const kind = landedKind(request.kind, { size: file.size, facts, detectsType })
  const type = facts.type ?? typeOfName(file.name) ?? 'application/octet-stream'
  const side = integerParam(item, 'length')
  return createMedium({
    kind,
    file: { bytes: file.bytes, name: file.name, type },
    width: integerParam(item, 'width') ?? side,
    height: integerParam(item, 'height') ?? side,
    durationS: integerParam(item, 'duration'),
    tags: {
      ...textTag(item, 'performer'),
      ...textTag(item, 'title'),
      ...textTag(item, 'emoji'),
    },
    ...thumbnail(kind, attached(item['thumbnail'], params) ?? item['thumbnail']),
  })
}

function textTag(item: Params, name: string): Readonly<Record<string, string>> {
  const text = textParam(item, name)
  return text === undefined || text === '' ? {} : { [name]: text }
}

/** A JPEG of at most 200 kB and 320 pixels; another one is ignored. A photo's smaller sizes Telegram makes by itself. */
function thumbnail(
  kind: SeenFileKind,
  given: unknown,
): { readonly smaller?: readonly StoredPicture[] } {
  if (kind === 'photo' || kind === 'video' || kind === 'sticker') return {}
  if (!isUploadedFile(given) || given.size > 200 * 1024) return { smaller: [] }
  const { type, width = 0, height = 0 } = fileFacts(given.bytes)
  const fits = type === 'image/jpeg' && Math.max(width, height) <= 320
  return { smaller: fits ? [thumbnailOf(given.bytes, width, height)] : [] }
}

const withCaption = new Set<SeenFileKind>([
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'document',
])
const withSpoiler = new Set<SeenFileKind>(['photo', 'video', 'animation'])

/** Caption and spoiler, as far as the kind has them. */
export function besideMedium(cloud: Cloud, kind: SeenFileKind, item: Params): MessageContent {
  const spoiler = withSpoiler.has(kind) && flagParam(item, 'has_spoiler')
  return {
    ...(withCaption.has(kind) && captionOf(cloud, kind, item)),
    ...(spoiler && { has_media_spoiler: true }),
  }
}

export function captionOf(cloud: Cloud, kind: SeenFileKind, item: Params): MessageContent {
  const entities = structureParam(item, 'caption_entities', 'entities')
  const caption = formatCaption(textParam(item, 'caption') ?? '', entities, cloud.findUser)
  const isAbove = withSpoiler.has(kind) && flagParam(item, 'show_caption_above_media')
  return {
    ...caption,
    ...(isAbove && caption.caption !== undefined && { show_caption_above_media: true }),
  }
}
