import type { WireUser } from './wire-user.ts'

/** https://docs.discord.com/developers/resources/message#message-object, the fields that occur in a DM with an app. */
export interface WireMessage {
  readonly id: string
  readonly channel_id: string
  readonly author: WireUser
  readonly type: number
  readonly content: string
  readonly timestamp: string
  readonly edited_timestamp: string | null
  readonly tts: boolean
  readonly mention_everyone: boolean
  readonly mentions: readonly WireUser[]
  readonly mention_roles: readonly string[]
  readonly attachments: readonly WireAttachment[]
  readonly embeds: readonly object[]
  readonly components: readonly WireRow[]
  readonly flags: number
  readonly pinned: boolean
  /** Left out where there are none. */
  readonly reactions?: readonly WireReaction[]
  readonly nonce?: string | number
  readonly message_reference?: WireReference
  readonly referenced_message?: WireMessage | null
  readonly message_snapshots?: readonly WireSnapshot[]
  readonly sticker_items?: readonly WireSticker[]
  readonly poll?: object
  readonly webhook_id?: string
  readonly application_id?: string
  readonly interaction_metadata?: object
  readonly interaction?: object
}

export interface WireReference {
  /** 0 is a reply, 1 a forward. */
  readonly type: 0 | 1
  readonly channel_id: string
  readonly message_id: string
}

/** A forwarded message, without what tells of its author: https://docs.discord.com/developers/resources/message#message-snapshot-object */
export interface WireSnapshot {
  readonly message: Pick<
    WireMessage,
    | 'type'
    | 'content'
    | 'mentions'
    | 'mention_roles'
    | 'attachments'
    | 'embeds'
    | 'components'
    | 'timestamp'
    | 'edited_timestamp'
    | 'flags'
  >
}

/** https://docs.discord.com/developers/resources/sticker#sticker-item-object */
export interface WireSticker {
  readonly id: string
  readonly name: string
  readonly format_type: number
}

export interface WireReaction {
  readonly emoji: { readonly id: null; readonly name: string }
  readonly count: number
  readonly count_details: { readonly burst: number; readonly normal: number }
  readonly burst_colors: readonly string[]
  readonly me_burst: boolean
  readonly me: boolean
}

export interface WireRow {
  readonly type: 1
  readonly id: number
  readonly components: readonly WireButton[]
}

export interface WireButton {
  readonly type: 2
  readonly id: number
  readonly style: number
  readonly label?: string
  readonly custom_id?: string
  readonly url?: string
  readonly disabled?: boolean
  readonly emoji?: object
}

/** https://docs.discord.com/developers/resources/message#attachment-object */
export interface WireAttachment {
  readonly id: string
  readonly filename: string
  readonly title?: string
  readonly size: number
  readonly url: string
  readonly proxy_url: string
  readonly content_type?: string
  readonly width?: number
  readonly height?: number
  readonly duration_secs?: number
  readonly waveform?: string
  readonly description?: string
  readonly flags?: number
  readonly placeholder?: string
  readonly placeholder_version?: number
}

/** https://docs.discord.com/developers/resources/message#message-object-message-types */
export const messageType = { default: 0, reply: 19, chatInputCommand: 20 } as const

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const messageFlag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voice: 1 << 13,
} as const

/** Discord writes microseconds and a numeric offset. */
export function wireTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00')
}

export type MessageParts = Pick<
  WireMessage,
  'id' | 'channel_id' | 'author' | 'content' | 'timestamp'
> &
  Partial<WireMessage>

/** A whole message from what is particular about it. */
export function wireMessage(parts: MessageParts): WireMessage {
  return {
    type: messageType.default,
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    flags: 0,
    pinned: false,
    ...parts,
  }
}
