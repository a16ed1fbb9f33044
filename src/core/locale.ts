/** The languages that the service speaks to people in. What people speak with each other is `language.ts`. */
export const locales = ['en', 'es', 'ru', 'ar'] as const
export type Locale = (typeof locales)[number]

/** Of whom nothing is known, and where a platform knows one wording only. */
export const fallbackLocale: Locale = 'en'

/** The one that a platform's language tag (BCP 47, such as `es-419`) asks for; `undefined` for one that is not spoken here. */
export function localeOf(tag: string | undefined): Locale | undefined {
  const language = tag?.split(/[-_]/)[0]?.toLowerCase()
  return locales.find((locale) => locale === language)
}
