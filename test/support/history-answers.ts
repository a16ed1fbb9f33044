import { answers, endings, type PersonHistory, type Stay } from './history.ts'
import type { Text } from './history-partners.ts'

export interface Answered {
  /** Texts without any answer. */
  readonly lost: readonly Text[]
  readonly answered: number
  /** How many of them were given up by the service. */
  readonly givenUp: number
  /** Answers to nothing, by their places. */
  readonly surplus: readonly number[]
}

/**
 * Matches the texts that nobody was shown with the notices that say so, one notice for one text. Where the room went on, no notice makes
 * up for a text that is missing. A notice that may be a repeated one (`isRepeat`) answers only what the others leave over.
 */
export function matchAnswers(
  person: PersonHistory,
  stays: readonly Stay[],
  missing: readonly Text[],
  isRepeat: (place: number) => boolean,
): Answered {
  const { events, platform } = person
  const isAnswer = (place: number, text: Text): boolean => {
    const notice = noticeAt(events, place) ?? ''
    if (text.place > place) return false
    return answers.has(notice) ? fits(notice, place, text, stays) : hasEnded(text, stays)
  }
  const places = [...events.keys()].filter((place) => noticeAt(events, place) !== undefined)
  const mustBeAnswered = (text: Text): boolean =>
    platform === 'telegram' || hadReasonToBelieve(text, person)
  // One matching serves both sides: whom each side puts first can be had together (Mendelsohn and Dulmage).
  const answered = match(first(missing, mustBeAnswered), places, (text, place) =>
    isAnswer(place, text),
  )
  const used = match(
    first(places, (place) => !isRepeat(place)),
    missing,
    isAnswer,
  )
  const isGivenUp = (place: number): boolean => !answers.has(noticeAt(events, place) ?? '')
  return {
    lost: missing.filter((text) => !answered.has(text) && mustBeAnswered(text)),
    answered: answered.size,
    givenUp: [...used].filter(isGivenUp).length,
    surplus: places.filter((place) => !used.has(place) && !isGivenUp(place)),
  }
}

const first = <T>(list: readonly T[], is: (item: T) => boolean): readonly T[] => [
  ...list.filter((item) => is(item)),
  ...list.filter((item) => !is(item)),
]

/** As many of `left` as can have one of `right` each, the earlier ones before the later. */
function match<L, R>(
  left: readonly L[],
  right: readonly R[],
  mayHave: (left: L, right: R) => boolean,
): ReadonlySet<L> {
  const holder = new Map<R, L>()
  // Who holds a thing gives it away when there is another for them.
  const assign = (one: L, tried: Set<R>): boolean =>
    right.some((thing) => {
      if (tried.has(thing) || !mayHave(one, thing)) return false
      tried.add(thing)
      const other = holder.get(thing)
      if (other !== undefined && !assign(other, tried)) return false
      holder.set(thing, one)
      return true
    })
  return new Set(left.filter((one) => assign(one, new Set())))
}

/** The notice there, if it answers something that was said. */
function noticeAt(events: PersonHistory['events'], place: number): string | undefined {
  const event = events[place]
  if (event?.kind !== 'notice') return undefined
  const isAnswer = answers.has(event.notice) || event.notice.startsWith('not-delivered')
  return isAnswer ? event.notice : undefined
}

function fits(notice: string, place: number, text: Text, stays: readonly Stay[]): boolean {
  if (notice === 'reply-to-ended') return text.isOldReply
  // An answer between two stays comes to what was said in the first or before the second.
  const begun = stays.filter(({ begins }) => begins < place)
  const last = begun.at(-1)
  if (last !== undefined && place < last.ends) return false
  const gap = begun.length - 1
  return gap === text.stay || (gap === text.stay + 1 && (text.hasMoved || text.stay < 0))
}

const hasEnded = ({ stays: candidates }: Text, stays: readonly Stay[]): boolean =>
  candidates.some((index) => (stays[index]?.ends ?? 0) !== Infinity)

/**
 * After we were away, Discord's history is read for chats with a room or a place in the line: who was told of the end, or asked for
 * it, and has not been told that a search goes on, may not believe that anybody hears.
 */
function hadReasonToBelieve(text: Text, { events }: PersonHistory): boolean {
  const before = events.slice(0, text.place)
  const turn = before.findLastIndex(
    (event) =>
      event.kind === 'did' ||
      (event.kind === 'notice' && (believable.has(event.notice) || endings.has(event.notice))),
  )
  const event = before[turn]
  return event?.kind === 'notice' && believable.has(event.notice)
}

const believable = new Set(['paired', 'in-room', 'waiting', 'still-waiting', 'still-waiting-said'])
