import type { DiscordEvent } from './discord-events.ts'
import { readShapes } from './read-shapes.ts'
import type { Shape } from './shape.ts'

/** Of everything that can happen in a private chat, as discord-api-types declares it. */
export const discordShapes = (): ((event: DiscordEvent) => Shape) =>
  readShapes(`import type * as discord from 'discord-api-types/v10'`, {
    create: 'discord.GatewayMessageCreateDispatchData',
    update: 'discord.GatewayMessageUpdateDispatchData',
    remove: 'discord.GatewayMessageDeleteDispatchData',
    removeMany: 'discord.GatewayMessageDeleteBulkDispatchData',
    react: 'discord.GatewayMessageReactionAddDispatchData',
    unreact: 'discord.GatewayMessageReactionRemoveDispatchData',
    typing: 'discord.GatewayTypingStartDispatchData',
    button: 'discord.APIMessageComponentInteraction',
    slash: 'discord.APIApplicationCommandInteraction',
    interaction: 'discord.APIInteraction',
  })
