import { botId } from './bot-identity.ts'
import type { Dm } from './dm.ts'
import type { Interaction, InteractionSubject } from './interactions.ts'
import type { Dialog } from './modal-form.ts'
import type { WireMessage } from './wire-message.ts'

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export const interactionType = { command: 2, button: 3, dialog: 5 } as const

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

/** Where the dialog was opened by a button, its message comes along, as it is now. */
export function modalEvent(
  interaction: Interaction,
  dialog: Dialog,
  text: string,
  message: WireMessage | undefined,
): object {
  return {
    ...common(interaction),
    type: interactionType.dialog,
    data: { custom_id: dialog.customId, components: [dialog.filledIn(text)] },
    ...(message && { message }),
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
    locale: dm.account.locale,
    entitlements: [],
    authorizing_integration_owners: owners(dm),
    context: 1,
    attachment_size_limit: 10 * 1024 * 1024,
  }
}

/** What a message says about the interaction that it answers. */
export function interactionMarks({ id, dm, what }: Interaction): Partial<WireMessage> {
  const { user } = dm.account
  return {
    webhook_id: botId,
    application_id: botId,
    interaction_metadata: metadata(id, dm, what),
    ...(what.kind === 'command' && {
      interaction: { id, type: interactionType.command, name: what.name, user },
    }),
  }
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function metadata(id: string, dm: Dm, what: InteractionSubject): object {
  const type = interactionType[what.kind]
  const common = { id, type, user: dm.account.user, authorizing_integration_owners: owners(dm) }
  switch (what.kind) {
    case 'command':
      return common
    case 'button':
      return { ...common, interacted_message_id: what.messageId }
    case 'dialog':
      return { ...common, triggering_interaction_metadata: metadata(what.openedBy, dm, what.from) }
  }
}
