import type { SimulatedPerson } from './simulated-person.ts'

/** Two ids. */
export type Pair = readonly [number, number]

export type Pairs = readonly Pair[]

/**
 * Who decides which of those who wait meet. It is told what happens in the order of the virtual clock, one call at a time; `now` is in
 * milliseconds and never goes back. Only who has joined, has not left and is in no pair yet may be paired: `simulate` throws otherwise.
 */
export interface Policy extends AsyncDisposable {
  /** Somebody joins the line. The pairs it answers are rooms opened at `now`; any two who wait, not only `person`. */
  join(person: SimulatedPerson, now: number): Pairs | Promise<Pairs>
  /** Somebody who waits gives up. Never called for who has been paired. */
  leave(id: number, now: number): void | Promise<void>
  /** Called at the moment that `nextDueAt` named. Must pair somebody or move that moment on: `simulate` throws otherwise. */
  tick(now: number): Pairs | Promise<Pairs>
  /** When it wants to be called though nobody comes or goes. Asked anew after every other call. */
  nextDueAt(): number | undefined
}

/** A policy by its name in the report; a line of its own for each run. */
export interface PolicyKind {
  readonly name: string
  open(): Policy | Promise<Policy>
}
