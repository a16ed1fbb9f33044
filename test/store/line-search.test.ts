import fc from 'fast-check'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Candidate, choosePartner, type Ticket } from '../../src/core/matchmaking.ts'
import { platformWishes } from '../../src/core/settings.ts'
import { languages } from '../../src/core/language.ts'
import { platforms } from '../../src/core/platform.ts'
import type { UserId } from '../../src/core/room.ts'
import { scarceAmong } from '../../src/core/scarcity.ts'
import { openKeyring } from '../../src/keyring.ts'
import { must } from '../../src/lib/must.ts'
import { databaseOn } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { pairDue } from '../../src/store/pair-due.ts'
import { createParts, type Parts } from '../../src/store/parts.ts'
import { silentPairing } from '../support/pairing-plan.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const now = 100_000
const people = 14

async function createScene() {
  const folder = temporaryFolder()
  const sqlite = openDatabase(path.join(folder, 'test.db'))
  onTestFinished(() => void sqlite.close())
  await migrate(sqlite)
  sqlite.pragma('synchronous = OFF')
  const keyring = openKeyring({
    identityKeysFile: path.join(folder, 'identity.json'),
    contentKeysFile: path.join(folder, 'content.json'),
    belongsToDatabase: false,
  })
  const parts = createParts(
    databaseOn(sqlite, keyring, () => 0),
    () => [],
  )
  for (let user = 1; user <= people; user += 1) {
    sqlite.prepare(`INSERT INTO lane (platform, address) VALUES ('telegram', x'00')`).run()
    sqlite
      .prepare(`INSERT INTO user (id, identity, platform, created_on) VALUES (?, ?, 'telegram', 0)`)
      .run(user, keyring.hash('identity', String(user)))
  }
  const blockPair = sqlite.prepare('INSERT OR IGNORE INTO blocked_pair (pair) VALUES (?)')
  return {
    parts,
    /** On a line of these alone, undone afterwards. */
    during<T>(
      tickets: readonly Ticket[],
      blocked: readonly (readonly [UserId, UserId])[],
      run: () => T,
    ): T {
      sqlite.exec('BEGIN')
      try {
        for (const ticket of tickets) {
          parts.line.open(ticket, now)
          if (ticket.user !== 1) parts.line.markTried({ ...ticket, widened: true }, now)
        }
        for (const [a, b] of blocked) blockPair.run(parts.blocks.pairOf(a, b))
        return run()
      } finally {
        sqlite.exec('ROLLBACK')
      }
    },
  }
}

const anyTicket = (user: UserId): fc.Arbitrary<Ticket> =>
  fc.record({
    user: fc.constant(user),
    platform: fc.constantFrom(...platforms),
    gender: fc.constantFrom('woman' as const, 'man' as const),
    seeking: fc.constantFrom('women' as const, 'men' as const, 'anyone' as const),
    platformWish: fc.constantFrom(...platformWishes.slice(0, 2)),
    since: fc.integer({ min: now - 30_000, max: now }),
    languages: fc.uniqueArray(fc.constantFrom(...languages.slice(0, 3)), { minLength: 1 }),
    interests: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
    standing: fc.constantFrom(-0.5, 0, 0.5),
    widened: fc.boolean(),
  })
const anyLine = fc.tuple(...Array.from({ length: people }, (_, at) => anyTicket(at + 1)))
const anyBlocked = fc.array(fc.integer({ min: 2, max: people }).map((other) => [1, other] as const))

/** Whom the first is given when everybody who stands in front is compared, with what is known of all of them. */
function givenByAll(parts: Parts, ticket: Ticket): Candidate | undefined {
  const waiting = parts.line.waitingOfEach()
  const candidates = parts.line.candidates(ticket, waiting, (other) =>
    parts.blocks.isBlocked(parts.blocks.pairOf(ticket.user, other.user))
      ? undefined
      : { ticket: other, metBefore: false },
  )
  return choosePartner(ticket, candidates, scarceAmong(waiting), now)
}

/** Whom the first is really given: what `enterRoom` would do is stopped before it. */
function given(parts: Parts): UserId | undefined {
  let chosen: UserId | undefined
  const plan = silentPairing(now, () => 1, {
    choose(...args) {
      const partner = choosePartner(...args)
      chosen = partner?.ticket.user
      return partner
    },
  })
  pairDue(
    { ...parts, rooms: { ...parts.rooms, open: () => undefined } },
    { attempt: (part) => ({ value: part() }) },
    plan,
  )
  return chosen
}

test('who is compared first is compared as everybody would be', async () => {
  const { parts, during } = await createScene()
  fc.assert(
    fc.property(anyLine, (line) => {
      const expected = during(line, [], () => givenByAll(parts, must(line[0], 'the first asks')))
      expect(during(line, [], () => given(parts))).toBe(expected?.ticket.user)
    }),
  )
})

test('whoever stands behind people who are blocked is found all the same', async () => {
  const { parts, during } = await createScene()
  fc.assert(
    fc.property(anyLine, anyBlocked, (line, blocked) => {
      const expected = during(line, blocked, () =>
        givenByAll(parts, must(line[0], 'the first asks')),
      )
      const found = during(line, blocked, () => given(parts))
      expect(found === undefined).toBe(expected === undefined)
      expect(blocked.map(([, other]) => other)).not.toContain(found)
    }),
  )
})
