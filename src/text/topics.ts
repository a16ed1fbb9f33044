import { readFileSync } from 'node:fs'
import { readCatalogue } from './catalogue.ts'
import type { Locale } from '../core/locale.ts'

const read = (locale: Locale): ReturnType<typeof readCatalogue> =>
  readCatalogue(locale, readFileSync(new URL(`topics/${locale}.ftl`, import.meta.url), 'utf8'))

const questions = { en: read('en'), es: read('es'), ru: read('ru'), ar: read('ar') } as const

/** A question to talk about; the same number is the same question in every language. */
export const topicIn = (locale: Locale, number: number): string =>
  questions[locale].plain(`topic-${number}`)
