import type { Ref } from './address.ts'
import type { Change } from './change.ts'
import { askToBlock, confirmBlock } from './decide-block.ts'
import { decideCommand } from './decide-command.ts'
import { meetAgain, rate } from './decide-farewell.ts'
import { forget } from './decide-forget.ts'
import { decideSettingsTap, seek, wishesOf } from './decide-settings.ts'
import { offerToShare, share, unshare } from './decide-share.ts'
import { keepWaiting, renewed, stopWaiting, widen, wishAnew } from './decide-waiting.ts'
import { limits } from './limits.ts'
import type { Locale } from './locale.ts'
import { leave, moveOn, openQuestion, outdated, search, settingsOf, tell } from './moves.ts'
import type { Tap } from './notice.ts'
import type { Profile } from './profile.ts'
import { isComplete } from './profile.ts'
import type { Situation, User } from './situation.ts'
import { readTap } from './tap.ts'
import { unreachable } from '../lib/must.ts'

/** Buttons stay on old messages for ever and can be forged: each is judged by the present situation alone. */
export function decideTap(
  situation: Situation,
  data: string,
  on: Ref | undefined,
  handle: string | undefined,
): readonly Change[] {
  const { user, room } = situation
  const tap = readTap(data)
  if (!tap) return [outdated(situation)]
  switch (tap.kind) {
    case 'age':
      return tap.adult ? accept(user, on) : refuseMinor(situation, on)
    case 'gender':
      return answerQuestion(situation, { gender: tap.gender }, on)
    case 'seeking':
      return answerQuestion(situation, { seeking: tap.seeking }, on)
    case 'change':
    case 'toggle-sought':
    case 'media':
    case 'platform':
    case 'switch':
    case 'language':
    case 'interest':
    case 'drop-interest':
    case 'interests-page':
    case 'prompt':
    case 'clear-bio':
    case 'back-to-settings':
      return decideSettingsTap(situation, tap, on)
    case 'locale':
      return setLocale(situation, tap.locale, on)
    case 'widen':
      return widen(situation, on)
    case 'keep-waiting':
      return isSecondTap(situation) ? [] : keepWaiting(situation, on)
    case 'rate':
      return rate(situation, tap.isUp, on)
    case 'again':
      return meetAgain(situation, on)
    case 'share':
      return offerToShare(situation, handle, tap.room)
    case 'confirm-share':
      return share(situation, tap, handle, on)
    case 'unshare':
      return unshare(situation, tap.room, on)
    case 'consent':
      return heed(situation, tap, on)
    case 'command':
      if (tap.command === 'find' && isSecondTap(situation)) return []
      return decideCommand(situation, tap.command, { isReply: false, handle })
    case 'cancel': {
      if (room) return [tell({ kind: 'in-room', partner: room.partner.pseudonym })]
      const question = openQuestion(user)
      if (question) return [tell(question)]
      return stopWaiting(situation, on)
    }
    case 'confirm-next':
      if (room?.id === tap.room) return moveOn(room, on)
      return isSecondTap(situation) ? [] : [outdated(situation)]
    case 'stay':
      return room
        ? [tell({ kind: 'staying', partner: room.partner.pseudonym }, on)]
        : [outdated(situation)]
    case 'block':
      return askToBlock(situation)
    case 'confirm-block':
      return confirmBlock(situation, on)
    case 'confirm-forget':
      return forget(situation, on)
    case 'never-mind': {
      const question = openQuestion(user)
      return [question ? tell(question) : tell({ kind: 'never-mind' }, on)]
    }
    default:
      return unreachable(tap)
  }
}

/** Also of those who have answered nothing yet: what they are asked is asked again, in a language that they can read. */
function setLocale(situation: Situation, locale: Locale, on: Ref | undefined): readonly Change[] {
  const question = openQuestion(situation.user)
  return [
    { kind: 'set-locale', locale },
    // Of whom nothing else is known is taken to speak this.
    ...renewed(situation),
    tell({ kind: 'locale-set' }, on),
    ...(question ? [tell(question)] : []),
  ]
}

/** The answer to "send it?": of what was said in this room alone, and once. */
function heed(
  situation: Situation,
  { isGiven }: Extract<Tap, { kind: 'consent' }>,
  on: Ref | undefined,
): readonly Change[] {
  const { room, heldBack } = situation
  if (!room || !heldBack) return [outdated(situation)]
  const { id, content, original, replyTo } = heldBack
  const done: Change = { kind: 'let-go', id }
  if (!isGiven) return [done, tell({ kind: 'consent-refused' }, on)]
  const place = { room: room.id, to: room.partner.user, original, replyTo }
  return [
    done,
    { kind: 'relay', ...place, content, mayNameSender: true },
    tell({ kind: 'consent-given' }, on),
  ]
}

/** What the first tap began has just begun. */
function isSecondTap({ now, waitingSince, room }: Situation): boolean {
  const began = waitingSince ?? room?.openedAt
  return began !== undefined && now - began < limits.doubleTapMs
}

function accept(user: User | undefined, on: Ref | undefined): readonly Change[] {
  const profile = user?.profile ?? { gender: undefined, seeking: undefined }
  const question = openQuestion({ accepted: true, profile })
  if (!question) return [tell({ kind: 'old-button' })]
  return [{ kind: 'accept-rules' }, tell(question, on)]
}

/** Believed at once, whenever it is said: a minor is in no room, in no line, and not remembered but for the refusal. */
function refuseMinor({ now, room }: Situation, on: Ref | undefined): readonly Change[] {
  return [
    ...(room ? leave(room, 'under-age') : []),
    { kind: 'close-ticket' },
    { kind: 'drop-lane' },
    tell({ kind: 'under-age' }, on),
    { kind: 'remember-minor', until: now + limits.minorRemembersMs },
  ]
}

function answerQuestion(
  situation: Situation,
  answer: Partial<Profile>,
  on: Ref | undefined,
): readonly Change[] {
  const { user } = situation
  if (!user?.accepted) return [tell({ kind: 'welcome' }, on)]
  const profile = { ...user.profile, ...answer }
  const set: Change = { kind: 'set-profile', profile }
  if (isComplete(user.profile)) {
    // It is whom one looks for that begins the search; the other answer is given again on its screen alone, which is left by it.
    const isSame = answer.seeking !== undefined && answer.seeking === user.profile.seeking
    if (isSame && isSecondTap(situation)) return []
    // Beside "anyone" stand those who can be chosen together.
    if (answer.seeking === 'anyone') return seek(situation, user, profile, on)
    const screen = tell(settingsOf({ ...user, profile }, situation.portrait), on)
    if (answer.seeking === undefined) return [set, ...renewed(situation), screen]
    return [set, ...wishAnew(situation, wishesOf(profile, user.settings), screen)]
  }
  const question = openQuestion({ ...user, profile })
  if (question) return [set, tell(question, on)]
  return [set, tell({ kind: 'profile-ready', profile }, on), ...search()]
}
