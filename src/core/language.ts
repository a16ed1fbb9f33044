import type { Locale } from './locale.ts'

/** What people can say that they speak: ISO 639-1, the most spoken among those who chat with strangers. */
export const languages = [
  'en',
  'es',
  'ru',
  'ar',
  'pt',
  'fr',
  'de',
  'it',
  'tr',
  'fa',
  'hi',
  'id',
  'uk',
  'zh',
  'ja',
  'ko',
] as const
export type Language = (typeof languages)[number]

/** Each in itself, as people look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  ru: 'Русский',
  ar: 'العربية',
  pt: 'Português',
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
  tr: 'Türkçe',
  fa: 'فارسی',
  hi: 'हिन्दी',
  id: 'Indonesia',
  uk: 'Українська',
  zh: '中文',
  ja: '日本語',
  ko: '한국어',
}

/** The one that a platform's language tag (BCP 47, such as `pt-BR`) is of; `undefined` for one that nobody can choose here. */
export function languageOf(tag: string | undefined): Language | undefined {
  const first = tag?.split(/[-_]/)[0]?.toLowerCase()
  return languages.find((language) => language === first)
}

/** What of a portrait says what its owner speaks. */
interface Spoken {
  /** What they have chosen. */
  readonly languages: readonly Language[]
  readonly appLanguage?: Language | undefined
}

/** Who has not said what they speak is taken to speak what their app does where the service does not, else what the service speaks with them. */
export function spokenBy(
  { languages: said, appLanguage }: Spoken,
  locale: Locale,
): readonly Language[] {
  return said.length > 0 ? said : [appLanguage ?? locale]
}
