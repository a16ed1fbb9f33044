import { parse } from '../../adapters/discord/parse.ts'
import { emptyPortrait } from '../../src/core/settings.ts'
import { freshlyWaiting } from '../../src/core/waiting.ts'
import { usualSettings } from '../support/situations.ts'
import type { Notice } from '../../src/core/notice.ts'
import { say } from '../../src/text/say.ts'
import type { SandboxPerson } from '../../src/sandbox/person.ts'

const blank = '\u0000'
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
    },
    {
      said: false,
      searching: false,
      why: 'unknown',
      what: 'unknown',
      about: 'place',
      settings: { ...usualSettings, mediaWish: 'open' },
      state: { ...freshlyWaiting, isAnyoneFine: true },
    },
  ]
  return samples.map((sample) => {
    // The table names notices by kind alone; what else a kind needs is all here.
    const notice = {
      kind: name,
      partner: blank,
      room: 1,
      id: 1,
      profile,
      portrait: emptyPortrait,
      state: freshlyWaiting,
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
    const pieces = wording.split(blank).map((piece) => RegExp.escape(piece))
    return new RegExp(`^${pieces.join('[A-Z][a-z]+ [A-Z][a-z]+')}$`).test(text)
  })
}

export const nameOfNotice = (names: readonly string[], text: string): string =>
  names.find((name) => isNotice(name, text)) ?? text
