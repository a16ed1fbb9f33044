// Every notice in every form that has its own words or buttons.

import type { Card } from '../../src/core/card.ts'
import { refusedKinds } from '../../src/core/content.ts'
import { curatedInterests, interestPages } from '../../src/core/interest.ts'
import { languages } from '../../src/core/language.ts'
import { limits } from '../../src/core/limits.ts'
import { mediaWishes } from '../../src/core/media-wish.ts'
import type { Notice } from '../../src/core/notice.ts'
import { platforms } from '../../src/core/platform.ts'
import { genders, seekings } from '../../src/core/profile.ts'
import type { Profile } from '../../src/core/profile.ts'
import type { RefusedFile } from '../../src/core/refused-file.ts'
import { softWishes } from '../../src/core/schedule.ts'
import {
  emptyPortrait,
  platformWishes,
  promptKinds,
  type Portrait,
  type Settings,
} from '../../src/core/settings.ts'
import { freshlyWaiting, type WaitingState } from '../../src/core/waiting.ts'

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

const plainSettings: Settings = {
  mediaWish: 'spoiler',
  platformWish: 'any',
  protects: false,
  mutesReactions: false,
  mutesTyping: false,
}

const settings: readonly Settings[] = mediaWishes.flatMap((mediaWish) =>
  platformWishes.flatMap((platformWish) =>
    [true, false].map((on) => ({
      mediaWish,
      platformWish,
      protects: on,
      mutesReactions: on,
      mutesTyping: !on,
    })),
  ),
)

const bios = [
  '',
  'I bake bread.',
  'أحب الخبز والشاي.',
  '“” 123',
  'W'.repeat(limits.bioMostCharacters),
]

const ownInterests = ['board games', 'شاي', 'x', '3D', 'W'.repeat(limits.interestMostCharacters)]

const chosen = [[], ['music', 'board games', 'شاي'], ownInterests, curatedInterests.slice(0, 5)]

const portraits: readonly Portrait[] = [
  emptyPortrait,
  ...bios.map((bio, at) => ({ bio, interests: chosen[at] ?? [], languages: languages.slice(at) })),
]

const minutes = 60_000
/** As many as choose each plural of each language, and a number that is written in groups. */
const plurals = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 103, 1234, 1_000_000]

const waits: readonly WaitingState[] = [
  freshlyWaiting,
  ...plurals.flatMap((many, at) => [
    {
      waitedMs: many * minutes,
      looking: many,
      estimateMs: many * minutes,
      widened: softWishes.slice(0, at % 5),
      canWiden: at % 2 === 0,
      isAnyoneFine: at % 3 === 0,
    },
  ]),
]

/** One entry per kind, so that a kind without an example does not compile. */
const examples: { readonly [Kind in Notice['kind']]: readonly Extract<Notice, { kind: Kind }>[] } =
  (() => {
    const partner = 'Thoughtful Nightingale'
    const room = 2 ** 48
    const handle = 'quiet_heron.99'
    const cards: readonly Card[] = portraits.flatMap((portrait) =>
      [true, false].map((again) => ({
        pseudonym: partner,
        bio: portrait.bio,
        sharedInterests: portrait.interests,
        sharedLanguages: portrait.languages,
        again,
      })),
    )
    const swaps = platforms.map((platform) => ({ partner, handle, platform }))
    return {
      welcome: [{ kind: 'welcome' }],
      'ask-gender': [{ kind: 'ask-gender' }],
      'ask-seeking': [{ kind: 'ask-seeking' }],
      'profile-ready': profiles.map((profile) => ({ kind: 'profile-ready', profile })),
      'under-age': [{ kind: 'under-age' }],
      'welcome-back': [{ kind: 'welcome-back' }],
      settings: [
        ...profiles.map((profile) => ({
          kind: 'settings' as const,
          profile,
          settings: plainSettings,
          portrait: emptyPortrait,
        })),
        ...settings.flatMap((each) =>
          portraits.map((portrait) => ({
            kind: 'settings' as const,
            profile: { gender: 'woman', seeking: 'women+men' } as const,
            settings: each,
            portrait,
          })),
        ),
      ],
      'settings-gender': genders.map((gender) => ({ kind: 'settings-gender', gender })),
      'settings-seeking': [undefined, ...seekings].map((seeking) => ({
        kind: 'settings-seeking',
        seeking,
      })),
      'settings-languages': [[], languages.slice(0, 4), languages].map((spoken) => ({
        kind: 'settings-languages',
        languages: spoken,
      })),
      'settings-interests': chosen.flatMap((interests) =>
        Array.from({ length: interestPages }, (_, page) => ({
          kind: 'settings-interests' as const,
          interests,
          page,
          leftOut: page === 0,
        })),
      ),
      'settings-bio': bios.flatMap((bio) =>
        [true, false].map((leftOut) => ({ kind: 'settings-bio', bio, leftOut })),
      ),
      'settings-platform': platformWishes.map((wish) => ({ kind: 'settings-platform', wish })),
      'settings-switches': settings.map((each) => ({ kind: 'settings-switches', settings: each })),
      'ask-words': promptKinds.map((what) => ({ kind: 'ask-words', what })),
      'words-refused': promptKinds.map((what) => ({ kind: 'words-refused', what })),
      'interests-full': [{ kind: 'interests-full' }],
      'ask-locale': [{ kind: 'ask-locale' }],
      'locale-set': [{ kind: 'locale-set' }],
      'settings-media': mediaWishes.map((wish) => ({ kind: 'settings-media', wish })),
      help: [{ kind: 'help' }],
      rules: [{ kind: 'rules' }],
      privacy: [{ kind: 'privacy' }],
      waiting: waits.map((state) => ({ kind: 'waiting', state })),
      waited: [{ kind: 'waited' }],
      'search-over': [{ kind: 'search-over' }],
      'ask-still-there': plurals.map((many) => ({
        kind: 'ask-still-there',
        waitedMs: many * minutes,
      })),
      'search-lapsed': [{ kind: 'search-lapsed' }],
      'still-waiting': [true, false].map((said) => ({ kind: 'still-waiting', said })),
      'search-cancelled': [{ kind: 'search-cancelled' }],
      'not-searching': [{ kind: 'not-searching' }],
      paired: cards.map((card) => ({ kind: 'paired', card })),
      topic: Array.from({ length: limits.topics }, (_, at) => ({ kind: 'topic', number: at + 1 })),
      'confirm-share': swaps.map((swap) => ({ kind: 'confirm-share', ...swap, room })),
      'no-handle': [{ kind: 'no-handle' }],
      'share-waits': [{ kind: 'share-waits', partner, room }],
      'share-withdrawn': [{ kind: 'share-withdrawn', partner }],
      'share-declined': [{ kind: 'share-declined', partner }],
      'share-offered': [{ kind: 'share-offered', partner, room }],
      shared: swaps.map((swap) => ({ kind: 'shared', ...swap })),
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
      farewell: (['up', 'down', undefined] as const).flatMap((rated) =>
        [true, false].flatMap((again) =>
          [true, false].flatMap((searching) =>
            [true, false].map((isRemembered) => ({
              kind: 'farewell' as const,
              partner,
              room,
              rated,
              again,
              searching,
              isRemembered,
            })),
          ),
        ),
      ),
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
