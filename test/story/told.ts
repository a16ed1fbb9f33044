import { parse } from '../../adapters/discord/parse.ts'
import { emptyPortrait } from '../../src/core/settings.ts'
import { freshlyWaiting } from '../../src/core/waiting.ts'
import { usualSettings } from '../support/situations.ts'
import { limits } from '../../src/core/limits.ts'
import { noticeMark } from '../../src/core/notice-mark.ts'
import type { Notice } from '../../src/core/notice.ts'
import { platforms } from '../../src/core/platform.ts'
import { say } from '../../src/text/say.ts'
import type { SandboxPerson } from '../../src/sandbox/person.ts'

const blank = '\u0000'
const blankHandle = '\u0001'
const profile = { gender: 'unsaid', seeking: 'anyone' } as const

/** Every wording that a notice of this name can have, with gaps where a pseudonym stands. */
function wordings(name: string): readonly string[] {
  const facts = { operatorContact: 'hello@passerby.example' }
  const samples = [
    {
      said: true,
      searching: true,
      why: 'rejected',
      what: 'contact',
      about: 'file',
      settings: usualSettings,
      rated: 'up',
      again: false,
    },
    {
      said: false,
      searching: false,
      why: 'unknown',
      what: 'unknown',
      about: 'place',
      settings: { ...usualSettings, mediaWish: 'open' },
      again: true,
      state: { ...freshlyWaiting, isAnyoneFine: true },
    },
  ]
  // A question is drawn for each room.
  const numbers = name === 'topic' ? Array.from({ length: limits.topics }, (_, i) => i + 1) : [1]
  const forms = numbers.flatMap((number) =>
    platforms.flatMap((platform) => samples.map((sample) => ({ ...sample, number, platform }))),
  )
  return forms.map((sample) => {
    // The table names notices by kind alone; what else a kind needs is all here.
    const notice = {
      kind: name,
      partner: blank,
      handle: blankHandle,
      room: 1,
      id: 1,
      profile,
      // Who says nothing is taken to speak what the service speaks with them.
      portrait: { ...emptyPortrait, languages: ['en'] },
      state: freshlyWaiting,
      bio: '',
      languages: [],
      interests: [],
      page: 0,
      card: {
        pseudonym: blank,
        bio: '',
        sharedInterests: [],
        sharedLanguages: ['en'],
        again: false,
      },
      ...sample,
    } as unknown as Notice
    return say(notice, facts, 'en').text.text
  })
}

/** What a person reads, without the markup of their app. */
export const readable = (person: SandboxPerson, text: string): string =>
  person.platform === 'discord' ? parse(text).text : text

/** Whether `text` is the notice of that name. */
function isNotice(name: string, text: string): boolean {
  return wordings(name).some((wording) => {
    const pieces = wording
      .split(blank)
      .map((piece) => piece.split(blankHandle).map(RegExp.escape).join('[\\w.]+'))
    return new RegExp(`^${pieces.join('[A-Z][a-z]+ [A-Z][a-z]+')}$`).test(text)
  })
}

/** A long one may arrive in pieces: the first stands for it, and the others are this. */
export const furtherPiece = '…'

const atLeastForPieces = 500

const withoutMark = (text: string): string => text.replace(new RegExp(`^${noticeMark} `), '')

function isPiece(name: string, text: string): boolean {
  const words = withoutMark(text)
  return wordings(name).some((wording) => wording.length > text.length && wording.includes(words))
}

export function nameOfNotice(names: readonly string[], text: string): string {
  const whole = names.find((name) => isNotice(name, text))
  if (whole !== undefined) return whole
  const piece = names.find((name) => isPiece(name, text))
  if (piece === undefined) return text
  const isFirst = wordings(piece).some((wording) => wording.startsWith(text))
  return isFirst && text.length > atLeastForPieces ? piece : furtherPiece
}
