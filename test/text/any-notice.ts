// Every notice in every form that has its own words or buttons.

import { refusedKinds } from '../../src/core/content.ts'
import { mediaWishes } from '../../src/core/media-wish.ts'
import type { Notice } from '../../src/core/notice.ts'
import { genders, seekings } from '../../src/core/profile.ts'
import type { Profile } from '../../src/core/profile.ts'
import type { RefusedFile } from '../../src/core/refused-file.ts'

export const longestContact = `https://passerby.example/${'a'.repeat(231)}`

const profiles: readonly Profile[] = [undefined, ...genders].flatMap((gender) =>
  [undefined, ...seekings].map((seeking) => ({ gender, seeking })),
)

const fileRefusals: readonly RefusedFile[] = [
  { why: 'too-large', limitBytes: 10 * 1024 * 1024 },
  { why: 'too-slow' },
  { why: 'unreadable' },
  { why: 'too-complex' },
  { why: 'cannot-be-cleaned' },
  { why: 'gone' },
]

/** One entry per kind, so that a kind without an example does not compile. */
const examples: { readonly [Kind in Notice['kind']]: readonly Extract<Notice, { kind: Kind }>[] } =
  (() => {
    const partner = 'Thoughtful Nightingale'
    const room = 2 ** 48
    return {
      welcome: [{ kind: 'welcome' }],
      'ask-gender': [{ kind: 'ask-gender' }],
      'ask-seeking': [{ kind: 'ask-seeking' }],
      'profile-ready': profiles.map((profile) => ({ kind: 'profile-ready', profile })),
      'under-age': [{ kind: 'under-age' }],
      'welcome-back': [{ kind: 'welcome-back' }],
      settings: profiles.flatMap((profile) =>
        mediaWishes.map((mediaWish) => ({ kind: 'settings', profile, mediaWish })),
      ),
      'settings-gender': [{ kind: 'settings-gender' }],
      'settings-seeking': [{ kind: 'settings-seeking' }],
      'settings-media': [{ kind: 'settings-media' }],
      help: [{ kind: 'help' }],
      rules: [{ kind: 'rules' }],
      privacy: [{ kind: 'privacy' }],
      waiting: [{ kind: 'waiting' }],
      'still-waiting': [true, false].map((said) => ({ kind: 'still-waiting', said })),
      'search-cancelled': [{ kind: 'search-cancelled' }],
      'not-searching': [{ kind: 'not-searching' }],
      paired: [{ kind: 'paired', partner }],
      'in-room': [{ kind: 'in-room', partner }],
      'confirm-next': [{ kind: 'confirm-next', partner, room }],
      staying: [{ kind: 'staying', partner }],
      'you-left': [true, false].map((searching) => ({
        kind: 'you-left',
        partner,
        room,
        searching,
      })),
      'partner-left': [{ kind: 'partner-left', partner, room }],
      'partner-gone': [{ kind: 'partner-gone', partner, room }],
      'room-quiet': [{ kind: 'room-quiet', partner }],
      'room-expired': [{ kind: 'room-expired', partner, room }],
      'confirm-block': [{ kind: 'confirm-block', partner, room }],
      blocked: [true, false].map((searching) => ({ kind: 'blocked', partner, searching })),
      'nobody-to-block': [{ kind: 'nobody-to-block' }],
      'confirm-forget': [{ kind: 'confirm-forget' }],
      forgotten: [{ kind: 'forgotten' }],
      'never-mind': [{ kind: 'never-mind' }],
      'nobody-listens': [{ kind: 'nobody-listens' }],
      'room-is-over': [{ kind: 'room-is-over', partner }],
      'reply-to-ended': [{ kind: 'reply-to-ended' }],
      refused: refusedKinds.map((what) => ({ kind: 'refused', what })),
      'media-unwanted': [{ kind: 'media-unwanted', partner }],
      'ask-consent': (['file', 'place'] as const).map((about) => ({
        kind: 'ask-consent',
        about,
        id: 2 ** 48,
      })),
      'consent-given': [{ kind: 'consent-given' }],
      'consent-refused': [{ kind: 'consent-refused' }],
      'file-refused': fileRefusals.map((reason) => ({ kind: 'file-refused', reason })),
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
