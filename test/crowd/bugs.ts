// Bugs to be seeded, to show that crowds find such: each a small change of the product's text.

import type { Patch } from '../storm/mutant.ts'

export interface Bug extends Patch {
  /** What is said of it when it is caught. */
  readonly says: RegExp
}

/** Throws where there is none of that name. */
export function findBugs(name: string): readonly Bug[] {
  const found = bugs.filter((bug) => name === 'all' || bug.name === name)
  if (found.length > 0) return found
  throw new Error(`No such bug. There are: ${bugs.map((bug) => bug.name).join(', ')}.`)
}

export const bugs: readonly Bug[] = [
  {
    name: 'pairing-ignores-blocks',
    file: 'src/store/admission.ts',
    find: 'if (blocks.isBlocked(pair)) return undefined',
    replace: '',
    says: /meet although one has blocked the other/,
  },
  {
    name: 'forgetme-loses-the-block',
    file: 'src/store/apply-writes.ts',
    find: 'if (actorLane !== undefined) parts.people.forget(actorLane)',
    replace: `if (actorLane !== undefined) parts.people.forget(actorLane)
        database.sqlite.exec('DELETE FROM blocked_pair')`,
    says: /meet although one has blocked the other/,
  },
  {
    name: 'block-of-numbers',
    file: 'src/store/blocks.ts',
    find: '[known, identityOf(b)].toSorted()',
    replace: '[String(a), String(b)].toSorted()',
    says: /meet although one has blocked the other/,
  },
  {
    name: 'block-forgotten-at-a-restart',
    file: 'src/store/sqlite-store.ts',
    find: 'parts.outbox.recover()',
    replace: `parts.outbox.recover()\n    sqlite.exec('DELETE FROM blocked_pair')`,
    says: /meet although one has blocked the other/,
  },
  {
    name: 'new-wish-does-not-renew-the-ticket',
    file: 'src/core/decide-waiting.ts',
    find: `waitingSince === undefined ? [] : [{ kind: 'open-ticket' }]`,
    replace: '[]',
    says: /did not look for each other|wait for each other/,
  },
  {
    name: 'wish-of-one-side',
    file: 'src/core/ticket-kind.ts',
    find: 'seeks(b.seeking, a.gender) &&',
    replace: '',
    says: /did not look for each other/,
  },
  {
    name: 'ticket-stays-when-paired',
    file: 'src/store/enter-room.ts',
    find: 'line.close(id)',
    replace: '',
    says: /UNIQUE constraint failed: seat.user_id|waits while in a room|is in two rooms/,
  },
  {
    name: 'next-does-not-leave',
    file: 'src/core/moves.ts',
    find: `return [...leave(room, 'next'), tell(`,
    replace: 'return [tell(',
    says: /waits while in a room|is in two rooms/,
  },
  {
    name: 'minor-comes-back',
    file: 'src/store/load-situation.ts',
    find: 'minor: user === undefined && parts.people.isMinor(inbound.sender, now)',
    replace: 'minor: false',
    says: /is under age/,
  },
  {
    name: 'ticket-of-a-minor-stays',
    file: 'src/store/people.ts',
    find: 'if (!user) return\n      setOrphan.run({ id: user.id, orphan: 1, identity: null })',
    replace: 'if (true) return\n      setOrphan.run({ id: 0, orphan: 1, identity: null })',
    says: /is under age/,
  },
  {
    name: 'minor-forgotten-at-a-restart',
    file: 'src/store/sqlite-store.ts',
    find: 'parts.outbox.recover()',
    replace: `parts.outbox.recover()\n    sqlite.exec('DELETE FROM minor')`,
    says: /is under age/,
  },
  {
    name: 'schedule-never-retries',
    file: 'src/store/line.ts',
    find: 'due: next === undefined ? null : since + next',
    replace: 'due: null',
    says: /wait for each other/,
  },
  {
    name: 'ticket-knows-no-app',
    file: 'src/store/open-ticket.ts',
    find: 'spokenBy(portrait, user.locale)',
    replace: 'spokenBy({ languages: portrait.languages }, user.locale)',
    says: /wait for each other/,
  },
  {
    name: 'withdrawn-stays-in-line',
    file: 'src/core/decide.ts',
    find: `...(situation.room ? leave(situation.room, 'gone') : []),\n    { kind: 'close-ticket' },`,
    replace: `...(situation.room ? leave(situation.room, 'gone') : []),`,
    says: /cannot be reached/,
  },
  {
    name: 'half-a-unit-stays',
    file: 'src/store/committer.ts',
    find: 'this.#rollbackTo.run()\n      this.#release.run()\n      return { error }',
    replace: 'this.#release.run()\n      return { error }',
    says: /./,
  },
]
