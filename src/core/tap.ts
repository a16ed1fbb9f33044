// What a tap means, as the data of a button. Data comes back from anybody and at any age: what does not read exactly is no tap.

import { commands } from './command.ts'
import { curatedInterests, interestPages } from './interest.ts'
import { languages } from './language.ts'
import { locales } from './locale.ts'
import { changeables, type Tap } from './notice.ts'
import { mediaWishes } from './media-wish.ts'
import { genders, seekings, soughts } from './profile.ts'
import { platformWishes, promptKinds, switches } from './settings.ts'

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
    case 'toggle-sought':
      return join('sought', tap.sought)
    case 'media':
    case 'platform':
      return join(tap.kind, tap.wish)
    case 'switch':
    case 'change':
      return join(tap.kind, tap.what)
    case 'prompt':
      return join('prompt', tap.locale === undefined ? tap.what : `${tap.what}.${tap.locale}`)
    case 'language':
      return join('language', tap.language)
    case 'interest':
      return join('interest', `${tap.interest}.${tap.page}`)
    case 'drop-interest':
      return join('drop-interest', String(tap.at))
    case 'interests-page':
      return join('interests-page', String(tap.page))
    case 'locale':
      return join('locale', tap.locale)
    case 'rate':
      return join(tap.isUp ? 'up' : 'down', String(tap.room))
    case 'consent':
      return join(tap.isGiven ? 'send' : 'drop', String(tap.id))
    case 'command':
      return join('command', tap.command)
    case 'confirm-next':
    case 'block':
    case 'confirm-block':
    case 'again':
    case 'share':
    case 'unshare':
      return join(tap.kind, String(tap.room))
    case 'confirm-share':
      return join(tap.kind, `${tap.room}.${tap.handle}`)
    case 'cancel':
    case 'stay':
    case 'confirm-forget':
    case 'never-mind':
    case 'clear-bio':
    case 'back-to-settings':
    case 'widen':
    case 'keep-waiting':
      return join(tap.kind)
  }
}

export function readTap(data: string): Tap | undefined {
  const [version, kind, value, ...rest] = data.split(':')
  if (version !== prefix || rest.length > 0) return undefined
  return value === undefined ? readBare(kind) : readValue(kind, value)
}

/** Taps that say all by their kind. */
const bare = [
  'cancel',
  'stay',
  'confirm-forget',
  'never-mind',
  'clear-bio',
  'back-to-settings',
  'widen',
  'keep-waiting',
] as const

function readBare(kind: string | undefined): Tap | undefined {
  const known = bare.find((each) => each === kind)
  return known && { kind: known }
}

function readValue(kind: string | undefined, value: string): Tap | undefined {
  switch (kind) {
    case 'age':
      return value === 'adult' || value === 'minor' ? { kind, adult: value === 'adult' } : undefined
    case 'gender':
      return found(genders, value, (gender) => ({ kind, gender }))
    case 'seeking':
      return found(seekings, value, (seeking) => ({ kind, seeking }))
    case 'sought':
      return found(soughts, value, (sought) => ({ kind: 'toggle-sought', sought }))
    case 'change':
      return found(changeables, value, (what) => ({ kind, what }))
    case 'media':
      return found(mediaWishes, value, (wish) => ({ kind, wish }))
    case 'platform':
      return found(platformWishes, value, (wish) => ({ kind, wish }))
    case 'switch':
      return found(switches, value, (what) => ({ kind, what }))
    case 'prompt':
      return readPrompt(value)
    case 'language':
      return found(languages, value, (language) => ({ kind, language }))
    case 'locale':
      return found(locales, value, (locale) => ({ kind, locale }))
    case 'interest':
      return readInterest(value)
    case 'drop-interest':
      return given(readId(value), (at) => ({ kind, at }))
    case 'interests-page':
      return given(readPage(value), (page) => ({ kind, page }))
    case 'up':
    case 'down':
      return given(readId(value), (room) => ({ kind: 'rate', room, isUp: kind === 'up' }))
    case 'send':
    case 'drop':
      return given(readId(value), (id) => ({ kind: 'consent', id, isGiven: kind === 'send' }))
    case 'command':
      return found(commands, value, (command) => ({ kind, command }))
    case 'confirm-next':
    case 'block':
    case 'confirm-block':
    case 'again':
    case 'share':
    case 'unshare':
      return given(readId(value), (room) => ({ kind, room }))
    case 'confirm-share':
      return readShare(value)
    default:
      return undefined
  }
}

/** A handle may have dots in it. */
function readShare(value: string): Tap | undefined {
  const [, number = '', handle = ''] = /^(\d+)\.([\w.]{1,32})$/.exec(value) ?? []
  return given(readId(number), (room) => ({ kind: 'confirm-share', room, handle }))
}

function readPage(value: string | undefined): number | undefined {
  const page = readId(value ?? '')
  return page !== undefined && page < interestPages ? page : undefined
}

function readInterest(value: string): Tap | undefined {
  const [name, at, ...rest] = value.split('.')
  const page = readPage(at)
  if (name === undefined || page === undefined || rest.length > 0) return undefined
  return found(curatedInterests, name, (interest) => ({ kind: 'interest', interest, page }))
}

function readPrompt(value: string): Tap | undefined {
  const [name = '', language, ...rest] = value.split('.')
  const locale = locales.find((each) => each === language)
  if (locale !== language || rest.length > 0) return undefined
  return found(promptKinds, name, (what) => ({ kind: 'prompt', what, locale }))
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
  return given(
    values.find((candidate) => candidate === value),
    tap,
  )
}

const given = <T>(value: T | undefined, tap: (value: T) => Tap): Tap | undefined =>
  value === undefined ? undefined : tap(value)

const join = (...parts: readonly string[]): string => [prefix, ...parts].join(':')
