import type { Language } from '../core/language.ts'
import { localeOf } from '../core/locale.ts'
import type { UserId } from '../core/room.ts'
import type { Parts } from './parts.ts'

/**
 * The language of somebody's app becomes the one that the service speaks with them, or, where it does not speak it, what they are taken to
 * speak. What was known first stays, and what they have chosen. Says whether it is news.
 */
export function learnLanguage(
  { people, portraits }: Pick<Parts, 'people' | 'portraits'>,
  id: UserId,
  language: Language,
): boolean {
  const locale = localeOf(language)
  if (locale) return people.adoptLocale(id, locale)
  if (people.hasLocale(id)) return false
  const portrait = portraits.of(id)
  if (portrait.appLanguage) return false
  portraits.set(id, { ...portrait, appLanguage: language })
  return true
}
