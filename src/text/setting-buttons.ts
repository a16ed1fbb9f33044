// The screens of the settings. At most five rows of five: Discord takes no more.

import { button, labelled } from './button.ts'
import type { Catalogue } from './catalogue.ts'
import { interestWord } from './profile-words.ts'
import type { Button, Buttons } from '../core/button.ts'
import { chunk } from '../lib/chunk.ts'
import {
  curatedInterests,
  type Interest,
  interestPages,
  interestsPerPage,
  isCurated,
} from '../core/interest.ts'
import { type Language, languageNames, languages } from '../core/language.ts'
import { limits } from '../core/limits.ts'
import { type Locale, locales } from '../core/locale.ts'
import { type MediaWish, mediaWishes } from '../core/media-wish.ts'
import { changeables } from '../core/notice.ts'
import { type Gender, genders, type Seeking, soughtIn, soughts } from '../core/profile.ts'
import {
  type PlatformWish,
  platformWishes,
  type PromptKind,
  type Settings,
  type Switch,
  switches,
} from '../core/settings.ts'

/** What is chosen begins with this. */
const chosen = '✓ '

export const back = (wording: Catalogue): readonly Button[] => [
  button(wording, 'button-back', { kind: 'back-to-settings' }),
]

export const settingsButtons = (wording: Catalogue): Buttons =>
  chunk(
    changeables.map((what) => button(wording, `button-change-${what}`, { kind: 'change', what })),
    2,
  )

export const genderButtons = (own: Gender | undefined, wording: Catalogue): Buttons =>
  chunk(
    genders.map((gender) =>
      marked(gender === own, button(wording, `button-${gender}`, { kind: 'gender', gender })),
    ),
    2,
  )

/** The first question: one tap. A set is made in the settings. */
export const seekingButtons = (wording: Catalogue): Buttons => [
  [
    button(wording, 'button-women', { kind: 'seeking', seeking: 'women' }),
    button(wording, 'button-men', { kind: 'seeking', seeking: 'men' }),
  ],
  [
    button(wording, 'button-others', { kind: 'seeking', seeking: 'others' }),
    button(wording, 'button-anyone', { kind: 'seeking', seeking: 'anyone' }),
  ],
]

export const soughtButtons = (seeking: Seeking | undefined, wording: Catalogue): Buttons => [
  soughts.map((sought) =>
    marked(
      soughtIn(seeking).includes(sought),
      button(wording, `button-${sought}`, { kind: 'toggle-sought', sought }),
    ),
  ),
  [
    marked(
      seeking === 'anyone',
      button(wording, 'button-anyone', { kind: 'seeking', seeking: 'anyone' }),
    ),
  ],
  back(wording),
]

export const languageButtons = (spoken: readonly Language[], wording: Catalogue): Buttons => [
  ...chunk(
    languages.map((language) =>
      marked(
        spoken.includes(language),
        labelled(languageNames[language], { kind: 'language', language }),
      ),
    ),
    4,
  ),
  back(wording),
]

/** Twelve curated ones on a page; one's own words stand with the first, to be taken away by a tap. */
export function interestButtons(
  interests: readonly Interest[],
  page: number,
  wording: Catalogue,
  locale: Locale,
): Buttons {
  const onPage = curatedInterests.slice(page * interestsPerPage, (page + 1) * interestsPerPage)
  const own = interests.flatMap((interest, at) =>
    isCurated(interest)
      ? []
      : [labelled(`${chosen}${interest} ✕`, { kind: 'drop-interest', at } as const)],
  )
  const curated = onPage.map((interest) =>
    marked(
      interests.includes(interest),
      labelled(interestWord(wording, interest), { kind: 'interest', interest, page }),
    ),
  )
  const turn = (page + 1) % interestPages
  const ways = [
    button(wording, 'button-more-interests', { kind: 'interests-page', page: turn }),
    // With five of them, what is written would be refused.
    ...(interests.length < limits.mostInterests
      ? [button(wording, 'button-own-interest', { kind: 'prompt', what: 'interest', locale })]
      : []),
    ...back(wording),
  ]
  if (own.length === 0) return [...chunk(curated, 4), ways]
  return [...chunk(curated, 4), own.slice(0, 5), ways]
}

/** For other words than those that were refused. */
export const writeAgainButtons = (
  what: PromptKind,
  wording: Catalogue,
  locale: Locale,
): Buttons => [[button(wording, 'button-write-bio', { kind: 'prompt', what, locale })]]

export const bioButtons = (bio: string, wording: Catalogue, locale: Locale): Buttons => [
  [
    button(wording, bio === '' ? 'button-write-bio' : 'button-rewrite-bio', {
      kind: 'prompt',
      what: 'bio',
      locale,
    }),
  ],
  ...(bio === '' ? [] : [[button(wording, 'button-clear-bio', { kind: 'clear-bio' })]]),
  back(wording),
]

export const mediaButtons = (chosenWish: MediaWish, wording: Catalogue): Buttons => [
  ...mediaWishes.map((wish) => [
    marked(wish === chosenWish, button(wording, `button-media-${wish}`, { kind: 'media', wish })),
  ]),
  back(wording),
]

export const platformButtons = (chosenWish: PlatformWish, wording: Catalogue): Buttons => [
  ...platformWishes.map((wish) => [
    marked(
      wish === chosenWish,
      button(wording, `button-platform-${wish}`, { kind: 'platform', wish }),
    ),
  ]),
  back(wording),
]

export const switchButtons = (settings: Settings, wording: Catalogue): Buttons => [
  ...switches.map((what) => [
    marked(isOn(settings, what), button(wording, `button-${what}`, { kind: 'switch', what })),
  ]),
  back(wording),
]

export const localeButtons = (): Buttons =>
  chunk(
    locales.map((locale) => labelled(languageNames[locale], { kind: 'locale', locale })),
    2,
  )

const isOn = (settings: Settings, what: Switch): boolean => {
  switch (what) {
    case 'protects':
      return settings.protects
    case 'mutes-reactions':
      return settings.mutesReactions
    case 'mutes-typing':
      return settings.mutesTyping
  }
}

const marked = (isChosen: boolean, { label, ...rest }: Button): Button => ({
  label: isChosen ? `${chosen}${label}` : label,
  ...rest,
})
