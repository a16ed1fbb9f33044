// Changes a message of ours that holds files, which is to be known first: an edit names every file that stays.
// https://docs.discord.com/developers/resources/message#edit-message

import {
  RequestMethod,
  Routes,
  type APIAttachment,
  type APIMessage,
  type RESTAPIAttachment,
} from 'discord.js'

import type { Action } from '../../src/core/action.ts'
import type { Address } from '../../src/core/address.ts'
import { isBlank } from '../../src/core/clean.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import { plain } from '../../src/core/rich-text.ts'
import type { Api } from './api.ts'
import { channelIdOf } from './ids.ts'
import { nothingActive, removal, type MessageRequest } from './outbound.ts'
import { readName, uploads } from './upload.ts'
import { wordsBeside } from './words-beside.ts'

type EditFiles = Extract<Action, { readonly kind: 'edit-files' }>

/** The request that carries it out. Where nothing would be left the message goes: Discord has no empty ones. */
export async function toFilesEdit(
  api: Api,
  to: Address,
  { ref, text, files, dropped }: EditFiles,
  prepared: readonly PreparedFile[],
  signal: AbortSignal,
): Promise<MessageRequest> {
  const route = Routes.channelMessage(channelIdOf(to), ref)
  const content = text === undefined ? undefined : wordsBeside(text, prepared)
  const patch = { name: 'PATCH message', method: RequestMethod.Patch, route } as const
  if (files.length === 0 && dropped.length === 0)
    return { ...patch, body: { ...nothingActive, ...(content !== undefined && { content }) } }

  const message = await read(api, route, signal)
  const named = new Set([...dropped, ...files.map(({ number }) => number)])
  const kept = message.attachments.filter(({ filename }) => !named.has(numberOf(filename)))
  const added = uploads(files, prepared)
  const words = content ?? withStandIns(message.content, prepared)
  if (kept.length + added.length === 0 && isBlank(words)) return removal(to, ref)
  return {
    ...patch,
    body: { ...nothingActive, content: words, attachments: inOrder(kept, added) },
    files: added.map(({ file }) => file),
  }
}

/** Every file at the place of its number. */
function inOrder(
  kept: readonly APIAttachment[],
  added: ReturnType<typeof uploads>,
): RESTAPIAttachment[] {
  return [
    ...kept.map(({ id, filename }) => ({ number: numberOf(filename), attachment: { id } })),
    ...added,
  ]
    .toSorted((a, b) => a.number - b.number)
    .map(({ attachment }) => attachment)
}

/** 0 is no number of a file. */
const numberOf = (filename: string): number => readName(filename)?.number ?? 0

function withStandIns(content: string, prepared: readonly PreparedFile[]): string {
  const standIns = wordsBeside(plain(''), prepared)
  return [content, standIns].filter((words) => words !== '').join('\n\n')
}

/** Reading changes nothing: whatever becomes of it, the edit was not sent. */
async function read(
  api: Api,
  route: ReturnType<typeof Routes.channelMessage>,
  signal: AbortSignal,
): Promise<APIMessage> {
  try {
    return await api<APIMessage>({
      name: 'GET message',
      method: RequestMethod.Get,
      route,
      signal,
    })
  } catch (error) {
    throw error instanceof DeliveryError && error.failure.kind === 'unknown'
      ? new DeliveryError({ kind: 'not-sent' }, error.message)
      : error
  }
}
