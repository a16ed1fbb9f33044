import { setTimeout as pause } from 'node:timers/promises'
import { saying } from './sayings.ts'
import type { Station } from './station.ts'

export type Pace =
  | { readonly kind: 'steady'; readonly perSecond: number }
  /** As fast as the bot can, with never more than so many unanswered. */
  | { readonly kind: 'flood'; readonly unanswered: number }

export interface Conversation {
  readonly durationMs: number
  /** From the moment a person says something to the moment the bot has posted it. */
  readonly delaysMs: readonly number[]
}

const patienceMs = 60_000

/** So many messages by people in turn; ends when the last is posted. Fails when one is lost or doubled. */
export async function converse(station: Station, count: number, pace: Pace): Promise<Conversation> {
  const saidAt = new Map<number, number>()
  const delaysMs: number[] = []
  const { promise: done, resolve, reject } = Promise.withResolvers<void>()
  let said = 0
  const sayNext = (): void => {
    const number = said
    said += 1
    saidAt.set(number, performance.now())
    station.people[number % station.people.length]?.say(saying(number))
  }
  const stop = station.onPosted((number) => {
    const at = saidAt.get(number)
    if (at === undefined) return reject(new Error(`${station.name} posted message ${number} twice`))
    saidAt.delete(number)
    delaysMs.push(performance.now() - at)
    if (delaysMs.length === count) resolve()
    else if (pace.kind === 'flood' && said < count) sayNext()
  })
  const patience = setTimeout(
    () => reject(new Error(`${station.name} posted ${delaysMs.length} of ${count} messages`)),
    patienceMs + (pace.kind === 'steady' ? (count * 1000) / pace.perSecond : 0),
  )
  try {
    const startedAt = performance.now()
    if (pace.kind === 'flood') while (said < Math.min(count, pace.unanswered)) sayNext()
    else await speakSteadily(count, pace.perSecond, sayNext)
    await done
    return { durationMs: performance.now() - startedAt, delaysMs }
  } finally {
    clearTimeout(patience)
    stop()
  }
}

/** Keeps to the schedule however late a timer is. */
async function speakSteadily(count: number, perSecond: number, say: () => void): Promise<void> {
  const startedAt = performance.now()
  for (let said = 0; said < count;) {
    const due = Math.floor(((performance.now() - startedAt) * perSecond) / 1000) + 1
    for (; said < Math.min(due, count); said += 1) say()
    await pause(Math.max(0, startedAt + (said * 1000) / perSecond - performance.now()))
  }
}
