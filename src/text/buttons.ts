// Which buttons stand under which notice.

import { english } from './catalogue.ts'
import type { Button, Buttons } from '../core/button.ts'
import { type MediaWish, mediaWishes } from '../core/media-wish.ts'
import type { Notice, Tap } from '../core/notice.ts'
import type { Profile } from '../core/profile.ts'
import { writeTap } from '../core/tap.ts'
import { genderWord, mediaWishWord, seekingWord } from './profile-words.ts'

export function buttonsUnder(notice: Notice): Buttons {
  switch (notice.kind) {
    case 'welcome':
      return [
        [button('button-adult', { kind: 'age', adult: true }, 'primary')],
        [button('button-minor', { kind: 'age', adult: false })],
      ]
    case 'ask-gender':
    case 'settings-gender':
      return genderChoices
    case 'ask-seeking':
    case 'settings-seeking':
      return seekingChoices
    case 'settings':
      return changes(notice.profile, notice.mediaWish)
    case 'settings-media':
      return mediaChoices
    case 'ask-consent':
      return [
        [
          button('button-send', { kind: 'consent', id: notice.id, isGiven: true }),
          button('button-do-not-send', { kind: 'consent', id: notice.id, isGiven: false }),
        ],
      ]
    case 'waiting':
    case 'still-waiting':
      return [[button('button-cancel', { kind: 'cancel' })]]
    case 'confirm-next':
      return [
        [button('button-end-and-find', { kind: 'confirm-next', room: notice.room }, 'danger')],
        [button('button-stay', { kind: 'stay' })],
        blockRow(notice.room),
      ]
    case 'you-left':
      return notice.searching ? [blockRow(notice.room)] : [...find, blockRow(notice.room)]
    case 'partner-left':
    case 'partner-gone':
    case 'room-expired':
      return [...find, blockRow(notice.room)]
    case 'confirm-block':
      return [
        [button('button-block-yes', { kind: 'confirm-block', room: notice.room }, 'danger')],
        [button('button-block-no', { kind: 'never-mind' })],
      ]
    case 'confirm-forget':
      return [
        [button('button-forget-yes', { kind: 'confirm-forget' }, 'danger')],
        [button('button-forget-no', { kind: 'never-mind' })],
      ]
    case 'blocked':
      return notice.searching ? [] : find
    case 'welcome-back':
    case 'search-cancelled':
    case 'not-searching':
    case 'nobody-listens':
    case 'room-is-over':
      return find
    case 'help':
      return [[button('button-retract', { kind: 'command', command: 'delete' })]]
    case 'profile-ready':
    case 'under-age':
    case 'rules':
    case 'privacy':
    case 'paired':
    case 'in-room':
    case 'staying':
    case 'room-quiet':
    case 'reply-to-ended':
    case 'refused':
    case 'retracted':
    case 'cannot-retract':
    case 'how-to-retract':
    case 'media-unwanted':
    case 'consent-given':
    case 'consent-refused':
    case 'file-refused':
    case 'not-delivered':
    case 'our-fault':
    case 'old-button':
    case 'nobody-to-block':
    case 'forgotten':
    case 'never-mind':
      return []
  }
}

const find: Buttons = [[button('button-find', { kind: 'command', command: 'find' }, 'primary')]]

const blockRow = (room: number): readonly Button[] => [
  button('button-block', { kind: 'block', room }, 'danger'),
]

const genderChoices: Buttons = [
  [
    button('button-woman', { kind: 'gender', gender: 'woman' }),
    button('button-man', { kind: 'gender', gender: 'man' }),
  ],
  [
    button('button-other', { kind: 'gender', gender: 'other' }),
    button('button-unsaid', { kind: 'gender', gender: 'unsaid' }),
  ],
]

const seekingChoices: Buttons = [
  [
    button('button-women', { kind: 'seeking', seeking: 'women' }),
    button('button-men', { kind: 'seeking', seeking: 'men' }),
  ],
  [button('button-anyone', { kind: 'seeking', seeking: 'anyone' })],
]

const mediaChoices: Buttons = mediaWishes.map((wish) => [
  button(`button-media-${wish}`, { kind: 'media', wish }),
])

function changes(profile: Profile, mediaWish: MediaWish): Buttons {
  const gender = english.plain('button-change-gender', { gender: genderWord(profile.gender) })
  const seeking = english.plain('button-change-seeking', { seeking: seekingWord(profile.seeking) })
  const media = english.plain('button-change-media', { media: mediaWishWord(mediaWish) })
  return [
    [{ label: gender, data: writeTap({ kind: 'change', what: 'gender' }), style: 'plain' }],
    [{ label: seeking, data: writeTap({ kind: 'change', what: 'seeking' }), style: 'plain' }],
    [{ label: media, data: writeTap({ kind: 'change', what: 'media' }), style: 'plain' }],
  ]
}

function button(id: string, tap: Tap, style: Button['style'] = 'plain'): Button {
  return { label: english.plain(id), data: writeTap(tap), style }
}
