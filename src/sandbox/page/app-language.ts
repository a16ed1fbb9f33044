import type { SandboxPerson } from '../person.ts'

/** What the page offers, as the apps of each platform call it. */
const tags = {
  en: { telegram: 'en', discord: 'en-US' },
  es: { telegram: 'es', discord: 'es-ES' },
  ru: { telegram: 'ru', discord: 'ru' },
  ar: { telegram: 'ar', discord: 'ar' },
} as const

export type AppLanguage = keyof typeof tags
export const appLanguages = ['en', 'es', 'ru', 'ar'] as const satisfies readonly AppLanguage[]

/** Without its region; empty where the app tells none. */
export function appLanguage(person: SandboxPerson): string {
  const tag = person.platform === 'discord' ? person.locale : person.languageCode
  return tag?.split('-')[0] ?? ''
}

export function setAppLanguage(person: SandboxPerson, language: AppLanguage): void {
  if (person.platform === 'discord') person.locale = tags[language].discord
  else person.languageCode = tags[language].telegram
}
