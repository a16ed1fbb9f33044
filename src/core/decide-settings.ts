import type { Ref } from './address.ts'
import { addInterest, dropOwnInterest, isFull, toggled, toggleInterest } from './change-portrait.ts'
import type { Change } from './change.ts'
import { type CleanWords, cleanWords } from './clean-words.ts'
import { renewed, wishAnew } from './decide-waiting.ts'
import { spokenBy } from './language.ts'
import { limits } from './limits.ts'
import { openQuestion, settingsOf, tell } from './moves.ts'
import type { Changeable, Notice, Tap } from './notice.ts'
import { type Profile, toggleSought } from './profile.ts'
import {
  emptyPortrait,
  type Portrait,
  type PromptKind,
  type Settings,
  type Switch,
} from './settings.ts'
import type { Situation, User } from './situation.ts'
import { unreachable } from '../lib/must.ts'

export type SettingsTap = Extract<
  Tap,
  {
    readonly kind:
      | 'change'
      | 'toggle-sought'
      | 'media'
      | 'platform'
      | 'switch'
      | 'language'
      | 'interest'
      | 'drop-interest'
      | 'interests-page'
      | 'prompt'
      | 'clear-bio'
      | 'back-to-settings'
  }
>

/** A tap on one of the screens of the settings: what it changes, and the screen as it is then, in place. */
export function decideSettingsTap(
  situation: Situation,
  tap: SettingsTap,
  on: Ref | undefined,
): readonly Change[] {
  const { user, portrait = emptyPortrait } = situation
  if (!user) return [tell({ kind: 'welcome' })]
  const question = openQuestion(user)
  if (question) return [tell(question)]
  switch (tap.kind) {
    case 'change':
      return [tell(screenOf(tap.what, user, portrait), on)]
    case 'back-to-settings':
      return [tell(settingsOf(user, portrait), on)]
    case 'toggle-sought': {
      const seeking = toggleSought(user.profile.seeking, tap.sought)
      return seek(situation, user, { ...user.profile, seeking }, on)
    }
    case 'media': {
      const settings = { ...user.settings, mediaWish: tap.wish }
      return [setSettings(settings), tell(settingsOf({ ...user, settings }, portrait), on)]
    }
    case 'platform': {
      const settings = { ...user.settings, platformWish: tap.wish }
      const screen = tell(settingsOf({ ...user, settings }, portrait), on)
      return [
        setSettings(settings),
        ...wishAnew(situation, wishesOf(user.profile, settings), screen),
      ]
    }
    case 'switch': {
      const settings = turned(user.settings, tap.what)
      return [setSettings(settings), tell({ kind: 'settings-switches', settings }, on)]
    }
    case 'language': {
      const shown = spokenBy(portrait, user.locale)
      const languages = toggled(shown, tap.language)
      // With five of them the screen says already that one has to go first.
      if (languages.length > limits.mostLanguages)
        return [tell(screenOf('languages', user, portrait), on)]
      const changed = { ...portrait, languages }
      const screen = tell(screenOf('languages', user, changed), on)
      return [setPortrait(changed), ...renewed(situation), screen]
    }
    case 'interest': {
      const interests = toggleInterest(portrait.interests, tap.interest)
      if (!interests) return [tell({ kind: 'interests-full' })]
      return setInterests(situation, interests, tap.page, on)
    }
    case 'drop-interest':
      return setInterests(situation, dropOwnInterest(portrait.interests, tap.at), 0, on)
    case 'interests-page': {
      return [tell(interestsScreen(portrait.interests, tap.page), on)]
    }
    case 'prompt': {
      if (tap.what === 'interest' && isFull(portrait.interests))
        return [tell({ kind: 'interests-full' })]
      return [{ ...tell({ kind: 'ask-words', what: tap.what }), mark: tap.what }]
    }
    case 'clear-bio':
      return setBio(portrait, nothing, on)
    default:
      return unreachable(tap)
  }
}

/** What was asked for in words has been written, in a dialog under the message `on` or as a reply. */
export function answerPrompt(
  situation: Situation,
  what: PromptKind,
  text: string,
  on: Ref | undefined,
): readonly Change[] {
  const { user, portrait = emptyPortrait } = situation
  const question = openQuestion(user)
  if (question) return [tell(question)]
  const most = what === 'bio' ? limits.bioMostCharacters : limits.interestMostCharacters
  const clean = cleanWords(text, most)
  if (clean.words === '') return [tell({ kind: 'words-refused', what })]
  if (what === 'bio') return setBio(portrait, clean, on)
  const interests = addInterest(portrait.interests, clean.words)
  if (!interests) return [tell({ kind: 'interests-full' })]
  return setInterests(situation, interests, 0, on, clean.leftOut)
}

/** Another wish, on the screen where it is made. */
export function seek(
  situation: Situation,
  { settings }: User,
  profile: Profile,
  on: Ref | undefined,
): readonly Change[] {
  const screen = tell({ kind: 'settings-seeking', seeking: profile.seeking }, on)
  const set: Change = { kind: 'set-profile', profile }
  return [set, ...wishAnew(situation, wishesOf(profile, settings), screen)]
}

/** Whom they look for, and where. */
export const wishesOf = (
  { seeking = 'anyone' }: Profile,
  { platformWish }: Settings,
): Parameters<typeof wishAnew>[1] => ({ seeking, platformWish })

function screenOf(
  what: Changeable,
  { profile, settings, locale }: User,
  portrait: Portrait,
): Notice {
  switch (what) {
    case 'gender':
      return { kind: 'settings-gender', gender: profile.gender }
    case 'media':
      return { kind: 'settings-media', wish: settings.mediaWish }
    case 'platform':
      return { kind: 'settings-platform', wish: settings.platformWish }
    case 'seeking':
      return { kind: 'settings-seeking', seeking: profile.seeking }
    case 'languages':
      return { kind: 'settings-languages', languages: spokenBy(portrait, locale) }
    case 'interests':
      return interestsScreen(portrait.interests, 0)
    case 'bio':
      return { kind: 'settings-bio', bio: portrait.bio, leftOut: false }
    case 'switches':
      return { kind: 'settings-switches', settings }
    default:
      return unreachable(what)
  }
}

const setSettings = (settings: Settings): Change => ({ kind: 'set-settings', settings })
const setPortrait = (portrait: Portrait): Change => ({ kind: 'set-portrait', portrait })

function setInterests(
  situation: Situation,
  interests: Portrait['interests'],
  page: number,
  on: Ref | undefined,
  leftOut = false,
): readonly Change[] {
  const { portrait = emptyPortrait } = situation
  const screen = tell(interestsScreen(interests, page, leftOut), on)
  if (interests === portrait.interests) return [screen]
  return [setPortrait({ ...portrait, interests }), ...renewed(situation), screen]
}

const nothing: CleanWords = { words: '', leftOut: false }

const setBio = (
  portrait: Portrait,
  { words: bio, leftOut }: CleanWords,
  on: Ref | undefined,
): readonly Change[] => [
  setPortrait({ ...portrait, bio }),
  tell({ kind: 'settings-bio', bio, leftOut }, on),
]

const interestsScreen = (
  interests: Portrait['interests'],
  page: number,
  leftOut = false,
): Notice => ({ kind: 'settings-interests', interests, page, leftOut })

function turned(settings: Settings, what: Switch): Settings {
  switch (what) {
    case 'protects':
      return { ...settings, protects: !settings.protects }
    case 'mutes-reactions':
      return { ...settings, mutesReactions: !settings.mutesReactions }
    case 'mutes-typing':
      return { ...settings, mutesTyping: !settings.mutesTyping }
    default:
      return unreachable(what)
  }
}
