import type { SandboxPerson } from '../../src/sandbox/person.ts'
import type { SandboxServer } from '../../src/sandbox/server.ts'

/** What of a person must never reach anybody else: who they are on their platform. */
export const canariesOf = ({ id, name, username }: SandboxPerson): readonly string[] => [
  id,
  name,
  username,
]

/** From this request on one person may be told by what name another is found: both have agreed. */
export interface SwappedName {
  readonly name: string
  readonly to: string
  readonly fromRequest: number
}

/** Every request to one person that names another who has not agreed to it; empty is as it must be. */
export function findLeaks(
  servers: readonly SandboxServer[],
  swapped: readonly SwappedName[] = [],
): readonly string[] {
  const people = servers.flatMap((server) => server.people)
  return servers.flatMap((server) =>
    server.requests.flatMap(({ method, person, body }, at) => {
      if (person === undefined) return []
      const own = people.filter(({ id }) => id === person).flatMap(canariesOf)
      const told = swapped.filter(({ to, fromRequest }) => to === person && at >= fromRequest)
      // One name may begin another: what may be said is taken out first, the longest first.
      const allowed = [...own, ...told.map(({ name }) => name)].toSorted(
        (a, b) => b.length - a.length,
      )
      // Discord's markdown puts backslashes into names.
      let sent = JSON.stringify(body ?? '').replaceAll('\\', '')
      for (const name of allowed) if (name !== '') sent = sent.replaceAll(name, '\u0000')
      return (
        people
          .filter((other) => other.id !== person)
          .flatMap(canariesOf)
          // Not everybody on Telegram has a username.
          .filter((canary) => canary !== '' && sent.includes(canary))
          .map(
            (canary) => `${server.platform} ${method} told somebody "${canary}" of somebody else`,
          )
      )
    }),
  )
}
