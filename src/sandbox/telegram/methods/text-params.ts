import type { LinkPreviewOptions } from 'grammy/types'

import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { type FormattedText, formatText } from '../formatted-text.ts'
import { flagParam, isRecord, type Params, structureParam, textParam } from '../params.ts'

export function formattedTextParam(cloud: Cloud, params: Params): FormattedText {
  const entities = structureParam(params, 'entities', 'entities')
  return formatText(textParam(params, 'text') ?? '', entities, cloud.findUser)
}

/** As they come back in the message. */
export function linkPreviewParam(params: Params): {
  readonly link_preview_options?: LinkPreviewOptions
} {
  const given = structureParam(params, 'link_preview_options', 'link preview options')
  if (given === undefined) return {}
  if (!isRecord(given)) throw badRequest('object expected as link preview options')
  const options: LinkPreviewOptions = {}
  if (flagParam(given, 'is_disabled')) options.is_disabled = true
  const url = textParam(given, 'url')
  if (url !== undefined) options.url = url
  for (const name of ['prefer_small_media', 'prefer_large_media', 'show_above_text'] as const) {
    if (flagParam(given, name)) options[name] = true
  }
  return Object.keys(options).length === 0 ? {} : { link_preview_options: options }
}
