import { buttonsUnder } from './buttons.ts'
import { english } from './catalogue.ts'
import { genderWord, mediaWishWord, seekingWord } from './profile-words.ts'
import type { Buttons } from '../core/button.ts'
import type { Notice } from '../core/notice.ts'
import { noticeMark } from '../core/notice-mark.ts'
import type { Profile } from '../core/profile.ts'
import type { RefusedFile } from '../core/refused-file.ts'
import { concat, plain } from '../core/rich-text.ts'
import type { RichText } from '../core/rich-text.ts'

export interface Facts {
  /** How to reach who runs the service, as it stands in the configuration. */
  readonly operatorContact: string
}

/** A notice in words, behind the mark that `fitText` takes away from everybody else: `fitNotice` is for what this returns. */
export function say(
  notice: Notice,
  facts: Facts,
): { readonly text: RichText; readonly buttons: Buttons } {
  return {
    text: concat(plain(`${noticeMark} `), wording(notice, facts)),
    buttons: buttonsUnder(notice),
  }
}

function wording(notice: Notice, facts: Facts): RichText {
  switch (notice.kind) {
    case 'welcome':
    case 'ask-gender':
    case 'ask-seeking':
    case 'under-age':
    case 'welcome-back':
    case 'settings-gender':
    case 'settings-seeking':
    case 'settings-media':
    case 'consent-given':
    case 'consent-refused':
    case 'waiting':
    case 'search-cancelled':
    case 'not-searching':
    case 'nobody-listens':
    case 'reply-to-ended':
    case 'retracted':
    case 'cannot-retract':
    case 'how-to-retract':
    case 'our-fault':
    case 'old-button':
    case 'nobody-to-block':
    case 'confirm-forget':
    case 'forgotten':
    case 'never-mind':
      return english.rich(notice.kind)
    case 'profile-ready':
      return english.rich(notice.kind, profileWords(notice.profile))
    case 'settings':
      return english.rich(notice.kind, {
        ...profileWords(notice.profile),
        media: mediaWishWord(notice.mediaWish),
      })
    case 'help':
      return english.rich('help', { operator: facts.operatorContact, mark: noticeMark })
    case 'rules':
    case 'privacy':
      return english.rich(notice.kind, { operator: facts.operatorContact })
    case 'still-waiting':
      return english.rich(notice.said ? 'still-waiting-said' : 'still-waiting')
    case 'paired':
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
      return english.rich(notice.kind, { partner: notice.partner })
    case 'refused':
      return english.rich(`refused-${notice.what}`)
    case 'ask-consent':
      return english.rich(`ask-consent-${notice.about}`)
    case 'file-refused':
      return fileRefused(notice.reason)
    case 'not-delivered':
      return english.rich(`not-delivered-${notice.why}`)
  }
}

const profileWords = ({ gender, seeking }: Profile): { gender: string; seeking: string } => ({
  gender: genderWord(gender),
  seeking: seekingWord(seeking),
})

function fileRefused(reason: RefusedFile): RichText {
  if (reason.why !== 'too-large') return english.rich(`file-refused-${reason.why}`)
  const megabytes = String(Math.floor(reason.limitBytes / 1024 / 1024))
  return english.rich('file-refused-too-large', { megabytes })
}
