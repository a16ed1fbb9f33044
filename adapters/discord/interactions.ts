// What a person sees right after a tap or a slash command, before the product's answer arrives as an ordinary message.

import {
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  RequestMethod,
  Routes,
  type APIInteraction,
} from 'discord.js'

import { pause, type Clock } from '../../src/clock.ts'
import { backOffMs } from '../../src/core/retry.ts'
import type { Log } from '../../src/log.ts'
import type { Api } from './api.ts'

/**
 * Within 3 seconds, or the app says that the interaction failed: https://docs.discord.com/developers/interactions/receiving-and-responding.
 * A tap is answered by nothing to be seen. A command has to be answered by a message: "thinking…", for the person's eyes alone and no part
 * of the chat's history, which goes as soon as the command is taken in.
 */
export async function acknowledge(
  api: Api,
  { id, token, type }: APIInteraction,
  signal: AbortSignal,
): Promise<void> {
  const body =
    type === InteractionType.MessageComponent
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          data: { flags: MessageFlags.Ephemeral },
        }
  const route = Routes.interactionCallback(id, token)
  await api({ name: 'POST callback', method: RequestMethod.Post, route, body, auth: false, signal })
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
