import { wordingIn } from './catalogue.ts'
import { limits } from '../core/limits.ts'
import { fallbackLocale, type Locale } from '../core/locale.ts'
import type { Prompt } from '../core/prompt.ts'
import type { PromptKind } from '../core/settings.ts'
import { readTap } from '../core/tap.ts'

export function promptFor(what: PromptKind, locale: Locale): Prompt {
  const wording = wordingIn(locale)
  return {
    title: wording.plain(`prompt-${what}-title`),
    label: wording.plain(`prompt-${what}-label`),
    placeholder: wording.plain(`prompt-${what}-placeholder`),
    mostCharacters: what === 'bio' ? limits.bioMostCharacters : limits.interestMostCharacters,
  }
}

/**
 * The dialog that a button opens where the platform has dialogs; `undefined` for buttons that are just tapped. `locale` is that of the app,
 * and the button says what is spoken with its reader.
 */
export function promptOf(data: string, locale: Locale | undefined): Prompt | undefined {
  const tap = readTap(data)
  return tap?.kind === 'prompt'
    ? promptFor(tap.what, tap.locale ?? locale ?? fallbackLocale)
    : undefined
}
