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
import type { Address } from '../../src/core/address.ts'
import type { Buttons } from '../../src/core/button.ts'
import type { RichText } from '../../src/core/rich-text.ts'
import { unreachable } from '../../src/lib/must.ts'
import { codes } from './errors.ts'
import { render } from './format.ts'
import { channelIdOf } from './ids.ts'
import { actionRows } from './menu.ts'

export type MessageRequest =
  | {
      readonly name: 'POST message'
      readonly method: RequestMethod.Post
      readonly route: RouteLike
      readonly body: RESTPostAPIChannelMessageJSONBody
    }
  | {
      readonly name: 'PATCH message'
      readonly method: RequestMethod.Patch
      readonly route: RouteLike
      readonly body: RESTPatchAPIChannelMessageJSONBody
    }
  | {
      readonly name: 'DELETE message'
      readonly method: RequestMethod.Delete
      readonly route: RouteLike
      readonly doneAlready: number
    }

/** All but reactions, which have a request for each emoji: see own-reactions.ts. */
export function toRequest(
  to: Address,
  key: string,
  action: Exclude<Action, { kind: 'react' }>,
): MessageRequest {
  const channel = channelIdOf(to)
  switch (action.kind) {
    case 'send': {
      const body = words(action.text, action.buttons)
      const nonce = { nonce: key, enforce_nonce: true }
      const reply =
        action.replyTo === undefined
          ? {}
          : { message_reference: { message_id: action.replyTo, fail_if_not_exists: false } }
      return {
        name: 'POST message',
        method: RequestMethod.Post,
        route: Routes.channelMessages(channel),
        body: { ...body, ...nonce, ...reply },
      }
    }
    case 'edit':
      return {
        name: 'PATCH message',
        method: RequestMethod.Patch,
        route: Routes.channelMessage(channel, action.ref),
        body: words(action.text, action.buttons),
      }
    case 'delete':
      return {
        name: 'DELETE message',
        method: RequestMethod.Delete,
        route: Routes.channelMessage(channel, action.ref),
        doneAlready: codes.unknownMessage,
      }
    default:
      return unreachable(action)
  }
}

/**
 * An edit that does not say so again lets mentions and embeds through: https://docs.discord.com/developers/resources/message#edit-message.
 * No list of rows but an empty one takes the buttons away.
 */
function words(text: RichText, buttons: Buttons) {
  return {
    content: render(text),
    components: actionRows(buttons),
    allowed_mentions: { parse: [], replied_user: false },
    flags: MessageFlags.SuppressEmbeds,
  }
}
