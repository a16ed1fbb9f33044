// Every notice in every form that has its own words or buttons.

import { refusedKinds } from '../../src/core/content.ts'
import type { Notice } from '../../src/core/notice.ts'
import { genders, seekings } from '../../src/core/profile.ts'
import type { Profile } from '../../src/core/profile.ts'

export const longestContact = `https://passerby.example/${'a'.repeat(231)}`

const profiles: readonly Profile[] = [undefined, ...genders].flatMap((gender) =>
  [undefined, ...seekings].map((seeking) => ({ gender, seeking })),
)

/** One entry per kind, so that a kind without an example does not compile. */
const examples: { readonly [Kind in Notice['kind']]: readonly Extract<Notice, { kind: Kind }>[] } =
  (() => {
    const partner = 'Thoughtful Nightingale'
    return {
      welcome: [{ kind: 'welcome' }],
      'ask-gender': [{ kind: 'ask-gender' }],
      'ask-seeking': [{ kind: 'ask-seeking' }],
      'profile-ready': profiles.map((profile) => ({ kind: 'profile-ready', profile })),
      'under-age': [{ kind: 'under-age' }],
      'welcome-back': [{ kind: 'welcome-back' }],
      settings: profiles.map((profile) => ({ kind: 'settings', profile })),
      'settings-gender': [{ kind: 'settings-gender' }],
      'settings-seeking': [{ kind: 'settings-seeking' }],
      help: [{ kind: 'help' }],
      rules: [{ kind: 'rules' }],
      privacy: [{ kind: 'privacy' }],
      waiting: [{ kind: 'waiting' }],
      'still-waiting': [true, false].map((said) => ({ kind: 'still-waiting', said })),
      'search-cancelled': [{ kind: 'search-cancelled' }],
      'not-searching': [{ kind: 'not-searching' }],
      paired: [{ kind: 'paired', partner }],
      'in-room': [{ kind: 'in-room', partner }],
      'confirm-next': [{ kind: 'confirm-next', partner, room: 2 ** 48 }],
      staying: [{ kind: 'staying', partner }],
      'you-left': [true, false].map((searching) => ({ kind: 'you-left', partner, searching })),
      'partner-left': [{ kind: 'partner-left', partner }],
      'partner-gone': [{ kind: 'partner-gone', partner }],
      'room-quiet': [{ kind: 'room-quiet', partner }],
      'room-expired': [{ kind: 'room-expired', partner }],
      'nobody-listens': [{ kind: 'nobody-listens' }],
      'room-is-over': [{ kind: 'room-is-over', partner }],
      'reply-to-ended': [{ kind: 'reply-to-ended' }],
      refused: refusedKinds.map((what) => ({ kind: 'refused', what })),
      'not-delivered': (['rejected', 'expired', 'unknown'] as const).map((why) => ({
        kind: 'not-delivered',
        why,
      })),
      retracted: [{ kind: 'retracted' }],
      'cannot-retract': [{ kind: 'cannot-retract' }],
      'how-to-retract': [{ kind: 'how-to-retract' }],
      'our-fault': [{ kind: 'our-fault' }],
      'old-button': [{ kind: 'old-button' }],
    }
  })()

export const allNotices: readonly Notice[] = Object.values(examples).flat()
