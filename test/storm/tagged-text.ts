// What people say in a storm: every text names its author and its number, every few words of it a piece, so that any part can be told.

import type { SayOptions } from '../../src/sandbox/person.ts'
import type { Random } from './random.ts'

/** Underscores grow by a backslash on Discord, so that a text which fits there for its author may not for its partner. */
const words = ['rain', 'tea_time', 'quietly', 'a', 'night_train_home', 'yes', 'maybe', 'tomorrow']

const longest = { telegram: 3900, discord: 1900 } as const
/** What people without Premium may say under a file: https://limits.tginfo.me/en */
const longestUnderFiles = { telegram: 1000, discord: 1900 } as const

/** What somebody says, beside so many files, which are the pieces before it. */
export function tagText(
  { author, number, files }: SaidBeside,
  platform: 'telegram' | 'discord',
  random: Random,
): { readonly text: string; readonly options: SayOptions; readonly total: number } {
  const isLong = random.chance(0.05)
  const mostLetters = (files > 0 ? longestUnderFiles : longest)[platform]
  const total = files + Math.floor(isLong ? mostLetters / 65 : random.between(1, 3))
  const lines: string[] = []
  for (let piece = files + 1; piece <= total; piece += 1) {
    const count = isLong ? 8 : random.between(1, 5)
    const said = Array.from({ length: count }, () => random.pick(words)).join(' ')
    const line = `${author}#${number}.${piece}/${total} ${said}`
    lines.push(isLong ? line.slice(0, 60).replace(/[_ ]+$/, '') : line)
  }
  const text = lines.join(isLong ? ' ' : '\n')
  if (!random.chance(0.2)) return { text, options: {}, total }
  if (platform === 'discord') return { text: `**${text.replaceAll('_', '')}**`, options: {}, total }
  const entities = [{ type: 'bold', offset: 0, length: Math.ceil(text.length / 2) }]
  return { text, options: { entities }, total }
}

export interface SaidBeside {
  readonly author: string
  readonly number: number
  readonly files: number
}

export interface Tags {
  readonly author: string
  readonly number: number
  readonly pieces: readonly number[]
  readonly total: number
}

/** `undefined` for what no person of a storm said. */
export function readTags(text: string): Tags | undefined {
  const found = [...text.matchAll(/([td]\d+)#(\d+)\.(\d+)\/(\d+)/g)]
  const [, author, number, , total] = found[0] ?? []
  if (author === undefined) return undefined
  return {
    author,
    number: Number(number),
    pieces: found.map(([, , , piece]) => Number(piece)),
    total: Number(total),
  }
}
