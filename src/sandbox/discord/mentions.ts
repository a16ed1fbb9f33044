import type { WireUser } from './wire-user.ts'

/** Whom a text mentions by `<@id>`, of those who are here. */
export function mentionsIn(content: string, here: readonly WireUser[]): readonly WireUser[] {
  return here.filter(
    (user) => content.includes(`<@${user.id}>`) || content.includes(`<@!${user.id}>`),
  )
}
