// What a person sees right after a tap, a slash command or an answer, before the product's own arrives as an ordinary message.

import {
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  RequestMethod,
  Routes,
  type APIInteraction,
  type APIInteractionResponse,
} from 'discord.js'

import { pause, type Clock } from '../../src/clock.ts'
import { backOffMs } from '../../src/core/retry.ts'
import type { Log } from '../../src/log.ts'
import type { Api } from './api.ts'

/** Within 3 seconds, or the app says that it failed: https://docs.discord.com/developers/interactions/receiving-and-responding. */
export async function acknowledge(
  api: Api,
  { id, token }: APIInteraction,
  body: APIInteractionResponse,
  signal: AbortSignal,
): Promise<void> {
  const route = Routes.interactionCallback(id, token)
  await api({ name: 'POST callback', method: RequestMethod.Post, route, body, auth: false, signal })
}

/**
 * A tap and an answer are acknowledged by nothing to be seen: both belong to the message that has the button. A command has to be answered
 * by a message: "thinking…", for the person's eyes alone and no part of the chat's history, which goes as soon as the command is taken in.
 */
export function acknowledgement(type: InteractionType): APIInteractionResponse | undefined {
  switch (type) {
    case InteractionType.MessageComponent:
    case InteractionType.ModalSubmit:
      return { type: InteractionResponseType.DeferredMessageUpdate }
    case InteractionType.ApplicationCommand:
      return {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.Ephemeral },
      }
    default:
      return undefined
  }
}

const attempts = 5

/** Takes the "thinking…" away again. */
export async function tidyUp(
  api: Api,
  interaction: APIInteraction,
  {
    clock,
    log,
    signal,
  }: { readonly clock: Clock; readonly log: Log; readonly signal: AbortSignal },
): Promise<void> {
  const route = Routes.webhookMessage(interaction.application_id, interaction.token, '@original')
  for (let attempt = 0; attempt < attempts && !signal.aborted; attempt += 1) {
    try {
      return void (await api({
        name: 'DELETE webhook',
        method: RequestMethod.Delete,
        route,
        auth: false,
        signal,
      }))
    } catch (error) {
      log.debug(
        { platform: 'discord', error, attempt },
        'An answered command is still shown as being worked on.',
      )
    }
    await pause(clock, backOffMs(attempt, 500, 10_000), signal)
  }
}
