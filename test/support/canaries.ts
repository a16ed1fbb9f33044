import type { SandboxPerson } from '../../src/sandbox/person.ts'
import type { SandboxServer } from '../../src/sandbox/server.ts'

/** What of a person must never reach anybody else: who they are on their platform. */
export const canariesOf = ({ id, name, username }: SandboxPerson): readonly string[] => [
  id,
  name,
  username,
]

/** Every request to one person that names another; empty is as it must be. */
export function findLeaks(servers: readonly SandboxServer[]): readonly string[] {
  const people = servers.flatMap((server) => server.people)
  return servers.flatMap((server) =>
    server.requests.flatMap(({ method, person, body }) => {
      if (person === undefined) return []
      // Discord's markdown puts backslashes into names.
      const sent = JSON.stringify(body ?? '').replaceAll('\\', '')
      return people
        .filter((other) => other.id !== person)
        .flatMap(canariesOf)
        .filter((canary) => sent.includes(canary))
        .map((canary) => `${server.platform} ${method} told somebody "${canary}" of somebody else`)
    }),
  )
}
