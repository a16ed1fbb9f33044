// What the gateway tells, and which intents a client must have named to hear it.
// https://docs.discord.com/developers/events/gateway#list-of-intents

export type GatewayEvent =
  | 'MESSAGE_CREATE'
  | 'MESSAGE_UPDATE'
  | 'MESSAGE_DELETE'
  | 'TYPING_START'
  | 'INTERACTION_CREATE'

export type Dispatch = (event: GatewayEvent, data: object) => void

const directMessages = 1 << 12
const directMessageTyping = 1 << 14

export function hears(intents: number, event: GatewayEvent): boolean {
  switch (event) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
    case 'MESSAGE_DELETE':
      return (intents & directMessages) !== 0
    case 'TYPING_START':
      return (intents & directMessageTyping) !== 0
    case 'INTERACTION_CREATE':
      return true
  }
}

/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT: switched on for an app by hand, and this app has none. */
export const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15)
