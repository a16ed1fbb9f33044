import type { Generated } from 'kysely'
import type { Purpose } from '../core/action.ts'
import type { NoticeMarkedAs } from '../core/change.ts'
import type { Locale } from '../core/locale.ts'
import type { MediaWish } from '../core/media-wish.ts'
import type { Platform } from '../core/platform.ts'
import type { Gender, Seeking } from '../core/profile.ts'
import type { PlatformWish, PromptKind } from '../core/settings.ts'

// The tables as the latest migration leaves them; a test compares this with the database.

export interface Schema {
  meta: { name: string; value: Buffer }
  lane: {
    id: Generated<number>
    platform: Platform
    address: Buffer
    orphan: Generated<number>
    identity: Buffer | null
  }
  user: {
    id: number
    identity: Buffer
    platform: Platform
    accepted: Generated<number>
    gender: Gender | null
    seeking: Seeking | null
    media_wish: Generated<MediaWish>
    locale: Locale | null
    platform_wish: Generated<PlatformWish>
    protects: Generated<number>
    mutes_reactions: Generated<number>
    mutes_typing: Generated<number>
    ups: Generated<number>
    downs: Generated<number>
    position: Buffer | null
    failure_noticed_at: Generated<number>
    created_on: number
  }
  minor: { identity: Buffer; until: number; lane_id: number | null }
  blocked_pair: { pair: Buffer }
  portrait: { user_id: number; body: Buffer }
  prompt: {
    ref_hash: Buffer
    user_id: number
    what: PromptKind
    at: number
    open: Generated<number>
  }
  ticket: {
    user_id: number
    kind: number
    traits: string
    since: number
    widened: Generated<number>
    due_at: number | null
    /** They have been asked whether they are there; from then on the time to answer runs, later where they could not hear or be heard. */
    asked_at: number | null
    /** From then on their silence counts: their last deed, later where they could not be asked. */
    kept_at: number
    notice_ref: Buffer | null
    refresh_at: number | null
    shown: Buffer | null
  }
  ticket_topic: { topic: number; kind: number; since: number; user_id: number }
  line_kind: { kind: number; waiting: number }
  wait_count: { wish: string; slot: number; bucket: number; value: number }
  room: {
    id: number
    opened_at: number
    last_word_at: number
    nudged: Generated<number>
    ended_at: number | null
    reason: string | null
    pair: Buffer | null
    topics: Generated<number>
  }
  seat: {
    room_id: number
    number: number
    user_id: number | null
    pseudonym: string
    open: Generated<number>
    told_at: number | null
    handle: Buffer | null
    rated: 'up' | 'down' | null
  }
  copy: {
    ref_hash: Buffer
    message_id: number
    part: number
    holder: number
    room_id: number
    ref: Buffer
    at: number
    original: Generated<number>
    words: Buffer | null
    files: Buffer | null
  }
  gathered: {
    message_id: number
    number: number
    room_id: number
    author: number
    recipient: number
    hour: number
    body: Buffer
    at: number
  }
  held_back: {
    id: number
    room_id: number
    author: number
    hour: number
    body: Buffer
    at: number
  }
  reaction: {
    message_id: number
    part: number
    holder: number
    emoji: Buffer
  }
  outbox: {
    id: Generated<number>
    lane_id: number
    author: number | null
    room_id: number | null
    message_id: number | null
    part: number
    key: string
    hour: number
    body: Buffer
    created_at: number
    due_at: number
    attempts: Generated<number>
    in_flight: Generated<number>
    unknowns: Generated<number>
    unknown_since: number | null
    purpose: Generated<Purpose>
    mark: NoticeMarkedAs | null
  }
  past_room: {
    room_id: number
    pair: Buffer
    /** When it was opened, as long as it goes on. */
    ended_at: number
    member_0: Buffer
    member_1: Buffer
    pseudonym_0: Buffer
    pseudonym_1: Buffer
    wants_0: number | null
    wants_1: number | null
    due: Generated<number>
    met: Generated<number>
    rated_0: Generated<number>
    rated_1: Generated<number>
  }
  seen: { key: Buffer; hour: number; error: string | null }
  counter: { minute: number; name: string; value: number }
  activity: { id: Generated<number>; at: number; kind: string; detail: string }
}
