// Bugs to be seeded, to show that the storm finds such: each a small change of the product's text, and what must catch it.

import type { Verdict } from '../support/history-checker.ts'
import type { Patch } from './mutant.ts'

export type Violation = keyof Verdict['violations']

export interface Bug extends Patch {
  /** One of these must show it. */
  readonly caughtBy: readonly Violation[]
  /** Whether people leave their rooms all the time: for what only happens where rooms end. */
  readonly isRestless: boolean
}

export const bugs: readonly Bug[] = [
  {
    name: 'confirm-before-commit',
    file: 'adapters/telegram/polling.ts',
    find: 'if (batch.length > 0 && !(await this.#commit(batch))) return',
    replace: 'if (batch.length > 0) setTimeout(() => void this.#commit(batch), 100)',
    caughtBy: ['lost'],
    isRestless: false,
  },
  {
    name: 'mark-sent-before-send',
    file: 'src/store/deliveries.ts',
    find: 'outbox.start(row.id, now)',
    replace: 'outbox.remove(row.id)',
    caughtBy: ['lost'],
    isRestless: false,
  },
  {
    name: 'attempt-not-on-record',
    file: 'src/store/deliveries.ts',
    find: 'outbox.start(row.id, now)',
    replace: 'void row',
    caughtBy: ['duplicatesOnTelegram'],
    isRestless: false,
  },
  {
    name: 'claim-without-lane-order',
    file: 'src/store/outbox.ts',
    find: `.orderBy('id')\n      .limit(1)`,
    replace: `.orderBy('key')\n      .limit(1)`,
    caughtBy: ['reordered'],
    isRestless: false,
  },
  {
    name: 'two-at-once-in-a-lane',
    file: 'src/service/delivery.ts',
    find: 'if (active.has(lane)) wokenMeanwhile.add(lane)\n      else queue.add(lane)',
    replace: 'queue.add(lane)',
    caughtBy: ['duplicatesOnTelegram'],
    isRestless: false,
  },
  {
    name: 'no-catching-up',
    file: 'adapters/discord/catch-up.ts',
    find: 'chats.filter((chat) => chat.after !== undefined)',
    replace: 'chats.filter(() => false)',
    caughtBy: ['lost'],
    isRestless: false,
  },
  {
    name: 'catching-up-newest-first',
    file: 'adapters/discord/history.ts',
    find: 'page.toSorted(bySnowflake)',
    replace: 'page',
    caughtBy: ['reordered'],
    isRestless: false,
  },
  {
    name: 'live-before-missed',
    file: 'adapters/discord/held-chats.ts',
    find: 'if (held === undefined) this.#pass(inbound)',
    replace: 'if (held !== this) this.#pass(inbound)',
    caughtBy: ['reordered', 'lost'],
    isRestless: false,
  },
  {
    name: 'no-catching-up-after-the-end',
    file: 'src/store/sqlite-store.ts',
    find: `exists(selectFrom('seat').select('room_id').whereRef('seat.user_id', '=', 'user.id'))`,
    replace: `exists(selectFrom('seat').select('room_id').whereRef('seat.user_id', '=', 'user.id').where('seat.open', '=', 1))`,
    caughtBy: ['lost'],
    isRestless: true,
  },
  {
    name: 'forget-what-was-seen',
    file: 'src/store/sqlite-store.ts',
    find: '!parts.ledger.see(inbound.seenKey, now, error)',
    replace: '!parts.ledger.see(String(randomId()), now, error)',
    caughtBy: ['duplicatesOnDiscord', 'duplicatesOnTelegram'],
    isRestless: false,
  },
  {
    name: 'discord-without-nonce',
    file: 'adapters/discord/outbound.ts',
    find: '{ nonce: key, enforce_nonce: true }',
    replace: '{}',
    caughtBy: ['duplicatesOnDiscord'],
    isRestless: false,
  },
  {
    name: 'nonce-of-the-attempt',
    file: 'src/store/deliveries.ts',
    find: 'key: row.key, action',
    replace: 'key: `${now}`, action',
    caughtBy: ['duplicatesOnDiscord'],
    isRestless: false,
  },
  {
    name: 'room-at-delivery',
    file: 'src/store/deliveries.ts',
    find: 'people.lane(lane)',
    replace: 'people.lane((row.author && rooms.ofUser(row.author)?.partner.user) || lane)',
    caughtBy: ['misdelivered', 'afterTheEnd'],
    isRestless: true,
  },
  {
    name: 'the-end-drops-what-waits',
    file: 'src/core/moves.ts',
    find: `{ kind: 'close-room', room: room.id, reason },`,
    replace: `{ kind: 'drop-lane' }, { kind: 'close-room', room: room.id, reason },`,
    caughtBy: ['lost'],
    isRestless: true,
  },
  {
    name: 'albums-forgotten-at-a-restart',
    file: 'src/store/sqlite-store.ts',
    find: 'parts.outbox.recover()',
    replace: `parts.outbox.recover()\n    sqlite.exec('DELETE FROM gathered')`,
    caughtBy: ['lost'],
    isRestless: false,
  },
  {
    name: 'albums-forgotten-at-the-end',
    file: 'src/core/moves.ts',
    find: '...finishAlbums(room, reason',
    replace: '...finishAlbums({ ...room, gathering: [] }, reason',
    caughtBy: ['lost'],
    isRestless: true,
  },
  {
    name: 'albums-backwards',
    file: 'src/store/gathered.ts',
    find: `.orderBy('message_id')\n      .orderBy('number')`,
    replace: `.orderBy('message_id')\n      .orderBy('number', 'desc')`,
    caughtBy: ['reordered'],
    isRestless: false,
  },
  {
    name: 'albums-one-by-one',
    file: 'src/core/fit-files.ts',
    find: 'group && hasRoom && isNeighbour',
    replace: 'group && !hasRoom && isNeighbour',
    caughtBy: ['torn'],
    isRestless: false,
  },
]
