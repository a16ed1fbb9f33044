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
 * Matches the texts that nobody was shown with the notices that say so, one notice for one text, oldest first. Where the room went on, no
 * notice makes up for a text that is missing. A notice that may be a repeated one (`isRepeat`) answers only what is left over by the others.
 */
export function matchAnswers(
  person: PersonHistory,
  stays: readonly Stay[],
  missing: readonly Text[],
  isRepeat: (place: number) => boolean,
): Answered {
  const { events, platform } = person
  const waiting = [...missing]
  const surplus: number[] = []
  let givenUp = 0
  const places = [...events.keys()].filter((place) => noticeAt(events, place) !== undefined)
  const byCertainty = [
    ...places.filter((place) => !isRepeat(place)),
    ...places.filter((place) => isRepeat(place)),
  ]
  for (const place of byCertainty) {
    const notice = noticeAt(events, place) ?? ''
    const isGivenUp = !answers.has(notice)
    const found = waiting.findIndex(
      (text) =>
        text.place < place &&
        (isGivenUp ? hasEnded(text, stays) : fits(notice, place, text, stays)),
    )
    if (found >= 0) {
      waiting.splice(found, 1)
      if (isGivenUp) givenUp += 1
    } else if (!isGivenUp) surplus.push(place)
  }
  const answered = missing.length - waiting.length
  const lost = waiting.filter((text) => platform === 'telegram' || hadReasonToBelieve(text, person))
  return { lost, answered, givenUp, surplus }
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
