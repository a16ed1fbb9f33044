import type { Location } from 'grammy/types'

import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { numberParam, type Params, textParam } from '../params.ts'
import type { ChatMessage } from '../private-chat.ts'
import { frameParams, postMessage } from './post-message.ts'
import { onlyKnownParams, writableChat } from './target-chat.ts'

/** https://core.telegram.org/bots/api#sendlocation */
export function sendLocation(cloud: Cloud, params: Params): ChatMessage {
  const chat = writableChat(cloud, params)
  onlyKnownParams(params, ['latitude', 'longitude', 'horizontal_accuracy', 'reply_markup'])
  const location = placeParams(params)
  return postMessage(cloud, chat, { ...frameParams(chat, params), location })
}

/** Also a `location`, for old bots: https://core.telegram.org/bots/api#sendvenue */
export function sendVenue(cloud: Cloud, params: Params): ChatMessage {
  const chat = writableChat(cloud, params)
  onlyKnownParams(params, ['latitude', 'longitude', 'title', 'address', 'reply_markup'])
  const location = placeParams(params)
  const title = textParam(params, 'title') ?? ''
  const address = textParam(params, 'address') ?? ''
  if (title === '' || address === '') {
    throw badRequest('the sandbox sends no venue without title and address')
  }
  const venue = { location, title, address }
  return postMessage(cloud, chat, { ...frameParams(chat, params), location, venue })
}

function placeParams(params: Params): Location {
  const latitude = numberParam(params, 'latitude')
  const longitude = numberParam(params, 'longitude')
  const accuracy = numberParam(params, 'horizontal_accuracy')
  if (latitude === undefined) throw badRequest('latitude is empty')
  if (longitude === undefined) throw badRequest('longitude is empty')
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    throw badRequest('wrong location specified')
  }
  return { latitude, longitude, ...(accuracy !== undefined && { horizontal_accuracy: accuracy }) }
}
