import { limits } from './limits.ts'

// What every column of the database is and how long it is kept at most. A test holds this to the database and to what `sweep` leaves.

export type DataClass =
  /** A keyed hash of who somebody is, of what a platform calls something, or of what a message says: without the key it says nothing. */
  | 'identity-hash'
  /** Where somebody is reached, and how far their chat is read; encrypted with the identity key. */
  | 'sealed-address'
  /** The platform's name of a message, encrypted with the identity key. */
  | 'sealed-reference'
  /** Which emoji somebody put under a message, encrypted with the identity key. */
  | 'sealed-reaction'
  /** What people say and are told, encrypted with the key of its hour. */
  | 'sealed-content'
  /** What somebody said of themselves, or their app of its language, and what they were called. */
  | 'profile'
  /** The same in their own words, and the language of an app that is not also ours, encrypted with the identity key. */
  | 'sealed-profile'
  /** Counts and events without anybody's name. */
  | 'statistics'
  /** What keeps the house in order: numbers of rows, times, states. */
  | 'technical'

export interface Retention {
  /** Since when the age counts and what ends it, in words. */
  readonly until: string
  /** `undefined` where no clock but a deed ends it. */
  readonly maxAgeMs: number | undefined
  readonly columns: Readonly<Record<string, DataClass>>
}

export const retention = {
  meta: {
    until: 'the database is deleted; it says which keys and bots that belongs to',
    maxAgeMs: undefined,
    columns: { name: 'technical', value: 'identity-hash' },
  },
  lane: {
    until: 'its user is gone and nothing waits for them',
    maxAgeMs: undefined,
    columns: {
      id: 'technical',
      platform: 'technical',
      identity: 'identity-hash',
      address: 'sealed-address',
      orphan: 'technical',
    },
  },
  user: {
    until: 'the user asks with /forgetme, or says to be under 18',
    maxAgeMs: undefined,
    columns: {
      id: 'technical',
      identity: 'identity-hash',
      platform: 'technical',
      accepted: 'profile',
      gender: 'profile',
      seeking: 'profile',
      media_wish: 'profile',
      locale: 'profile',
      platform_wish: 'profile',
      protects: 'profile',
      mutes_reactions: 'profile',
      mutes_typing: 'profile',
      ups: 'profile',
      downs: 'profile',
      position: 'sealed-address',
      failure_noticed_at: 'technical',
      created_on: 'technical',
    },
  },
  minor: {
    until: 'a day after saying to be under 18',
    maxAgeMs: limits.minorRemembersMs,
    columns: { identity: 'identity-hash', until: 'technical', lane_id: 'technical' },
  },
  blocked_pair: {
    until:
      'the database is deleted: it has no age, and outlives both users, so that they never meet again',
    maxAgeMs: undefined,
    columns: { pair: 'identity-hash' },
  },
  ticket: {
    until: 'the user is paired, cancels, cannot be reached, or does not say that they still look',
    maxAgeMs: undefined,
    columns: {
      user_id: 'technical',
      kind: 'profile',
      traits: 'profile',
      since: 'technical',
      widened: 'profile',
      due_at: 'technical',
      asked_at: 'technical',
      kept_at: 'technical',
      notice_ref: 'sealed-reference',
      refresh_at: 'technical',
      shown: 'identity-hash',
    },
  },
  ticket_topic: {
    until: 'its ticket is gone or changes',
    maxAgeMs: undefined,
    columns: {
      topic: 'profile',
      kind: 'profile',
      since: 'technical',
      user_id: 'technical',
    },
  },
  line_kind: {
    until: 'the database is deleted: it counts who waits at the moment',
    maxAgeMs: undefined,
    columns: { kind: 'statistics', waiting: 'statistics' },
  },
  wait_count: {
    until: 'two hours after the ten minutes that it counts',
    maxAgeMs: 2 * limits.estimateMs,
    columns: {
      wish: 'statistics',
      slot: 'statistics',
      bucket: 'statistics',
      value: 'statistics',
    },
  },
  portrait: {
    until: 'the user changes it, asks with /forgetme, or says to be under 18',
    maxAgeMs: undefined,
    columns: { user_id: 'technical', body: 'sealed-profile' },
  },
  prompt: {
    until: 'a day after it was asked, or its user is gone',
    maxAgeMs: limits.promptRepliesMs,
    columns: {
      ref_hash: 'identity-hash',
      user_id: 'technical',
      what: 'technical',
      at: 'technical',
      open: 'technical',
    },
  },
  past_room: {
    until: 'a day after the end of its room',
    maxAgeMs: limits.pastRoomMs,
    columns: {
      room_id: 'technical',
      pair: 'identity-hash',
      ended_at: 'technical',
      member_0: 'identity-hash',
      member_1: 'identity-hash',
      pseudonym_0: 'sealed-profile',
      pseudonym_1: 'sealed-profile',
      wants_0: 'technical',
      wants_1: 'technical',
      due: 'technical',
      met: 'technical',
      rated_0: 'technical',
      rated_1: 'technical',
    },
  },
  room: {
    until: '15 minutes after its end, which comes a day after the last word at the latest',
    maxAgeMs: limits.roomRemembersMs,
    columns: {
      id: 'technical',
      opened_at: 'technical',
      last_word_at: 'technical',
      nudged: 'technical',
      ended_at: 'technical',
      reason: 'technical',
      pair: 'identity-hash',
      topics: 'technical',
    },
  },
  seat: {
    until: 'its room is forgotten',
    maxAgeMs: limits.roomRemembersMs,
    columns: {
      room_id: 'technical',
      number: 'technical',
      user_id: 'technical',
      pseudonym: 'profile',
      open: 'technical',
      told_at: 'technical',
      handle: 'sealed-profile',
      rated: 'profile',
    },
  },
  copy: {
    until: 'its room ends, two days after it was delivered at the latest',
    maxAgeMs: limits.copyExpiresMs,
    columns: {
      ref_hash: 'identity-hash',
      message_id: 'technical',
      part: 'technical',
      holder: 'technical',
      room_id: 'technical',
      ref: 'sealed-reference',
      at: 'technical',
      original: 'technical',
      words: 'identity-hash',
      files: 'identity-hash',
    },
  },
  gathered: {
    until: 'its album is whole, a few seconds after it was said, or its room ends',
    maxAgeMs: limits.roomExpiresMs,
    columns: {
      message_id: 'technical',
      number: 'technical',
      room_id: 'technical',
      author: 'technical',
      recipient: 'technical',
      hour: 'technical',
      body: 'sealed-content',
      at: 'technical',
    },
  },
  held_back: {
    until: 'its author says yes or no, a quarter of an hour after it was said at the latest',
    maxAgeMs: limits.consentMs,
    columns: {
      id: 'technical',
      room_id: 'technical',
      author: 'technical',
      hour: 'technical',
      body: 'sealed-content',
      at: 'technical',
    },
  },
  reaction: {
    until: 'its room ends or the message goes, two days after that was delivered at the latest',
    maxAgeMs: limits.copyExpiresMs,
    columns: {
      message_id: 'technical',
      part: 'technical',
      holder: 'technical',
      emoji: 'sealed-reaction',
    },
  },
  outbox: {
    until: 'it is delivered, a day after it was written at the latest',
    maxAgeMs: limits.deliveryExpiresMs,
    columns: {
      id: 'technical',
      lane_id: 'technical',
      author: 'technical',
      room_id: 'technical',
      message_id: 'technical',
      part: 'technical',
      key: 'technical',
      hour: 'technical',
      body: 'sealed-content',
      created_at: 'technical',
      due_at: 'technical',
      attempts: 'technical',
      in_flight: 'technical',
      unknowns: 'technical',
      unknown_since: 'technical',
      purpose: 'technical',
      mark: 'technical',
    },
  },
  seen: {
    until: '8 days after it was heard',
    maxAgeMs: limits.seenMs,
    columns: { key: 'identity-hash', hour: 'technical', error: 'technical' },
  },
  counter: {
    until: '2 days after its minute',
    maxAgeMs: limits.counterMs,
    columns: { minute: 'statistics', name: 'statistics', value: 'statistics' },
  },
  activity: {
    until: '30 days after it happened',
    maxAgeMs: limits.activityMs,
    columns: { id: 'technical', at: 'statistics', kind: 'statistics', detail: 'statistics' },
  },
} as const satisfies Readonly<Record<string, Retention>>

/** The keys of `sealed-content`, in CONTENT_KEYS_FILE: an hour of use, a day in which what it sealed may wait, an hour of grace. */
export const contentKeyMaxAgeMs = limits.deliveryExpiresMs + 2 * 3_600_000

/** Upkeep is done once a minute and hours are erased as a whole, so that everything may be older by so much. */
export const retentionGraceMs = 3_600_000 + 60_000
