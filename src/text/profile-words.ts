import type { Catalogue } from './catalogue.ts'
import { isCurated, type Interest } from '../core/interest.ts'
import { type Language, languageNames } from '../core/language.ts'
import type { Gender, Seeking } from '../core/profile.ts'
import { soughtIn } from '../core/profile.ts'
import type { Portrait, Settings } from '../core/settings.ts'

// What people have said of themselves and wish for, in words.

/** One value of a notice, or a list. */
type Words = string | readonly string[]

export function genderWord(wording: Catalogue, gender: Gender | undefined): string {
  return wording.plain(`gender-${gender ?? 'unanswered'}`)
}

export function seekingWords(wording: Catalogue, seeking: Seeking | undefined): Words {
  const soughts = soughtIn(seeking)
  if (soughts.length === 0) return wording.plain(`seeking-${seeking ?? 'unanswered'}`)
  return listed(
    wording,
    soughts.map((sought) => wording.plain(`seeking-${sought}`)),
  )
}

export function interestWord(wording: Catalogue, interest: Interest): string {
  return isCurated(interest) ? wording.plain(`interest-${interest}`) : interest
}

export function interestWords(wording: Catalogue, interests: readonly Interest[]): Words {
  return listed(
    wording,
    interests.map((interest) => interestWord(wording, interest)),
  )
}

export function languageWords(wording: Catalogue, languages: readonly Language[]): Words {
  return listed(
    wording,
    languages.map((language) => languageNames[language]),
  )
}

/** All that the settings are, one word or list for each. */
export function settingsWords(
  wording: Catalogue,
  settings: Settings,
  portrait: Portrait,
): Readonly<Record<string, Words>> {
  return {
    media: wording.plain(`media-${settings.mediaWish}`),
    platform: wording.plain(`platform-${settings.platformWish}`),
    languages: languageWords(wording, portrait.languages),
    interests: interestWords(wording, portrait.interests),
    bio: portrait.bio === '' ? wording.plain('nothing') : portrait.bio,
  }
}

function listed(wording: Catalogue, words: readonly string[]): Words {
  return words.length === 0 ? wording.plain('nothing') : words
}
