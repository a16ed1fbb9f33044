import { endings, type PersonHistory, type StormEvent } from './history.ts'

export interface Repeat {
  readonly what: string
  /** The first copy was the last thing said before a restart, and this the first after it. */
  readonly isExcused: boolean
}

type Shown = Extract<StormEvent, { readonly at: number }>

/** Takes out what a person was shown again. */
export function withoutRepeats(
  person: PersonHistory,
  restarts: readonly number[],
): { readonly history: PersonHistory; readonly repeats: readonly Repeat[] } {
  const repeats: Repeat[] = []
  const events: StormEvent[] = []
  const shown = new Map<string, Shown>()
  let last: Shown | undefined
  let lastTurn: string | undefined
  for (const event of person.events) {
    if (event.kind === 'said' || event.kind === 'did') {
      events.push(event)
      continue
    }
    const key = keyOf(event)
    const isTurn =
      event.kind === 'notice' && (event.notice === 'paired' || endings.has(event.notice))
    const first = isTurn && lastTurn !== key ? undefined : key && shown.get(key)
    if (first) {
      repeats.push({
        what: `${person.name} was shown ${key} twice (${first.id}, ${event.id})`,
        isExcused: first === last && isAcrossRestart(first.at, event.at, restarts),
      })
      continue
    }
    if (key !== undefined) shown.set(key, event)
    if (isTurn) lastTurn = key
    last = event
    events.push(event)
  }
  return { history: { ...person, events }, repeats }
}

export const isAcrossRestart = (
  first: number,
  second: number,
  restarts: readonly number[],
): boolean => restarts.some((restart) => first <= restart && restart <= second)

/** What can be shown to somebody once only; other notices may rightly come again. */
function keyOf(event: Shown): string | undefined {
  switch (event.kind) {
    case 'words':
      return `${event.author}#${event.number}.${event.pieces.join('+')}`
    case 'notice':
      return event.notice === 'paired' || endings.has(event.notice)
        ? `${event.notice} ${event.partner}`
        : undefined
    default:
      return undefined
  }
}
