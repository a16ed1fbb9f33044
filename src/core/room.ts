import type { Gathering } from './gathering.ts'
import type { Locale } from './locale.ts'
import type { Platform } from './platform.ts'
import type { Settings } from './settings.ts'

/** Random, so that a button that names its room says nothing about how many there were. */
export type RoomId = number

/** A message wherever it appears; random. */
export type MessageId = number

/** Given by the store when a person first writes; the same number names their lane. */
export type UserId = number

export interface Seat {
  readonly user: UserId
  readonly platform: Platform
  /** How the other one knows them in this room. */
  readonly pseudonym: string
  readonly locale: Locale
  readonly settings: Settings
  /** The name that they have agreed to show once the other one does so too. */
  readonly offeredHandle: string | undefined
}

/** An open room as one of its two users has it. */
export interface OpenRoom {
  readonly id: RoomId
  readonly openedAt: number
  /** When the user has been told of it; until then what they see belongs to what was before. */
  readonly toldAt: number | undefined
  readonly mine: Seat
  readonly partner: Seat
  /** How many questions to talk about it has been given. */
  readonly topics: number
  /** Albums of both that are not whole yet. */
  readonly gathering: readonly Gathering[]
}

/** A room that ended a moment ago. */
export interface EndedRoom {
  readonly id: RoomId
  readonly endedAt: number
  readonly partner: string
}

/** A room that a tap names: open, or ended and still remembered, and the user had a seat in it. */
export interface NamedRoom {
  readonly id: RoomId
  readonly partner: string
  /** The user is with that same person at this moment, be it in another room. */
  readonly isPresent: boolean
  /** The user's thumb for the partner, if any; given once. */
  readonly rated: 'up' | 'down' | undefined
  /** The user has asked to meet them again. */
  readonly wantsAgain: boolean
  /** Still remembered with its two users: what is said of the partner can reach them. Later all that can be said is whether to meet again, or never. */
  readonly isRemembered: boolean
}

export type EndReason = 'left' | 'next' | 'blocked' | 'gone' | 'under-age' | 'expired'
