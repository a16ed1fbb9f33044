import type { Clock } from '../clock.ts'
import { platforms, type Platform } from '../core/platform.ts'
import type { UserId } from '../core/room.ts'
import { must } from '../lib/must.ts'

/** So many requests to one platform are under way at once; its further lanes wait their turn. */
const mostInFlight = 64

export interface Holds {
  /** Nothing goes to the platform until then; `Infinity` until the process ends. The longest hold counts. */
  hold(platform: Platform, until: number): void
  /** A request without an answer: while the platform is known to be out of reach, nothing more is risked on it until then. */
  doubt(platform: Platform, until: number): void
  /** A request had an answer. */
  trust(platform: Platform): void
  /** The platform has been lost or found again. */
  connected(platform: Platform, isConnected: boolean): void
  /** For one lane that is emptied. */
  pass(): Pass
  /** The lane is released when its platform takes something again. */
  park(platform: Platform, lane: UserId): void
  cancel(): void
}

/** A place among the requests that are under way, from the first that is admitted until the lane is left. */
export interface Pass {
  admit(platform: Platform): boolean
  /** Others may have the place until `resume`: files are being made ready, which asks nothing of the platform. */
  pause(): void
  /** Says whether the platform still takes something. */
  resume(): boolean
  leave(): void
}

interface Gate {
  until: number
  doubtedUntil: number
  isConnected: boolean
  inFlight: number
  cancelTimer: () => void
  readonly parked: Set<UserId>
}

/** What keeps lanes waiting for a whole platform: a hold, an outage, or too much under way. */
export function createHolds(clock: Clock, release: (lanes: Iterable<UserId>) => void): Holds {
  const gates = new Map<Platform, Gate>(
    platforms.map((platform) => [
      platform,
      {
        until: -Infinity,
        doubtedUntil: -Infinity,
        isConnected: true,
        inFlight: 0,
        cancelTimer: () => {},
        parked: new Set(),
      },
    ]),
  )
  const gateOf = (platform: Platform): Gate =>
    must(gates.get(platform), 'every platform has a gate')

  const isHeld = ({ until, doubtedUntil, isConnected }: Gate): boolean =>
    until > clock.now() || (doubtedUntil > clock.now() && !isConnected)
  const isShut = (gate: Gate): boolean => isHeld(gate) || gate.inFlight >= mostInFlight

  /** As many lanes as there are places; one that turns out to be empty gives its place on when it is left. */
  const reconsider = (gate: Gate): void => {
    if (isShut(gate) || gate.parked.size === 0) return
    const lanes = [...gate.parked].slice(0, mostInFlight - gate.inFlight)
    for (const lane of lanes) gate.parked.delete(lane)
    release(lanes)
  }

  /** Looks again when either has passed; a timer may come a little early. */
  const arm = (gate: Gate): void => {
    gate.cancelTimer()
    const ends = [gate.until, gate.doubtedUntil].filter((end) => end > clock.now())
    const next = Math.min(...ends)
    if (next === Infinity) return
    gate.cancelTimer = clock.after(next - clock.now(), () => {
      arm(gate)
      reconsider(gate)
    })
  }

  return {
    hold(platform, until) {
      const gate = gateOf(platform)
      if (until <= gate.until) return
      gate.until = until
      arm(gate)
    },
    doubt(platform, until) {
      const gate = gateOf(platform)
      gate.doubtedUntil = until
      arm(gate)
    },
    trust(platform) {
      const gate = gateOf(platform)
      gate.doubtedUntil = -Infinity
      reconsider(gate)
    },
    connected(platform, isConnected) {
      const gate = gateOf(platform)
      gate.isConnected = isConnected
      reconsider(gate)
    },
    pass() {
      let place: Gate | undefined
      return {
        admit(platform) {
          const gate = gateOf(platform)
          if (place ? isHeld(gate) : isShut(gate)) return false
          if (!place) gate.inFlight += 1
          place = gate
          return true
        },
        pause() {
          if (!place) return
          place.inFlight -= 1
          reconsider(place)
        },
        resume() {
          if (!place) return true
          place.inFlight += 1
          return !isHeld(place)
        },
        leave() {
          if (place) place.inFlight -= 1
          for (const gate of gates.values()) reconsider(gate)
        },
      }
    },
    park(platform, lane) {
      const gate = gateOf(platform)
      gate.parked.add(lane)
      reconsider(gate)
    },
    cancel() {
      for (const gate of gates.values()) gate.cancelTimer()
    },
  }
}
