import { buttonsUnder } from './buttons.ts'
import { english } from './catalogue.ts'
import { genderWord, seekingWord } from './profile-words.ts'
import type { Buttons } from '../core/button.ts'
import type { Notice } from '../core/notice.ts'
import { noticeMark } from '../core/notice-mark.ts'
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
      return english.rich(notice.kind)
    case 'profile-ready':
    case 'settings': {
      const { gender, seeking } = notice.profile
      return english.rich(notice.kind, {
        gender: genderWord(gender),
        seeking: seekingWord(seeking),
      })
    }
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
      return english.rich(notice.kind, { partner: notice.partner })
    case 'refused':
      return english.rich(`refused-${notice.what}`)
    case 'not-delivered':
      return english.rich(`not-delivered-${notice.why}`)
  }
}
