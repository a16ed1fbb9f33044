import type { SeenMessage } from '../../src/sandbox/person.ts'
import { wordingIn } from '../../src/text/catalogue.ts'
import type { Character } from '../support/character.ts'
import { readable } from './told.ts'

// What people see: buttons, and texts as they read.

/** In English. */
export const label = (id: string): string => wordingIn('en').plain(`button-${id}`)
export const read = (person: Character, { text }: SeenMessage): string =>
  readable(person.person, text)
export const labels = ({ buttons }: SeenMessage): readonly string[] =>
  buttons.flat().map(({ label }) => label)

/** A screen as it reads now, however old its message is. */
export function screen(person: Character, button: string): SeenMessage {
  const message = person.person.chat.findLast((each) =>
    labels(each).some((one) => one.startsWith(button)),
  )
  if (!message) throw new Error(`No screen has a button "${button}"`)
  return message
}
