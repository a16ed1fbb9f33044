import { botId } from './bot-identity.ts'
import type { Dm } from './dm.ts'
import type { Interaction } from './interactions.ts'
import type { WireMessage } from './wire-message.ts'

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export const interactionType = { command: 2, button: 3 } as const

/** Installed by the person themselves. */
function owners(dm: Dm): object {
  return { '1': dm.account.id }
}

export function commandEvent(
  interaction: Interaction,
  command: { readonly id: string; readonly name: string },
): object {
  return {
    ...common(interaction),
    type: interactionType.command,
    data: { id: command.id, name: command.name, type: 1 },
  }
}

export function buttonEvent(
  interaction: Interaction,
  message: WireMessage,
  customId: string,
): object {
  return {
    ...common(interaction),
    type: interactionType.button,
    data: { custom_id: customId, component_type: 2 },
    message,
  }
}

function common({ id, token, dm }: Interaction): object {
  return {
    id,
    application_id: botId,
    token,
    version: 1,
    channel_id: dm.id,
    channel: dm.channel,
    user: dm.account.user,
    app_permissions: '0',
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: owners(dm),
    context: 1,
    attachment_size_limit: 10 * 1024 * 1024,
  }
}

/** What a message says about the interaction that it answers. */
export function interactionMarks({ id, dm, what }: Interaction): Partial<WireMessage> {
  const common = { id, user: dm.account.user, authorizing_integration_owners: owners(dm) }
  const marks = { webhook_id: botId, application_id: botId }
  if (what.kind === 'button') {
    return {
      ...marks,
      interaction_metadata: {
        ...common,
        type: interactionType.button,
        interacted_message_id: what.messageId,
      },
    }
  }
  return {
    ...marks,
    interaction_metadata: { ...common, type: interactionType.command },
    interaction: { id, type: interactionType.command, name: what.name, user: dm.account.user },
  }
}
