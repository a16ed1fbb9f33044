// What an author has and what their reader sees, compared word by word: each word says of which message and version it is.

import type { Ref } from '../../src/core/address.ts'
import type { Seen } from './fake-chats.ts'

/** One message of the author's own, as it is on their screen. */
export interface Own {
  readonly ref: Ref
  readonly id: string
  readonly room: number
  readonly album: string | undefined
  words: string
  before: string
  files: readonly string[]
  isGone: boolean
  /** What takes its place comes as something new. */
  isMoved: boolean
}

/** By message, how often each of its words and files is there. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

export const tokens = /m\d+x\d+[vf]\d+/g

const messageOf = (token: string): string => token.replace(/[vf]\d+$/, '')

function count(all: readonly string[]): Counts {
  const counts: Record<string, Record<string, number>> = {}
  for (const token of all) {
    const ofMessage = (counts[messageOf(token)] ??= {})
    ofMessage[token] = (ofMessage[token] ?? 0) + 1
  }
  return counts
}

export const countOwn = (own: readonly Own[]): Counts =>
  count(
    own
      .filter(({ isGone }) => !isGone)
      .flatMap(({ words, files }) => [...(words.match(tokens) ?? []), ...files]),
  )

const tokensOf = ({ text, files }: Seen): readonly string[] => [
  ...files.map(({ media }) => media.file.identity),
  ...(text.match(tokens) ?? []),
]

export const countSeen = (chat: readonly Seen[]): Counts => count(chat.flatMap(tokensOf))

export function orderOf(
  own: readonly Own[],
  lastRoom: number,
  chat: readonly Seen[],
): { readonly expected: readonly string[]; readonly actual: readonly string[] } {
  const steady = own.filter(({ isGone, isMoved }) => !isGone && !isMoved)
  const endOf = (room: number): string => `end of room ${room}`
  const expected = Array.from({ length: lastRoom + 1 }, (_, room) => [
    ...steady.filter((each) => each.room === room).map(({ id }) => id),
    ...(room < lastRoom ? [endOf(room)] : []),
  ]).flat()
  let ended = 0
  const seen = chat.flatMap((each) =>
    each.text.includes('has left the chat')
      ? [endOf(ended++)]
      : tokensOf(each).map((token) => messageOf(token)),
  )
  return { expected, actual: [...new Set(seen)].filter((id) => expected.includes(id)) }
}
