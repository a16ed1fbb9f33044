// What a bot may say in a message: https://docs.discord.com/developers/resources/message#create-message

import { z } from 'zod'
import { formError, parseForm } from './form-error.ts'
import { messageFlag } from './wire-message.ts'
import type { WireButton, WireRow } from './wire-message.ts'

const snowflake = z.string().regex(/^\d{1,20}$/)

/** Discord counts characters, not UTF-16 units. */
const content = z
  .string()
  .refine((text) => Array.from(text).length <= 2000, 'Must be 2000 or fewer in length.')

const button = z.object({
  type: z.literal(2),
  id: z.int().optional(),
  style: z.int().min(1).max(5),
  label: z.string().max(80).nullish(),
  custom_id: z.string().min(1).max(100).nullish(),
  url: z.url().nullish(),
  disabled: z.boolean().nullish(),
  emoji: z
    .object({
      id: snowflake.nullish(),
      name: z.string().nullish(),
      animated: z.boolean().nullish(),
    })
    .nullish(),
})
const row = z.object({
  type: z.literal(1),
  id: z.int().optional(),
  components: z.array(button).min(1).max(5),
})
const allowedMentions = z.object({
  parse: z.array(z.enum(['roles', 'users', 'everyone'])).nullish(),
  users: z.array(snowflake).max(100).nullish(),
  roles: z.array(snowflake).max(100).nullish(),
  replied_user: z.boolean().nullish(),
})
const attachmentForm = z.object({
  id: z.union([snowflake, z.int()]),
  filename: z.string().min(1).max(1024).nullish(),
  title: z.string().max(1024).nullish(),
  description: z.string().max(1024).nullish(),
  duration_secs: z.number().min(0).max(2_147_483_647).nullish(),
  waveform: z.string().max(400).nullish(),
  is_spoiler: z.boolean().nullish(),
})
const form = z.object({
  content: content.nullish(),
  nonce: z.union([z.string().max(25), z.int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  tts: z.boolean().nullish(),
  flags: z.int().nullish(),
  allowed_mentions: allowedMentions.nullish(),
  message_reference: z
    .object({
      type: z.literal(0).nullish(),
      message_id: snowflake,
      channel_id: snowflake.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
  components: z.array(row).max(5).nullish(),
  attachments: z.array(attachmentForm).nullish(),
  embeds: z.array(z.unknown()).max(0, 'The sandbox knows no embeds.').nullish(),
})

export type MessageForm = z.infer<typeof form>
export type AttachmentForm = z.infer<typeof attachmentForm>
export type AllowedMentions = z.infer<typeof allowedMentions>

const knownFlags =
  messageFlag.suppressEmbeds |
  messageFlag.suppressNotifications |
  messageFlag.ephemeral |
  messageFlag.voice

export function parseMessageForm(body: unknown): MessageForm {
  const parsed = parseForm(form, body ?? {})
  if ((parsed.flags ?? 0) & ~knownFlags)
    throw formError(['flags'], 'BASE_TYPE_CHOICES', 'The sandbox knows no such flag.')
  const mentions = parsed.allowed_mentions
  if (mentions?.parse?.includes('users') && mentions.users?.length) {
    throw formError(
      ['allowed_mentions'],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      'parse:["users"] and users: [ids...] are mutually exclusive.',
    )
  }
  return parsed
}

/** Rows as Discord gives them back: every component has a number. */
export function wireRows(rows: NonNullable<MessageForm['components']>): readonly WireRow[] {
  const seen = new Set<string>()
  let last = 0
  return rows.map((each, rowIndex) => {
    const id = (last += 1)
    const components = each.components.map((given, index): WireButton => {
      const path = ['components', rowIndex, 'components', index]
      if (given.style === 5 ? !given.url : !given.custom_id)
        throw formError(path, 'BASE_TYPE_REQUIRED', 'This field is required')
      if (!given.label && !given.emoji)
        throw formError(path, 'BUTTON_COMPONENT_INVALID', 'A button must have a label or an emoji')
      if (given.custom_id && seen.has(given.custom_id)) {
        throw formError(
          [...path, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        )
      }
      seen.add(given.custom_id ?? '')
      return {
        type: 2,
        id: (last += 1),
        style: given.style,
        ...(given.label && { label: given.label }),
        ...(given.custom_id && { custom_id: given.custom_id }),
        ...(given.url && { url: given.url }),
        ...(given.disabled && { disabled: true }),
        ...(given.emoji && { emoji: given.emoji }),
      }
    })
    return { type: 1, id, components }
  })
}
