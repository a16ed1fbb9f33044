// What Discord's gateway and history tell, as the core hears it. Pure; `undefined` is what is not for us: servers, bots, ourselves.

import {
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageReferenceType,
  MessageType,
  type APIInteraction,
  type APIMessage,
  type GatewayMessageCreateDispatchData,
  type GatewayTypingStartDispatchData,
} from 'discord.js'

import { ref } from '../../src/core/address.ts'
import { parseCommand } from '../../src/core/command.ts'
import type { Inbound, InboundEvent, ReplyTarget, Sender } from '../../src/core/inbound.ts'
import { addressOf, timeOf } from './ids.ts'
import { contentOf, isSaid } from './message-content.ts'

/** A message as dispatched, or as read from the channel's history. */
export type HeardMessage = APIMessage &
  Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'channel_type'>>

export function fromMessage(message: HeardMessage, botId: string): Inbound | undefined {
  const { id, author, channel_id: channelId } = message
  if (message.guild_id !== undefined || (message.channel_type ?? ChannelType.DM) !== ChannelType.DM)
    return undefined
  if (
    author.id === botId ||
    author.bot === true ||
    author.system === true ||
    message.webhook_id !== undefined
  )
    return undefined
  if (!isSaid(message)) return undefined
  const command = parseCommand(message.content)
  const event: InboundEvent =
    command === undefined
      ? {
          kind: 'message',
          ref: ref(id),
          content: contentOf(message),
          replyTo: replyTarget(message),
        }
      : { kind: 'command', command }
  return { sender: sender(author.id, channelId), seenKey: `create:${id}`, position: id, event }
}

function replyTarget({
  type,
  message_reference: reference,
  channel_id: channelId,
}: HeardMessage): ReplyTarget | undefined {
  if (
    type !== MessageType.Reply ||
    reference?.message_id === undefined ||
    reference.channel_id !== channelId
  )
    return undefined
  if (reference.type === MessageReferenceType.Forward) return undefined
  return { ref: ref(reference.message_id), at: timeOf(reference.message_id) }
}

/** Taps and slash commands. Whether one is in our DM is what `context` says: a DM of two other people is none of ours. */
export function fromInteraction(interaction: APIInteraction): Inbound | undefined {
  const { id, user, channel } = interaction
  if (user === undefined || channel === undefined || interaction.guild_id !== undefined)
    return undefined
  if ((interaction.context ?? InteractionContextType.BotDM) !== InteractionContextType.BotDM)
    return undefined
  const event = interactionEvent(interaction)
  return (
    event && {
      sender: sender(user.id, channel.id),
      seenKey: `interaction:${id}`,
      position: id,
      event,
    }
  )
}

function interactionEvent(interaction: APIInteraction): InboundEvent | undefined {
  if (interaction.type === InteractionType.MessageComponent) {
    if (interaction.data.component_type !== ComponentType.Button) return undefined
    return { kind: 'tap', data: interaction.data.custom_id, on: ref(interaction.message.id) }
  }
  if (
    interaction.type !== InteractionType.ApplicationCommand ||
    interaction.data.type !== ApplicationCommandType.ChatInput
  )
    return undefined
  const command = parseCommand(`/${interaction.data.name}`)
  return command && { kind: 'command', command }
}

export function fromTyping(
  typing: GatewayTypingStartDispatchData,
  botId: string,
): Inbound | undefined {
  if (typing.guild_id !== undefined || typing.user_id === botId) return undefined
  return {
    sender: sender(typing.user_id, typing.channel_id),
    seenKey: undefined,
    position: undefined,
    event: { kind: 'typing' },
  }
}

const sender = (userId: string, channelId: string): Sender => ({
  platform: 'discord',
  id: userId,
  address: addressOf(userId, channelId),
})
