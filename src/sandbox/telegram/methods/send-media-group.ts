// Albums: https://core.telegram.org/bots/api#sendmediagroup

import { ApiError, badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { albumClass } from '../edit-own.ts'
import { mediumFields } from '../files/medium-fields.ts'
import { isRecord, type Params, structureParam } from '../params.ts'
import { newAlbum } from '../person-files.ts'
import type { ChatMessage, MessageContent } from '../private-chat.ts'
import { besideMedium, requestedMedium } from './media-content.ts'
import { inputMedia, type InputMedia } from './input-media.ts'
import { frameParams, postMessage } from './post-message.ts'
import { onlyKnownParams, writableChat } from './target-chat.ts'

const fewest = 2
const most = 10

export function sendMediaGroup(cloud: Cloud, params: Params): readonly ChatMessage[] {
  return send(cloud, params, Infinity)
}

/** As happens when Telegram has had enough in the middle: what is sent stays, and the answer says nothing of it. */
export function sendPartOfAlbum(cloud: Cloud, params: Params, sent: number): never {
  send(cloud, params, sent)
  throw failedAt(sent + 1, 'Too Many Requests: retry after 8')
}

function send(cloud: Cloud, params: Params, count: number): readonly ChatMessage[] {
  const chat = writableChat(cloud, params)
  onlyKnownParams(params, ['media'])
  const items = albumItems(params)
  const frame = frameParams(chat, params)
  const contents = items.map((item, at) => content(cloud, params, item, at + 1))
  const media_group_id = newAlbum()
  return contents
    .slice(0, count)
    .map((each) => postMessage(cloud, chat, { ...frame, ...each, media_group_id }))
}

function albumItems(params: Params): readonly InputMedia[] {
  const given = structureParam(params, 'media', 'media')
  if (!Array.isArray(given)) throw badRequest('expected an Array of InputMedia')
  if (given.length === 0) throw badRequest('there are no messages to send')
  // Telegram has been seen to take one, which its documentation does not allow.
  if (given.length < fewest) throw badRequest('the sandbox sends no album of one message')
  if (given.length > most) throw badRequest('too much messages to send as an album')
  const items = given.map((item: unknown) => {
    if (isRecord(item) && item['type'] === 'animation') {
      throw badRequest('can\'t parse InputMedia: type "animation" can\'t be used in sendMediaGroup')
    }
    return inputMedia(item)
  })
  for (const alone of ['document', 'audio'] as const) {
    const count = items.filter(({ kind }) => kind === alone).length
    if (count > 0 && count < items.length) {
      throw badRequest(`${alone} can't be mixed with other media types`)
    }
  }
  return items
}

/** Captions are read before anything is uploaded; what is wrong with a file is told with its number. */
function content(
  cloud: Cloud,
  params: Params,
  { kind, item }: InputMedia,
  number: number,
): MessageContent {
  const beside = besideMedium(cloud, kind, item)
  const request = { kind, item, value: item['media'], params, isInAlbum: true }
  const medium = numbered(number, () => requestedMedium(cloud, request))
  if (albumClass(medium.kind) !== albumClass(kind)) {
    throw failedAt(number, "Can't use the media of the specified type in the album")
  }
  return { ...mediumFields(cloud.files, medium), ...beside }
}

const toldByNumber = new Set([
  'Bad Request: IMAGE_PROCESS_FAILED',
  'Bad Request: PHOTO_INVALID_DIMENSIONS',
])

function numbered<T>(number: number, make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof ApiError) || !toldByNumber.has(error.message)) throw error
    throw failedAt(number, error.message.replace('Bad Request: ', ''))
  }
}

function failedAt(number: number, why: string): ApiError {
  return badRequest(`failed to send message #${number} with the error message "${why}"`)
}
