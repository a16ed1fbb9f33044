import { readCatalogue } from './catalogue.ts'
import { topicsFile, wordingSource } from './wording-files.ts'
import type { Locale } from '../core/locale.ts'

const read = (locale: Locale): ReturnType<typeof readCatalogue> =>
  readCatalogue(locale, wordingSource(locale, [topicsFile]))

const questions = { en: read('en'), es: read('es'), ru: read('ru'), ar: read('ar') } as const

/** A question to talk about; the same number is the same question in every language. */
export const topicIn = (locale: Locale, number: number): string =>
  questions[locale].plain(`topic-${number}`)
