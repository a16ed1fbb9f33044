// Which buttons stand under which notice.

import { button } from './button.ts'
import type { Catalogue } from './catalogue.ts'
import {
  back,
  bioButtons,
  genderButtons,
  interestButtons,
  languageButtons,
  localeButtons,
  mediaButtons,
  platformButtons,
  seekingButtons,
  settingsButtons,
  soughtButtons,
  switchButtons,
  writeAgainButtons,
} from './setting-buttons.ts'
import type { Button, Buttons } from '../core/button.ts'
import type { Locale } from '../core/locale.ts'
import type { Notice } from '../core/notice.ts'

export function buttonsUnder(notice: Notice, wording: Catalogue, locale: Locale): Buttons {
  switch (notice.kind) {
    case 'welcome':
      return [
        [button(wording, 'button-adult', { kind: 'age', adult: true }, 'primary')],
        [button(wording, 'button-minor', { kind: 'age', adult: false })],
      ]
    case 'ask-gender':
      return genderButtons(undefined, wording)
    case 'settings-gender':
      return [...genderButtons(notice.gender, wording), back(wording)]
    case 'ask-seeking':
      return seekingButtons(wording)
    case 'settings-seeking':
      return soughtButtons(notice.seeking, wording)
    case 'settings':
      return settingsButtons(wording)
    case 'settings-languages':
      return languageButtons(notice.languages, wording)
    case 'settings-interests':
      return interestButtons(notice.interests, notice.page, wording, locale)
    case 'settings-bio':
      return bioButtons(notice.bio, wording, locale)
    case 'words-refused':
      return writeAgainButtons(notice.what, wording, locale)
    case 'settings-media':
      return mediaButtons(notice.wish, wording)
    case 'settings-platform':
      return platformButtons(notice.wish, wording)
    case 'settings-switches':
      return switchButtons(notice.settings, wording)
    case 'ask-locale':
      return localeButtons()
    case 'ask-consent':
      return [
        [
          button(wording, 'button-send', { kind: 'consent', id: notice.id, isGiven: true }),
          button(wording, 'button-do-not-send', {
            kind: 'consent',
            id: notice.id,
            isGiven: false,
          }),
        ],
      ]
    case 'waiting':
      return [
        ...(notice.state.canWiden ? [[button(wording, 'button-widen', { kind: 'widen' })]] : []),
        cancelRow(wording),
      ]
    case 'still-waiting':
      return [cancelRow(wording)]
    case 'ask-still-there':
      return [
        [button(wording, 'button-keep-waiting', { kind: 'keep-waiting' }, 'primary')],
        cancelRow(wording),
      ]
    case 'confirm-next':
      return [
        [
          button(
            wording,
            'button-end-and-find',
            { kind: 'confirm-next', room: notice.room },
            'danger',
          ),
        ],
        [button(wording, 'button-stay', { kind: 'stay' })],
        blockRow(notice.room, wording),
      ]
    case 'you-left':
    case 'farewell':
      return [
        ...(notice.searching ? [] : find(wording)),
        ...farewellRows(notice, wording),
        blockRow(notice.room, wording),
      ]
    case 'partner-left':
    case 'partner-gone':
    case 'room-expired':
      return [...find(wording), ...farewellRows(notice, wording), blockRow(notice.room, wording)]
    case 'confirm-block':
      return [
        [
          button(
            wording,
            'button-block-yes',
            { kind: 'confirm-block', room: notice.room },
            'danger',
          ),
        ],
        [button(wording, 'button-block-no', { kind: 'never-mind' })],
      ]
    case 'confirm-share':
      return [
        [
          button(wording, 'button-share-yes', {
            kind: 'confirm-share',
            room: notice.room,
            handle: notice.handle,
          }),
        ],
        [button(wording, 'button-share-no', { kind: 'unshare', room: notice.room })],
      ]
    case 'share-offered':
      return [
        [button(wording, 'button-share-too', { kind: 'share', room: notice.room })],
        [button(wording, 'button-share-no', { kind: 'unshare', room: notice.room })],
      ]
    case 'share-waits':
      return [[button(wording, 'button-share-back', { kind: 'unshare', room: notice.room })]]
    case 'confirm-forget':
      return [
        [button(wording, 'button-forget-yes', { kind: 'confirm-forget' }, 'danger')],
        [button(wording, 'button-forget-no', { kind: 'never-mind' })],
      ]
    case 'blocked':
      return notice.searching ? [] : find(wording)
    case 'welcome-back':
    case 'search-cancelled':
    case 'search-lapsed':
    case 'not-searching':
    case 'nobody-listens':
    case 'room-is-over':
      return find(wording)
    case 'help':
      return [
        [
          button(wording, 'button-retract', { kind: 'command', command: 'delete' }),
          button(wording, 'button-language', { kind: 'command', command: 'language' }),
        ],
      ]
    case 'profile-ready':
    case 'under-age':
    case 'rules':
    case 'privacy':
    case 'paired':
    case 'topic':
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
    case 'ask-words':
    case 'interests-full':
    case 'locale-set':
    case 'waited':
    case 'search-over':
    case 'no-handle':
    case 'share-withdrawn':
    case 'share-declined':
    case 'shared':
      return []
  }
}

const find = (wording: Catalogue): Buttons => [
  [button(wording, 'button-find', { kind: 'command', command: 'find' }, 'primary')],
]

const cancelRow = (wording: Catalogue): readonly Button[] => [
  button(wording, 'button-cancel', { kind: 'cancel' }),
]

const blockRow = (room: number, wording: Catalogue): readonly Button[] => [
  button(wording, 'button-block', { kind: 'block', room }, 'danger'),
]

/** What can still be said of the one who was there; each once. */
function farewellRows(
  notice: {
    readonly room: number
    readonly rated?: unknown
    readonly again?: boolean
    readonly isRemembered?: boolean
  },
  wording: Catalogue,
): Buttons {
  const { room } = notice
  const thumbs = [
    button(wording, 'button-thumb-up', { kind: 'rate', room, isUp: true }),
    button(wording, 'button-thumb-down', { kind: 'rate', room, isUp: false }),
  ]
  const again = [button(wording, 'button-again', { kind: 'again', room })]
  const row = [
    ...(notice.rated === undefined && notice.isRemembered !== false ? thumbs : []),
    ...(notice.again === true ? [] : again),
  ]
  return row.length > 0 ? [row] : []
}
