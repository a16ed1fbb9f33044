// What a tap means, as the data of a button. Data comes back from anybody and at any age: what does not read exactly is no tap.

import { commands } from './command.ts'
import type { Tap } from './notice.ts'
import { mediaWishes } from './media-wish.ts'
import { genders, seekings } from './profile.ts'

/** Names this form of the data: a button of another form is an old button. */
const prefix = '1'
const highestId = 2 ** 48

/** At most 64 bytes of ASCII. */
export function writeTap(tap: Tap): string {
  switch (tap.kind) {
    case 'age':
      return join('age', tap.adult ? 'adult' : 'minor')
    case 'gender':
      return join('gender', tap.gender)
    case 'seeking':
      return join('seeking', tap.seeking)
    case 'media':
      return join('media', tap.wish)
    case 'change':
      return join('change', tap.what)
    case 'consent':
      return join(tap.isGiven ? 'send' : 'drop', String(tap.id))
    case 'command':
      return join('command', tap.command)
    case 'confirm-next':
    case 'block':
    case 'confirm-block':
      return join(tap.kind, String(tap.room))
    case 'cancel':
    case 'stay':
    case 'confirm-forget':
    case 'never-mind':
      return join(tap.kind)
  }
}

export function readTap(data: string): Tap | undefined {
  const [version, kind, value, ...rest] = data.split(':')
  if (version !== prefix || rest.length > 0) return undefined
  return value === undefined ? readBare(kind) : readValue(kind, value)
}

function readBare(kind: string | undefined): Tap | undefined {
  switch (kind) {
    case 'cancel':
    case 'stay':
    case 'confirm-forget':
    case 'never-mind':
      return { kind }
    default:
      return undefined
  }
}

function readValue(kind: string | undefined, value: string): Tap | undefined {
  switch (kind) {
    case 'age':
      return value === 'adult' || value === 'minor' ? { kind, adult: value === 'adult' } : undefined
    case 'gender':
      return found(genders, value, (gender) => ({ kind, gender }))
    case 'seeking':
      return found(seekings, value, (seeking) => ({ kind, seeking }))
    case 'change':
      return found(['gender', 'seeking', 'media'], value, (what) => ({ kind, what }))
    case 'media':
      return found(mediaWishes, value, (wish) => ({ kind, wish }))
    case 'send':
    case 'drop': {
      const id = readId(value)
      return id === undefined ? undefined : { kind: 'consent', id, isGiven: kind === 'send' }
    }
    case 'command':
      return found(commands, value, (command) => ({ kind, command }))
    case 'confirm-next':
    case 'block':
    case 'confirm-block': {
      const room = readId(value)
      return room === undefined ? undefined : { kind, room }
    }
    default:
      return undefined
  }
}

function readId(value: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,14})$/.test(value)) return undefined
  const id = Number(value)
  return id <= highestId ? id : undefined
}

function found<T extends string>(
  values: readonly T[],
  value: string,
  tap: (value: T) => Tap,
): Tap | undefined {
  const known = values.find((candidate) => candidate === value)
  return known === undefined ? undefined : tap(known)
}

const join = (...parts: readonly string[]): string => [prefix, ...parts].join(':')
