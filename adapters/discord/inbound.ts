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
  type APIUser,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
  type GatewayTypingStartDispatchData,
} from 'discord.js'

import { ref } from '../../src/core/address.ts'
import { parseCommand } from '../../src/core/command.ts'
import type { Inbound, InboundEvent, ReplyTarget, Sender } from '../../src/core/inbound.ts'
import { languageOf } from '../../src/core/language.ts'
import type { Cdn } from './cdn.ts'
import { answerIn } from './dialog.ts'
import { addressOf, senderAt, timeOf } from './ids.ts'
import { contentOf, isGif, isSaid } from './message-content.ts'

/** A message as dispatched, or as read from the channel's history. */
export type HeardMessage = APIMessage &
  Partial<Pick<GatewayMessageCreateDispatchData, 'guild_id' | 'channel_type'>>

/** Who listens, and where files are. */
export interface Hearing {
  readonly botId: string
  readonly cdn: Cdn
}

export function fromMessage(message: HeardMessage, { botId, cdn }: Hearing): Inbound | undefined {
  if (!isOfPerson(message, botId)) return undefined
  const { id, author, channel_id: channelId } = message
  const command = parseCommand(message.content)
  const replyTo = replyTarget(message)
  const event: InboundEvent =
    command === undefined
      ? { kind: 'message', ref: ref(id), content: contentOf(message, cdn), replyTo }
      : { kind: 'command', command, replyTo }
  return { sender: senderOf(author, channelId), seenKey: `create:${id}`, position: id, event }
}

function isOfPerson(message: HeardMessage, botId: string): boolean {
  const { author, guild_id: guildId, channel_type: channelType = ChannelType.DM } = message
  const isInDm = guildId === undefined && channelType === ChannelType.DM
  const isPerson = author.id !== botId && author.bot !== true && author.system !== true
  return isInDm && isPerson && message.webhook_id === undefined && isSaid(message)
}

/**
 * Whether somebody changed the message is what `edited_timestamp` says: embeds that load change it too, and of these nothing is told but
 * that a link turns out to be a GIF. What is edited into a command stays words.
 */
export function fromEdit(
  message: Partial<HeardMessage>,
  { botId, cdn }: Hearing,
): Inbound | undefined {
  if (!isWhole(message) || !isOfPerson(message, botId)) return undefined
  const { id, author, channel_id: channelId, edited_timestamp: editedAt } = message
  const hasTurned = isGif(message, cdn)
  if (typeof editedAt !== 'string' && !hasTurned) return undefined
  return {
    sender: senderOf(author, channelId),
    // The time of an edit does not change when its link turns into a GIF later on.
    seenKey: `${hasTurned ? 'gif' : 'edit'}:${id}:${editedAt ?? ''}`,
    position: undefined,
    event: { kind: 'edited', ref: ref(id), content: contentOf(message, cdn) },
  }
}

/** A change of something else than what is said may be told by itself. */
function isWhole(message: Partial<HeardMessage>): message is HeardMessage {
  const { author, content, attachments, type } = message
  return [author, content, attachments, type].every((part) => part !== undefined)
}

export function fromDeletion(id: string, owner: Sender): Inbound {
  return {
    sender: owner,
    seenKey: `delete:${id}`,
    position: undefined,
    event: { kind: 'deleted', refs: [ref(id)] },
  }
}

/** Every character of an emoji is of one, and one of them is no digit: https://unicode.org/reports/tr51/#Emoji_Properties */
const isEmoji = (name: string): boolean =>
  /^[\p{Emoji}\p{Emoji_Component}]+$/u.test(name) &&
  /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u.test(name)

/** Custom emoji have an id, and exist on Discord alone: https://docs.discord.com/developers/resources/emoji#emoji-object */
export function fromReaction(
  kind: 'added' | 'removed',
  reaction: GatewayMessageReactionRemoveDispatchData,
  botId: string,
): Inbound | undefined {
  const { user_id: userId, channel_id: channelId, message_id: messageId, emoji } = reaction
  if (reaction.guild_id !== undefined || userId === botId) return undefined
  if (emoji.id !== null || emoji.name === null || !isEmoji(emoji.name)) return undefined
  return {
    sender: sender(userId, channelId),
    seenKey: undefined,
    position: undefined,
    event: { kind: 'reacted', ref: ref(messageId), reaction: { kind, emoji: emoji.name } },
  }
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

/** Taps, slash commands and answers in dialogs. Whether one is in our DM is what `context` says: a DM of two other people is none of ours. */
export function fromInteraction(interaction: APIInteraction): Inbound | undefined {
  if (interaction.type === InteractionType.Ping) return undefined
  const { id, user, channel, locale } = interaction
  if (user === undefined || channel === undefined || interaction.guild_id !== undefined)
    return undefined
  if ((interaction.context ?? InteractionContextType.BotDM) !== InteractionContextType.BotDM)
    return undefined
  const event = interactionEvent(interaction)
  return (
    event && {
      sender: { ...senderOf(user, channel.id), language: languageOf(locale) },
      seenKey: `interaction:${id}`,
      position: id,
      event,
    }
  )
}

function interactionEvent(interaction: APIInteraction): InboundEvent | undefined {
  if (interaction.type === InteractionType.ModalSubmit) {
    const { data, message } = interaction
    const on = message && ref(message.id)
    return { kind: 'answered', data: data.custom_id, text: answerIn(data), on }
  }
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
  return command && { kind: 'command', command, replyTo: undefined }
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

const sender = (userId: string, channelId: string): Sender => senderAt(addressOf(userId, channelId))

/** Of what Discord says about somebody, nothing but their id and the name by which others find them goes further. */
const senderOf = (
  { id, username }: Pick<APIUser, 'id' | 'username'>,
  channelId: string,
): Sender => ({
  ...sender(id, channelId),
  handle: username,
})
