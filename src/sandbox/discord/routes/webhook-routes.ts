// What follows the first answer: https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages

import { apiErrors } from '../api-error.ts'
import { botId } from '../bot-identity.ts'
import { botEdit, botMessage } from '../bot-message.ts'
import { interactionMarks } from '../interaction-event.ts'
import type { Interaction } from '../interactions.ts'
import { parseMessageForm } from '../message-form.ts'
import { noContent, ok, param } from '../route.ts'
import type { Answer, Call, Route } from '../route.ts'
import { messageFlag, messageType } from '../wire-message.ts'
import type { WireMessage } from '../wire-message.ts'
import type { World } from '../world.ts'

export function webhookRoutes(world: World): readonly Route[] {
  const addressee = (call: Call) => world.interactions.find(param(call, 'token'))?.dm.account
  const one = '/webhooks/:application/:token/messages/:message'
  const common = { isOpen: true, addressee } as const

  return [
    {
      ...common,
      kind: 'POST webhook',
      verb: 'POST',
      path: '/webhooks/:application/:token',
      run: (call) => followUp(world, call),
    },
    {
      ...common,
      kind: 'GET webhook',
      verb: 'GET',
      path: one,
      run: (call) => ok(requireOwn(requireInteraction(world, call), call)),
    },
    {
      ...common,
      kind: 'PATCH webhook',
      verb: 'PATCH',
      path: one,
      run(call) {
        const interaction = requireInteraction(world, call)
        return ok(
          botEdit(
            world,
            interaction.dm,
            requireOwn(interaction, call).id,
            parseMessageForm(call.body),
            call.files,
          ),
        )
      },
    },
    {
      ...common,
      kind: 'DELETE webhook',
      verb: 'DELETE',
      path: one,
      run(call) {
        const interaction = requireInteraction(world, call)
        interaction.dm.remove(requireOwn(interaction, call).id)
        return noContent
      },
    },
  ]
}

function requireInteraction(world: World, call: Call): Interaction {
  const interaction = world.interactions.find(param(call, 'token'))
  if (interaction === undefined) throw apiErrors.invalidWebhookToken()
  if (param(call, 'application') !== botId || interaction.state !== 'acknowledged')
    throw apiErrors.unknownWebhook()
  return interaction
}

function requireOwn(interaction: Interaction, call: Call): WireMessage {
  const named = param(call, 'message')
  const message = interaction.dm.find(named === '@original' ? (interaction.original ?? '') : named)
  if (message === undefined || message.author.id !== botId) throw apiErrors.unknownMessage()
  return message
}

/** The first one after a deferred answer takes its place, says the documentation of Create Followup Message. */
function followUp(world: World, call: Call): Answer {
  const interaction = requireInteraction(world, call)
  const { dm, original } = interaction
  const form = parseMessageForm(call.body)
  const first = original === undefined ? undefined : dm.find(original)
  if (first && (first.flags & messageFlag.loading) !== 0)
    return ok(botEdit(world, dm, first.id, form, call.files))
  const reply = first && {
    type: messageType.reply,
    message_reference: { type: 0, channel_id: dm.id, message_id: first.id } as const,
  }
  return ok(
    dm.post(
      botMessage(world, dm, form, call.files, { ...interactionMarks(interaction), ...reply }),
      'text',
    ),
  )
}
