import { buttonsUnder } from './buttons.ts'
import { type Catalogue, type Values, wordingIn } from './catalogue.ts'
import {
  genderWord,
  interestWords,
  languageWords,
  seekingWords,
  settingsWords,
} from './profile-words.ts'
import { topicIn } from './topics.ts'
import { waitingWords } from './waiting-words.ts'
import type { Buttons } from '../core/button.ts'
import type { Card } from '../core/card.ts'
import { limits } from '../core/limits.ts'
import type { Locale } from '../core/locale.ts'
import type { Notice } from '../core/notice.ts'
import { noticeMark } from '../core/notice-mark.ts'
import type { Profile } from '../core/profile.ts'
import type { RefusedFile } from '../core/refused-file.ts'
import { concat, inLines, plain } from '../core/rich-text.ts'
import type { RichText } from '../core/rich-text.ts'

export interface Facts {
  /** How to reach who runs the service, as it stands in the configuration. */
  readonly operatorContact: string
}

/** A notice in words, behind the mark that `fitText` takes away from everybody else: `fitNotice` is for what this returns. */
export function say(
  notice: Notice,
  facts: Facts,
  locale: Locale,
): { readonly text: RichText; readonly buttons: Buttons } {
  const wording = wordingIn(locale)
  return {
    text: concat(plain(`${noticeMark} `), inWords(notice, facts, wording, locale)),
    buttons: buttonsUnder(notice, wording, locale),
  }
}

function inWords(notice: Notice, facts: Facts, wording: Catalogue, locale: Locale): RichText {
  switch (notice.kind) {
    case 'welcome':
    case 'ask-gender':
    case 'ask-seeking':
    case 'under-age':
    case 'welcome-back':
    case 'settings-gender':
    case 'settings-media':
    case 'settings-platform':
    case 'settings-switches':
    case 'settings-seeking':
    case 'interests-full':
    case 'ask-locale':
    case 'locale-set':
    case 'consent-given':
    case 'consent-refused':
    case 'waited':
    case 'search-over':
    case 'search-cancelled':
    case 'search-lapsed':
    case 'not-searching':
    case 'nobody-listens':
    case 'reply-to-ended':
    case 'retracted':
    case 'cannot-retract':
    case 'how-to-retract':
    case 'our-fault':
    case 'old-button':
    case 'nobody-to-block':
    case 'no-handle':
    case 'confirm-forget':
    case 'forgotten':
    case 'never-mind':
      return wording.rich(notice.kind)
    case 'profile-ready':
      return wording.rich(notice.kind, profileWords(wording, notice.profile))
    case 'settings':
      return wording.rich(notice.kind, {
        ...profileWords(wording, notice.profile),
        ...settingsWords(wording, notice.settings, notice.portrait),
      })
    case 'settings-interests':
      return withLeftOut(wording.rich(notice.kind), notice.leftOut, wording)
    case 'settings-languages': {
      const isFull = notice.languages.length >= limits.mostLanguages
      return wording.rich(isFull ? 'settings-languages-full' : 'settings-languages')
    }
    case 'settings-bio':
      return notice.bio === ''
        ? wording.rich('settings-bio-none')
        : withLeftOut(wording.rich(notice.kind, { bio: notice.bio }), notice.leftOut, wording)
    case 'ask-words':
    case 'words-refused':
      return wording.rich(`${notice.kind}-${notice.what}`)
    case 'help':
      return wording.rich('help', { operator: facts.operatorContact, mark: noticeMark })
    case 'rules':
    case 'privacy':
      return wording.rich(notice.kind, { operator: facts.operatorContact })
    case 'waiting':
      return waitingWords(notice.state, wording)
    case 'still-waiting':
      return wording.rich(notice.said ? 'still-waiting-said' : 'still-waiting')
    case 'ask-still-there':
      return wording.rich(notice.kind, { minutes: Math.floor(notice.waitedMs / 60_000) })
    case 'paired':
      return meeting(notice.card, wording)
    case 'topic':
      return wording.rich('topic', { question: topicIn(locale, notice.number) })
    case 'confirm-share':
    case 'shared': {
      const { partner, handle } = notice
      const platform = wording.plain(`name-${notice.platform}`)
      // Telegram finds somebody of its own behind every @: https://core.telegram.org/bots/api#messageentity
      const shown = notice.platform === 'telegram' ? `@${handle}` : handle
      return wording.rich(notice.kind, { partner, handle: shown, platform })
    }
    case 'farewell':
      return farewell(notice, wording)
    case 'in-room':
    case 'confirm-next':
    case 'staying':
    case 'you-left':
    case 'partner-left':
    case 'partner-gone':
    case 'room-quiet':
    case 'room-expired':
    case 'room-is-over':
    case 'confirm-block':
    case 'blocked':
    case 'media-unwanted':
    case 'share-waits':
    case 'share-withdrawn':
    case 'share-declined':
    case 'share-offered':
      return wording.rich(notice.kind, { partner: notice.partner })
    case 'refused':
      return wording.rich(`refused-${notice.what}`)
    case 'ask-consent':
      return wording.rich(`ask-consent-${notice.about}`)
    case 'file-refused':
      return fileRefused(notice.reason, wording)
    case 'not-delivered':
      return wording.rich(`not-delivered-${notice.why}`)
  }
}

const withLeftOut = (screen: RichText, leftOut: boolean, wording: Catalogue): RichText =>
  leftOut ? inLines([screen, wording.rich('words-left-out')]) : screen

const profileWords = (wording: Catalogue, { gender, seeking }: Profile): Values => ({
  gender: genderWord(wording, gender),
  seeking: seekingWords(wording, seeking),
})

/** Each thing that is known of the partner has a line. */
function meeting(card: Card, wording: Catalogue): RichText {
  const partner = card.pseudonym
  return inLines([
    wording.rich(card.again ? 'paired-again' : 'paired', { partner }),
    ...(card.bio === '' ? [] : [wording.rich('card-bio', { bio: card.bio })]),
    ...(card.sharedInterests.length === 0
      ? []
      : [
          wording.rich('card-interests', {
            interests: interestWords(wording, card.sharedInterests),
          }),
        ]),
    ...(card.sharedLanguages.length === 0
      ? []
      : [
          wording.rich('card-languages', {
            languages: languageWords(wording, card.sharedLanguages),
          }),
        ]),
    wording.rich('paired-hint'),
  ])
}

function farewell(
  { partner, rated, again }: Extract<Notice, { kind: 'farewell' }>,
  wording: Catalogue,
): RichText {
  return inLines([
    wording.rich('farewell', { partner }),
    ...(rated ? [wording.rich(`farewell-rated-${rated}`)] : []),
    ...(again ? [wording.rich('farewell-again')] : []),
  ])
}

function fileRefused(reason: RefusedFile, wording: Catalogue): RichText {
  if (reason.why !== 'too-large') return wording.rich(`file-refused-${reason.why}`)
  const megabytes = Math.floor(reason.limitBytes / 1024 / 1024)
  return wording.rich('file-refused-too-large', { megabytes })
}
