// Judges a storm by what people saw: what was lost, misdelivered, reordered, shown after the end or twice. Pure.
// Lost is an accepted message that its author's partner was not wholly shown and that no notice to its author accounts for: history-answers.ts.

import { tornAlbums } from './history-albums.ts'
import { matchAnswers } from './history-answers.ts'
import { electPairs, pairOf, stayAt, textsOf, type Text } from './history-partners.ts'
import { isAcrossRestart, withoutRepeats } from './history-repeats.ts'
import { endings, type PersonHistory, staysOf, type StormEvent } from './history.ts'

export interface Recorded {
  readonly people: readonly PersonHistory[]
  /** When the product was started again, epoch milliseconds. */
  readonly restarts: readonly number[]
  /** How many sends to Telegram were under way at the kills. */
  readonly inFlightOnTelegram: number
}

export interface Verdict {
  readonly accepted: number
  readonly shown: number
  readonly answered: number
  readonly givenUp: number
  readonly filesAccepted: number
  readonly filesShown: number
  /** On Telegram, across a restart, of what was under way: as promised. */
  readonly repeatedOnTelegram: number
  readonly allowedOnTelegram: number
  readonly violations: {
    readonly lost: readonly string[]
    readonly misdelivered: readonly string[]
    readonly reordered: readonly string[]
    /** Albums of which the parts were shown apart, though nothing happened between. */
    readonly torn: readonly string[]
    readonly afterTheEnd: readonly string[]
    readonly duplicatesOnDiscord: readonly string[]
    readonly duplicatesOnTelegram: readonly string[]
    readonly unexpected: readonly string[]
  }
}

type Words = Extract<StormEvent, { kind: 'words' }>

interface Showing {
  readonly text: Text
  readonly words: Words
  readonly reader: string
  /** The reader's stay, if one was open. */
  readonly stay: number | undefined
}

export function isClean({ violations }: Verdict): boolean {
  return Object.values(violations).every((list) => list.length === 0)
}

export function checkHistory({ people, restarts, inFlightOnTelegram }: Recorded): Verdict {
  const found = {
    lost: new Array<string>(),
    misdelivered: new Array<string>(),
    reordered: new Array<string>(),
    torn: new Array<string>(),
    afterTheEnd: new Array<string>(),
    duplicatesOnDiscord: new Array<string>(),
    duplicatesOnTelegram: new Array<string>(),
    unexpected: new Array<string>(),
  }
  let repeatedOnTelegram = 0
  const noteRepeat = (platform: string, what: string, isExcused: boolean): void => {
    if (platform === 'discord') found.duplicatesOnDiscord.push(what)
    else if (isExcused) repeatedOnTelegram += 1
    else found.duplicatesOnTelegram.push(what)
  }

  const cleaned = people.map((person) => {
    const { history, repeats } = withoutRepeats(person, restarts)
    for (const { what, isExcused } of repeats) noteRepeat(person.platform, what, isExcused)
    return { history, stays: staysOf(history), texts: textsOf(history) }
  })
  const texts = new Map(
    cleaned.flatMap((person) => person.texts).map((text) => [tag(text.author, text.number), text]),
  )

  const showings: Showing[] = []
  for (const { history, stays } of cleaned) {
    found.unexpected.push(...oddities(history))
    for (const [place, event] of history.events.entries()) {
      if (event.kind !== 'words') continue
      const text = texts.get(tag(event.author, event.number))
      if (!text) {
        found.unexpected.push(
          `${history.name} was shown ${tag(event.author, event.number)}, which nobody said`,
        )
        continue
      }
      const stay = stayAt(stays, place)?.index
      showings.push({ text, words: event, reader: history.name, stay })
      if (stay === undefined)
        found.afterTheEnd.push(`${history.name} was shown ${event.id} ${tagOf(text)} in no room`)
    }
  }

  const pairsOf = ({ text, reader, stay }: Showing): readonly string[] =>
    stay === undefined ? [] : text.stays.map((own) => pairOf(text.author, own, reader, stay))
  const elected = electPairs(showings.map((showing) => ({ pairs: pairsOf(showing) })))
  const isRight = (showing: Showing): boolean =>
    showing.stay === undefined
      ? showing.reader !== showing.text.author
      : pairsOf(showing).some((pair) => elected.has(pair))
  for (const showing of showings)
    if (!isRight(showing))
      found.misdelivered.push(
        `${showing.reader} was shown ${showing.words.id} ${tagOf(showing.text)} of somebody who was not their partner`,
      )

  found.reordered.push(...inversions(showings))

  const delivered = Map.groupBy(showings.filter(isRight), ({ text }) => text)
  found.torn.push(...tornAlbums(delivered, restarts))
  const whole = new Set<Text>()
  for (const text of texts.values()) {
    const own = delivered.get(text) ?? []
    if (!isWhole(text, own)) continue
    whole.add(text)
    const shown = own.map(({ words }) => words.text).join('')
    const kinds = own.map(({ words }) => words.kinds ?? '').join('')
    if (shown !== text.text) found.unexpected.push(`${tagOf(text)} was shown with other words`)
    if (kinds !== text.files.kinds)
      found.unexpected.push(`${tagOf(text)} was shown with other files: ${kinds}`)
  }

  let answered = 0
  let givenUp = 0
  for (const { history, stays, texts: own } of cleaned) {
    const missing = own.filter((text) => !whole.has(text))
    const mayRepeat = (place: number): boolean => repeatsAnswer(history, place, restarts)
    const matched = matchAnswers(history, stays, missing, mayRepeat)
    answered += matched.answered
    givenUp += matched.givenUp
    for (const text of matched.lost) found.lost.push(describeLoss(text, delivered.get(text) ?? []))
    for (const place of matched.surplus) {
      const event = history.events[place]
      const told = event?.kind === 'notice' ? `${event.id} ${event.notice}` : 'something'
      const what = `${history.name} was told ${told} of what was heard or told of before`
      if (mayRepeat(place)) noteRepeat(history.platform, what, true)
      else found.unexpected.push(what)
    }
  }
  if (repeatedOnTelegram > inFlightOnTelegram) {
    found.duplicatesOnTelegram.push(
      `${repeatedOnTelegram} were shown twice, with ${inFlightOnTelegram} under way at the kills`,
    )
  }
  return {
    accepted: texts.size,
    shown: whole.size,
    answered,
    givenUp,
    filesAccepted: filesOf(texts.values()),
    filesShown: filesOf(whole),
    repeatedOnTelegram,
    allowedOnTelegram: inFlightOnTelegram,
    violations: found,
  }
}

const filesOf = (texts: Iterable<Text>): number =>
  [...texts].reduce((total, { files }) => total + files.count, 0)

const tag = (author: string, number: number): string => `${author}#${number}`
const tagOf = ({ author, number }: Text): string => tag(author, number)

function isWhole(text: Text, showings: readonly Showing[]): boolean {
  const pieces = new Set(showings.flatMap(({ words }) => words.pieces))
  return Array.from({ length: text.pieces }, (_, i) => i + 1).every((piece) => pieces.has(piece))
}

function describeLoss(text: Text, showings: readonly Showing[]): string {
  const pieces = new Set(showings.flatMap(({ words }) => words.pieces)).size
  const shown = pieces === 0 ? 'never shown' : `shown in ${pieces} of ${text.pieces} pieces`
  return `${tagOf(text)} was ${shown} and its author not told`
}

/** By recipient and author, in the order of the recipient's chat. Words stand under the first file, wherever the others are. */
function inversions(showings: readonly Showing[]): readonly string[] {
  const latest = new Map<string, { readonly number: number; readonly piece: number }>()
  const found: string[] = []
  for (const { reader, text, words } of showings) {
    const pair = `${reader} ${text.author}`
    for (const piece of words.pieces) {
      const isFile = piece <= text.files.count
      const message = latest.get(pair)
      const part = latest.get(`${pair} ${tagOf(text)} ${isFile}`)
      const before = message && message.number > text.number ? message : part
      if (before && (before !== part || before.piece >= piece)) {
        found.push(
          `${reader} was shown ${tagOf(text)}.${piece} after ${tag(text.author, before.number)}.${before.piece}`,
        )
        continue
      }
      latest.set(pair, { number: text.number, piece })
      latest.set(`${pair} ${tagOf(text)} ${isFile}`, { number: text.number, piece })
    }
  }
  return found
}

/** What no run of the product should show. */
function oddities({ name, events }: PersonHistory): readonly string[] {
  const found: string[] = []
  let partner: string | undefined
  let isIn = false
  for (const event of events) {
    if (event.kind === 'strange') found.push(`${name} was shown something strange: ${event.text}`)
    if (event.kind !== 'notice') continue
    if (event.notice === 'our-fault') found.push(`${name} was told of a fault of ours`)
    if (event.notice === 'paired') {
      if (isIn) found.push(`${name} was paired with ${event.partner} while with ${partner}`)
      partner = event.partner
      isIn = true
    } else if (endings.has(event.notice)) {
      if (!isIn) found.push(`${name} was told of the end of a room with ${event.partner} in none`)
      else if (event.partner !== partner)
        found.push(`${name} was told of ${event.partner} while with ${partner}`)
      isIn = false
    }
  }
  return found
}

/** Whether the answer at `place` is the same as the one before it, with nothing but a restart between. */
function repeatsAnswer(
  { events }: PersonHistory,
  place: number,
  restarts: readonly number[],
): boolean {
  const event = events[place]
  const before = events.slice(0, place).findLast(({ kind }) => kind !== 'said' && kind !== 'did')
  return (
    event?.kind === 'notice' &&
    before?.kind === 'notice' &&
    before.notice === event.notice &&
    isAcrossRestart(before.at, event.at, restarts)
  )
}
