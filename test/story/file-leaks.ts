// What the made-up files say of their owner is looked for in everything that was uploaded.

import type { Character } from '../support/character.ts'
import type { World } from '../support/world.ts'

/** As the sample files name whoever made them, in tags and in their names. */
const owner = /sandbox[ _]owner/i

/** What of the author went to the partner with files: their tags, their names, the names of the author. Empty is as it must be. */
export function ownerTold(world: World, partner: Character, author: Character): readonly string[] {
  const { id, name, username } = author.person
  return [world.telegramServer, world.discordServer].flatMap(({ requests }) =>
    requests
      .filter(({ person }) => person === partner.person.id)
      .flatMap(({ method, body }) => {
        const told = [JSON.stringify(body ?? ''), ...uploads(body).map(inLatin)].join('\n')
        const isTold = owner.test(told) || [id, name, username].some((word) => told.includes(word))
        return isTold ? [method] : []
      }),
  )
}

const inLatin = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes).toString('latin1')
  // As UTF-16 as well: without its zeros.
  return `${text}\n${text.replaceAll('\0', '')}`
}

/** Bytes are kept beside what is printed of a request. */
function uploads(value: unknown): readonly Uint8Array[] {
  if (typeof value !== 'object' || value === null) return []
  if (value instanceof Uint8Array) return [value]
  const bytes: unknown = Reflect.get(value, 'bytes')
  if (bytes instanceof Uint8Array) return [bytes]
  return Object.values(value).flatMap(uploads)
}
