import type { Language } from './language.ts'

/** The languages that the service speaks to people in. What people speak with each other is `language.ts`. */
export const locales = ['en', 'es', 'ru', 'ar'] as const
export type Locale = (typeof locales)[number]

/** Of whom nothing is known, and where a platform knows one wording only. */
export const fallbackLocale: Locale = 'en'

/** The one in which to speak to people whose app speaks `language`; `undefined` for one that the service does not speak. */
export function localeOf(language: Language | undefined): Locale | undefined {
  return locales.find((locale) => locale === language)
}
