import { english } from './catalogue.ts'
import type { MediaWish } from '../core/media-wish.ts'
import type { Gender, Seeking } from '../core/profile.ts'

export function genderWord(gender: Gender | undefined): string {
  return english.plain(`gender-${gender ?? 'unanswered'}`)
}

export function seekingWord(seeking: Seeking | undefined): string {
  return english.plain(`seeking-${seeking ?? 'unanswered'}`)
}

export const mediaWishWord = (wish: MediaWish): string => english.plain(`media-${wish}`)
