import { readFileSync } from 'node:fs'
import type { Locale } from '../core/locale.ts'

/** What is said in conversations, the screens of the settings, and what stands around both: information, buttons, menus. */
const wordingFiles = ['conversation', 'settings', 'around'] as const

export const topicsFile = 'topics'

/** The text of these files of one language, one behind the other. */
export const wordingSource = (locale: Locale, files: readonly string[] = wordingFiles): string =>
  files
    .map((file) => readFileSync(new URL(`${locale}/${file}.ftl`, import.meta.url), 'utf8'))
    .join('\n')
