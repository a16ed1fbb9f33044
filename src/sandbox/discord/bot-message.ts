// What becomes of the bot's own messages: the same rules for the channel, for answers to interactions and for edits.

import { apiErrors } from './api-error.ts'
import { editedAttachments, newAttachments } from './bot-attachments.ts'
import { bot, botId } from './bot-identity.ts'
import type { Dm } from './dm.ts'
import { formError } from './form-error.ts'
import { mentionsIn } from './mentions.ts'
import { wireRows } from './message-form.ts'
import type { AllowedMentions, MessageForm } from './message-form.ts'
import type { UploadedFile } from './request-body.ts'
import { requireVoice } from './voice-rules.ts'
import { messageFlag, messageType, wireMessage, wireTime } from './wire-message.ts'
import type { WireMessage } from './wire-message.ts'
import type { WireUser } from './wire-user.ts'
import type { World } from './world.ts'

/** Refuses what is empty once trimmed, as Discord does. */
export function botMessage(
  world: World,
  dm: Dm,
  form: MessageForm,
  files: readonly UploadedFile[],
  marks: Partial<WireMessage> = {},
): WireMessage {
  const content = (form.content ?? '').trim()
  if ((form.flags ?? 0) & messageFlag.voice) requireVoice(form, files)
  if (content === '' && files.length === 0) throw apiErrors.emptyMessage()
  const reply = replyParts(dm, form)
  const components = wireRows(form.components ?? [])
  // Last, for it keeps the bytes: a message that is refused leaves none behind.
  const attachments = newAttachments(world, dm, form, files)
  return wireMessage({
    id: world.nextId(),
    channel_id: dm.id,
    author: bot,
    content,
    timestamp: wireTime(world.now()),
    flags: form.flags ?? 0,
    components,
    attachments,
    mentions: mentions(dm, content, form.allowed_mentions, reply.message_reference?.message_id),
    ...reply,
    ...marks,
  })
}

/**
 * Fields that are left out stay as they are. Unlike a new message, an edited one may become empty.
 * https://github.com/discord/discord-api-docs/issues/7785
 */
export function botEdit(
  world: World,
  dm: Dm,
  messageId: string,
  form: MessageForm,
  files: readonly UploadedFile[],
): WireMessage {
  const before = dm.find(messageId)
  if (before === undefined) throw apiErrors.unknownMessage()
  if (before.author.id !== botId) throw apiErrors.notYourMessage()
  if (before.flags & messageFlag.voice) throw apiErrors.voiceEdited()
  const content = form.content === undefined ? before.content : (form.content ?? '').trim()
  const isSettable = messageFlag.suppressEmbeds
  const change = {
    content,
    components: form.components === undefined ? before.components : wireRows(form.components ?? []),
    flags:
      form.flags === undefined || form.flags === null
        ? before.flags
        : (before.flags & ~isSettable) | (form.flags & isSettable),
    mentions:
      form.content === undefined
        ? before.mentions
        : mentions(dm, content, form.allowed_mentions, before.message_reference?.message_id),
  }
  const isAnswer = (before.flags & messageFlag.loading) !== 0
  const edited = dm.edit(messageId, {
    ...change,
    attachments: editedAttachments(world, dm, form, files, before.attachments),
    flags: change.flags & ~messageFlag.loading,
    edited_timestamp: isAnswer ? null : wireTime(world.now()),
  })
  if (edited === undefined) throw apiErrors.unknownMessage()
  return edited
}

/** Without the target, the message is no reply or no message at all. */
function replyParts(dm: Dm, form: MessageForm): Partial<WireMessage> {
  const reference = form.message_reference
  if (!reference) return {}
  const isHere =
    reference.channel_id === undefined ||
    reference.channel_id === null ||
    reference.channel_id === dm.id
  if (isHere && dm.find(reference.message_id)) {
    return {
      type: messageType.reply,
      message_reference: { type: 0, channel_id: dm.id, message_id: reference.message_id },
    }
  }
  if (reference.fail_if_not_exists === false) return {}
  throw formError(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')
}

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function mentions(
  dm: Dm,
  content: string,
  allowed: AllowedMentions | null | undefined,
  repliedTo: string | undefined,
): readonly WireUser[] {
  const named = mentionsIn(content, [dm.account.user, bot])
  const users = allowed
    ? named.filter((user) => allowed.parse?.includes('users') || allowed.users?.includes(user.id))
    : named
  const author = repliedTo === undefined ? undefined : dm.find(repliedTo)?.author
  const pingsAuthor = author !== undefined && (allowed ? allowed.replied_user === true : true)
  return pingsAuthor && !users.some((user) => user.id === author.id) ? [...users, author] : users
}
