import type { Seat } from '../../src/core/room.ts'
import { emptyPortrait, type Settings } from '../../src/core/settings.ts'
import type { Situation, User } from '../../src/core/situation.ts'

export const usualSettings: Settings = {
  mediaWish: 'spoiler',
  platformWish: 'any',
  protects: false,
  mutesReactions: false,
  mutesTyping: false,
}

export const someUser: User = {
  id: 1,
  platform: 'telegram',
  accepted: true,
  profile: { gender: 'unsaid', seeking: 'anyone' },
  locale: 'en',
  settings: usualSettings,
}

export const someSeat: Seat = {
  user: 1,
  platform: 'telegram',
  pseudonym: 'Quiet Heron',
  locale: 'en',
  settings: usualSettings,
  offeredHandle: undefined,
}

/** Somebody who has answered all questions and does nothing. */
export const idleSituation: Situation = {
  now: 100_000,
  minor: false,
  user: someUser,
  portrait: emptyPortrait,
  asked: undefined,
  waitingSince: undefined,
  waiting: undefined,
  room: undefined,
  endedRoom: undefined,
  named: undefined,
  reply: { kind: 'none' },
  messages: [],
  held: [],
  heldBack: undefined,
  newId: 0,
}
