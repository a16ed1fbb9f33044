// Where Discord will not have the bot at all, in one sentence that says what to do.

import { DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js'

const tokenRefused =
  'Discord refuses DISCORD_TOKEN. Copy it again from the Developer Portal, Bot page.'

/** Why the gateway closed for good: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export function refusalOfClose(code: number): string {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return tokenRefused
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.DisallowedIntents:
      return 'Discord does not let this bot hear direct messages. Look at its intents in the Developer Portal, Bot page.'
    case GatewayCloseCodes.InvalidAPIVersion:
      return 'Discord does not speak version 10 of its API any more. Install a newer version of Passerby.'
    default:
      return `Discord closed the connection for good, with code ${code}. Look for news of this bot in the Developer Portal.`
  }
}

export function refusalOfLogin(error: unknown): string | undefined {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
    ? tokenRefused
    : undefined
}
