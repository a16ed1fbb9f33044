// A delivery as the one request that carries it out.

import {
  MessageFlags,
  RequestMethod,
  Routes,
  type RouteLike,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js'

import type { Action } from '../../src/core/action.ts'
import type { Address, Ref } from '../../src/core/address.ts'
import type { Buttons } from '../../src/core/button.ts'
import { DeliveryError } from '../../src/core/delivery-error.ts'
import type { PreparedFile } from '../../src/core/media.ts'
import type { RichText } from '../../src/core/rich-text.ts'
import { unreachable } from '../../src/lib/must.ts'
import type { ApiFile } from './api.ts'
import { codes } from './errors.ts'
import { render } from './format.ts'
import { channelIdOf } from './ids.ts'
import { actionRows } from './menu.ts'
import { uploads, voiceDetails } from './upload.ts'
import { captionOf, wordsBeside } from './words-beside.ts'

export type MessageRequest =
  | {
      readonly name: 'POST message'
      readonly method: RequestMethod.Post
      readonly route: RouteLike
      readonly body: RESTPostAPIChannelMessageJSONBody
      readonly files?: readonly ApiFile[]
    }
  | {
      readonly name: 'PATCH message'
      readonly method: RequestMethod.Patch
      readonly route: RouteLike
      readonly body: RESTPatchAPIChannelMessageJSONBody
      readonly files?: readonly ApiFile[]
    }
  | {
      readonly name: 'DELETE message'
      readonly method: RequestMethod.Delete
      readonly route: RouteLike
      readonly ref: Ref
      readonly doneAlready: number
    }

/** All but what takes more than one request: reactions (own-reactions.ts) and changes of files (edit-files.ts). */
export function toRequest(
  to: Address,
  key: string,
  action: Exclude<Action, { kind: 'react' | 'edit-files' }>,
  files: readonly PreparedFile[],
): MessageRequest {
  switch (action.kind) {
    case 'send':
      return post(to, key, action.replyTo, words(action.text, action.buttons))
    case 'send-files':
      return postFiles(to, key, action, files)
    case 'send-place':
      throw new DeliveryError({ kind: 'rejected' }, 'Discord send-place: there are no places')
    case 'edit':
      return {
        name: 'PATCH message',
        method: RequestMethod.Patch,
        route: Routes.channelMessage(channelIdOf(to), action.ref),
        body: words(action.text, action.buttons),
      }
    case 'delete':
      return removal(to, action.ref)
    default:
      return unreachable(action)
  }
}

export function removal(to: Address, ref: Ref): MessageRequest {
  return {
    name: 'DELETE message',
    method: RequestMethod.Delete,
    route: Routes.channelMessage(channelIdOf(to), ref),
    ref,
    doneAlready: codes.unknownMessage,
  }
}

function postFiles(
  to: Address,
  key: string,
  { files: wanted, replyTo }: Extract<Action, { kind: 'send-files' }>,
  prepared: readonly PreparedFile[],
): MessageRequest {
  const content = wordsBeside(captionOf(wanted), prepared)
  const parts = uploads(wanted, prepared)
  const [first] = prepared
  const voice =
    first === undefined || prepared.length > 1 || content !== '' ? undefined : voiceDetails(first)
  const body = {
    ...nothingActive,
    ...(content !== '' && { content }),
    attachments: parts.map(({ attachment }) => ({ ...attachment, ...voice })),
    ...(voice !== undefined && { flags: MessageFlags.IsVoiceMessage }),
  }
  return { ...post(to, key, replyTo, body), files: parts.map(({ file }) => file) }
}

function post(
  to: Address,
  key: string,
  replyTo: Ref | undefined,
  body: RESTPostAPIChannelMessageJSONBody,
): Extract<MessageRequest, { readonly name: 'POST message' }> {
  const nonce = { nonce: key, enforce_nonce: true }
  const reply =
    replyTo === undefined
      ? {}
      : { message_reference: { message_id: replyTo, fail_if_not_exists: false } }
  return {
    name: 'POST message',
    method: RequestMethod.Post,
    route: Routes.channelMessages(channelIdOf(to)),
    body: { ...body, ...nonce, ...reply },
  }
}

/**
 * An edit that does not say so again lets mentions and embeds through: https://docs.discord.com/developers/resources/message#edit-message.
 * Attachments are no embeds, and are shown.
 */
export const nothingActive = {
  allowed_mentions: { parse: [], replied_user: false },
  flags: MessageFlags.SuppressEmbeds,
} as const satisfies RESTPostAPIChannelMessageJSONBody

/** No list of rows but an empty one takes the buttons away. */
function words(text: RichText, buttons: Buttons) {
  return { content: render(text), components: actionRows(buttons), ...nothingActive }
}
