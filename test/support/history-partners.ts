// Who was whose partner. Platforms do not tell, so it is read off what was relayed: everything that one person sees during a stay in a room
// has one author, and that author's stay sees this person alone. Each relayed piece votes for a pair of stays; the pairs with the most votes
// stand, each stay in one of them, and what voted for none of those was misdelivered.

import type { PersonHistory, SaidFiles, Stay } from './history.ts'

export interface Text {
  readonly author: string
  readonly number: number
  readonly pieces: number
  readonly text: string
  readonly isOldReply: boolean
  readonly files: SaidFiles
  /** Its place among its author's events. */
  readonly place: number
  /** The author's stay that the text was typed in or after; -1 before the first. */
  readonly stay: number
  /** The author left or searched between the beginning of that stay and the text. */
  readonly hasMoved: boolean
  /** The stays whose room may have taken it in. */
  readonly stays: readonly number[]
}

export function textsOf(person: PersonHistory): readonly Text[] {
  const texts: Text[] = []
  let stay = -1
  let hasMoved = false
  for (const [place, event] of person.events.entries()) {
    if (event.kind === 'notice' && event.notice === 'paired') {
      stay += 1
      hasMoved = false
    }
    if (event.kind === 'did') hasMoved = true
    if (event.kind !== 'said') continue
    const next = stay < 0 || hasMoved
    // Discord forgets a slash command that nobody took; Telegram keeps everything in its order.
    const isStillHere = stay >= 0 && (!hasMoved || person.platform === 'discord')
    const stays = [...(isStillHere ? [stay] : []), ...(next ? [stay + 1] : [])]
    const { number, pieces, text, isOldReply, files = none } = event
    texts.push({
      author: person.name,
      number,
      pieces,
      text,
      isOldReply,
      files,
      place,
      stay,
      hasMoved,
      stays,
    })
  }
  return texts
}

const none: SaidFiles = { kinds: '', count: 0, at: 0 }

export interface Vote {
  /** Pairs of stays that would make this delivery right. */
  readonly pairs: readonly string[]
}

export const pairOf = (author: string, from: number, reader: string, to: number): string =>
  [`${author}/${from}`, `${reader}/${to}`].toSorted().join(' ')

/** The pairs that stand: those with the most votes, each stay in one. */
export function electPairs(votes: readonly Vote[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { pairs } of votes)
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1 / pairs.length)
  const taken = new Set<string>()
  const elected = new Set<string>()
  for (const [pair] of [...counts].toSorted(([, one], [, other]) => other - one)) {
    const stays = pair.split(' ')
    if (new Set(stays).size < 2 || stays.some((stay) => taken.has(stay))) continue
    for (const stay of stays) taken.add(stay)
    elected.add(pair)
  }
  return elected
}

/** The stay that is open where `place` is, if any. */
export function stayAt(stays: readonly Stay[], place: number): Stay | undefined {
  return stays.find(({ begins, ends }) => begins < place && place < ends)
}
