// The first answer to an interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object

import { z } from 'zod'
import { apiErrors } from '../api-error.ts'
import type { ApiError } from '../api-error.ts'
import { bot } from '../bot-identity.ts'
import { botEdit, botMessage } from '../bot-message.ts'
import { formError, parseForm } from '../form-error.ts'
import { interactionMarks, interactionType } from '../interaction-event.ts'
import { messageOf } from '../interactions.ts'
import type { Interaction } from '../interactions.ts'
import { parseMessageForm } from '../message-form.ts'
import { parseModalForm } from '../modal-form.ts'
import { noContent, ok, param } from '../route.ts'
import type { Call, Route } from '../route.ts'
import { messageFlag, messageType, wireMessage, wireTime } from '../wire-message.ts'
import type { WireMessage } from '../wire-message.ts'
import type { World } from '../world.ts'

const callbackType = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  modal: 9,
} as const
const callbackForm = z.object({
  type: z.literal(Object.values(callbackType)),
  data: z.unknown().optional(),
})

export function interactionRoutes(world: World): readonly Route[] {
  return [
    {
      kind: 'POST callback',
      verb: 'POST',
      path: '/interactions/:interaction/:token/callback',
      isOpen: true,
      addressee: (call) => world.interactions.find(param(call, 'token'))?.dm.account,
      run(call) {
        const interaction = world.interactions.find(param(call, 'token'))
        if (interaction === undefined || interaction.id !== param(call, 'interaction'))
          throw apiErrors.unknownInteraction()
        if (interaction.state === 'failed') throw apiErrors.unknownInteraction()
        if (interaction.state === 'acknowledged') throw apiErrors.alreadyAcknowledged()
        const { type, data } = parseForm(callbackForm, call.body)
        const message = answer(world, interaction, type, data, call)
        world.interactions.acknowledge(interaction, message?.id ?? messageOf(interaction.what))
        if (call.query.get('with_response') !== 'true') return noContent
        return ok(callbackAnswer(interaction, type, message))
      },
    },
  ]
}

/** Carries the answer out; gives the message that it made or changed. */
function answer(
  world: World,
  interaction: Interaction,
  type: number,
  data: unknown,
  call: Call,
): WireMessage | undefined {
  const { dm } = interaction
  const { what } = interaction
  const target = messageOf(what)
  const marks = {
    ...interactionMarks(interaction),
    ...(target === undefined && { type: messageType.chatInputCommand }),
  }
  switch (type) {
    case callbackType.message:
      return dm.post(botMessage(world, dm, parseMessageForm(data), call.files, marks), 'text')
    case callbackType.deferredMessage: {
      const flags =
        messageFlag.loading | ((parseMessageForm(data).flags ?? 0) & messageFlag.ephemeral)
      const common = {
        id: world.nextId(),
        channel_id: dm.id,
        author: bot,
        content: '',
        timestamp: wireTime(world.now()),
      }
      return dm.post(wireMessage({ ...common, ...marks, flags }), 'loading')
    }
    case callbackType.deferredUpdate:
      // An answer in a dialog may be left at that, whatever has opened it: https://github.com/discord/discord-api-docs/pull/8612
      if (what.kind !== 'dialog') requireTarget(target)
      return undefined
    case callbackType.modal:
      // A dialog is not answered by another one.
      if (what.kind === 'dialog') throw invalidType()
      dm.account.dialog = {
        dialog: parseModalForm(data),
        openedBy: interaction.id,
        from: what,
      }
      dm.account.changed()
      return undefined
    default:
      return botEdit(world, dm, requireTarget(target), parseMessageForm(data), call.files)
  }
}

/** Only a button has a message to update. */
function requireTarget(messageId: string | undefined): string {
  if (messageId === undefined) throw invalidType()
  return messageId
}

const invalidType = (): ApiError =>
  formError(['type'], 'INTERACTION_APPLICATION_INVALID_CALLBACK_TYPE', 'Invalid callback type.')

function callbackAnswer(
  interaction: Interaction,
  type: number,
  message: WireMessage | undefined,
): object {
  return {
    interaction: {
      id: interaction.id,
      type: interactionType[interaction.what.kind],
      ...(message && {
        response_message_id: message.id,
        response_message_loading: (message.flags & messageFlag.loading) !== 0,
        response_message_ephemeral: (message.flags & messageFlag.ephemeral) !== 0,
      }),
      channel_id: interaction.dm.id,
    },
    ...(message && { resource: { type, message } }),
  }
}
