// What the gateway tells, and which intents a client must have named to hear it.
// https://docs.discord.com/developers/events/gateway#list-of-intents

export type GatewayEvent =
  | 'MESSAGE_CREATE'
  | 'MESSAGE_UPDATE'
  | 'MESSAGE_DELETE'
  | 'MESSAGE_DELETE_BULK'
  | 'MESSAGE_REACTION_ADD'
  | 'MESSAGE_REACTION_REMOVE'
  | 'TYPING_START'
  | 'INTERACTION_CREATE'

export type Dispatch = (event: GatewayEvent, data: object) => void

const directMessages = 1 << 12
const directMessageReactions = 1 << 13
const directMessageTyping = 1 << 14

export function hears(intents: number, event: GatewayEvent): boolean {
  switch (event) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
    case 'MESSAGE_DELETE':
    // Documented for servers alone, where GUILD_MESSAGES covers it.
    case 'MESSAGE_DELETE_BULK':
      return (intents & directMessages) !== 0
    case 'MESSAGE_REACTION_ADD':
    case 'MESSAGE_REACTION_REMOVE':
      return (intents & directMessageReactions) !== 0
    case 'TYPING_START':
      return (intents & directMessageTyping) !== 0
    case 'INTERACTION_CREATE':
      return true
  }
}

/** GUILD_MEMBERS, GUILD_PRESENCES and MESSAGE_CONTENT: switched on for an app by hand, and this app has none. */
export const privilegedIntents = (1 << 1) | (1 << 8) | (1 << 15)
