import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { spokenBy } from './language.ts'
import type { Notice } from './notice.ts'
import { isComplete } from './profile.ts'
import type { EndReason, OpenRoom, UserId } from './room.ts'
import { emptyPortrait, type Portrait } from './settings.ts'
import type { Situation, User } from './situation.ts'
import { freshlyWaiting } from './waiting.ts'

// The moves that several decisions are made of.

export function tell(notice: Notice, inPlaceOf?: Ref): Extract<Change, { kind: 'tell' }> {
  return { kind: 'tell', to: 'sender', notice, inPlaceOf, once: undefined }
}

/** The same to who is in the room with the sender, in a message of its own. */
export function tellPartner({ partner }: OpenRoom, notice: Notice): Change {
  return { kind: 'tell', to: partner.user, notice, inPlaceOf: undefined, once: undefined }
}

/** What a tap that means nothing any more is answered with: the question that is open, if one is. */
export const outdated = ({ user }: Pick<Situation, 'user'>): Change =>
  tell(openQuestion(user) ?? { kind: 'old-button' })

export function search(): readonly Change[] {
  const waiting: Notice = { kind: 'waiting', state: freshlyWaiting }
  return [{ kind: 'open-ticket' }, { ...tell(waiting), mark: 'waiting' }]
}

/** The waiting message says that the search is over; why is said where they look. */
export const endInPlace = (waitingNotice: Ref): Change => ({
  ...tell({ kind: 'search-over' }, waitingNotice),
  mark: 'in-place',
})

/** What was accepted goes out, whether or not it is whole. */
export function finishAlbums({ id, gathering }: OpenRoom, author?: UserId): readonly Change[] {
  return gathering
    .filter((album) => author === undefined || album.author === author)
    .map((album) => ({ kind: 'relay-album', room: id, gathering: album }))
}

/** Ends the room and tells the partner; what the sender is told is the caller's. */
export function leave(room: OpenRoom, reason: EndReason): readonly Change[] {
  const gone = reason === 'gone'
  const notice: Notice = {
    kind: gone ? 'partner-gone' : 'partner-left',
    partner: room.mine.pseudonym,
    room: room.id,
  }
  return [
    // Who is blocked says nothing more, not even what was accepted.
    ...finishAlbums(room, reason === 'blocked' ? room.mine.user : undefined),
    { kind: 'close-room', room: room.id, reason },
    tellPartner(room, notice),
  ]
}

/** Ends the room and looks for somebody else. */
export function moveOn(room: OpenRoom, inPlaceOf?: Ref): readonly Change[] {
  return [...leave(room, 'next'), tell(youLeft(room, true), inPlaceOf), ...search()]
}

export const youLeft = ({ id, partner }: OpenRoom, searching: boolean): Notice => ({
  kind: 'you-left',
  partner: partner.pseudonym,
  room: id,
  searching,
})

/** With what is assumed of them as long as they say nothing else. */
export const settingsOf = (
  { profile, settings, locale }: Pick<User, 'profile' | 'settings' | 'locale'>,
  portrait: Portrait = emptyPortrait,
): Notice => ({
  kind: 'settings',
  profile,
  settings,
  portrait: { ...portrait, languages: spokenBy(portrait, locale) },
})

/** The question that a user has not answered yet. */
export function openQuestion(
  user: Pick<User, 'accepted' | 'profile'> | undefined,
): Notice | undefined {
  if (!user?.accepted) return { kind: 'welcome' }
  if (user.profile.gender === undefined) return { kind: 'ask-gender' }
  if (!isComplete(user.profile)) return { kind: 'ask-seeking' }
  return undefined
}
