// Who may import whom: each border is shown by the imports it refuses and those it lets through.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { lint } from './lint.ts'
import type { Complaint } from './lint.ts'
import { root } from './root.ts'

interface Border {
  readonly from: string
  readonly refuses: readonly string[]
  readonly lets: readonly string[]
}

const value = (source: string): string => `export * from '${source}'`
const type = (source: string): string => `export type * from '${source}'`

const databases = ['kysely', 'kysely/migration', 'better-sqlite3', 'node:sqlite'].map(value)
const grammy = ['grammy', 'grammy/types', '@grammyjs/types'].map(value)
const discord = ['discord.js', '@discordjs/rest', 'discord-api-types/v10'].map(value)
const codecs = [
  ...['sharp', 'mediabunny', 'opus-decoder', 'file-type', 'file-type/core'].map(value),
  ...['@libav.js/variant-webm-vp9', '@lottiefiles/dotlottie-web'].map(value),
  ...['sharp', 'mediabunny'].map(type),
]
const foreign = [...databases, ...grammy, ...discord, ...codecs]
const homeless = ['fastify', 'node:fs', './sibling.ts'].map(value)

/** Imports of each of these, from a file `depth` folders below the root. */
function ours(depth: number, ...paths: readonly string[]): readonly string[] {
  return paths.map((path) => value(`${'../'.repeat(depth)}${path}`))
}

const roots = ['src/main.ts', 'src/passerby.ts', 'src/serve.ts']
const adapters = ['adapters/telegram/main.ts', 'adapters/discord/main.ts']
const small = ['src/clock.ts', 'src/log.ts', 'src/keyring.ts']
const above = ['src/dashboard/app.ts', 'src/sandbox/main.ts', ...adapters, ...roots, 'test/x.ts']

const borders: readonly Border[] = [
  {
    from: 'src/lib/file.ts',
    refuses: [
      ...ours(2, 'src/core/room.ts', 'src/adapter.ts', 'src/store/store.ts', ...small, ...above),
      ...foreign,
    ],
    lets: homeless,
  },
  {
    from: 'src/core/file.ts',
    refuses: [
      ...ours(2, 'src/adapter.ts', 'src/store/store.ts', 'src/text/say.ts', ...small, ...above),
      ...ours(1, 'service/inbox.ts', 'config.ts', 'media/clean.ts'),
      ...foreign,
      ...['node:fs', 'node:crypto', 'zod', 'pino'].map(value),
      `import('../store/store.ts')`,
      `export type Store = import('../store/store.ts').Store`,
      `import type { Store } from '../store/store.ts'`,
      `import '../store/store.ts'`,
      `export { store } from './../store/../store/store.ts'`,
    ],
    lets: [...ours(1, 'lib/must.ts', 'core/room.ts'), value('./room.ts')],
  },
  {
    from: 'src/adapter.ts',
    refuses: [
      ...ours(1, 'src/store/store.ts', 'src/service/inbox.ts', 'src/text/say.ts', ...above),
      ...ours(1, 'src/config.ts', ...small),
      ...foreign,
    ],
    lets: [value('./core/room.ts'), value('./lib/must.ts')],
  },
  {
    from: 'src/clock.ts',
    refuses: [
      ...ours(1, 'src/store/store.ts', 'src/service/inbox.ts', 'src/config.ts', ...above),
      ...foreign,
    ],
    lets: [value('./core/room.ts'), value('./lib/must.ts'), value('./log.ts'), value('pino')],
  },
  {
    from: 'src/config.ts',
    refuses: [...ours(1, 'src/store/store.ts', 'src/service/inbox.ts', ...above), ...foreign],
    lets: [value('./core/room.ts'), value('./lib/must.ts'), value('zod')],
  },
  {
    from: 'src/text/file.ts',
    refuses: [
      ...ours(2, 'src/adapter.ts', 'src/store/store.ts', 'src/service/inbox.ts', ...above),
      ...ours(2, 'src/media/clean.ts', 'src/config.ts', ...small),
      ...foreign,
    ],
    lets: [...ours(1, 'core/notice.ts', 'lib/must.ts'), value('@fluent/bundle')],
  },
  {
    from: 'src/media/file.ts',
    refuses: [
      ...ours(2, 'src/store/store.ts', 'src/service/inbox.ts', 'src/text/say.ts', ...above),
      ...databases,
      ...grammy,
      ...discord,
    ],
    lets: [...ours(1, 'core/content.ts', 'lib/must.ts', 'adapter.ts', 'clock.ts'), ...codecs],
  },
  {
    from: 'src/store/file.ts',
    refuses: [
      ...ours(2, 'src/service/inbox.ts', 'src/text/say.ts', 'src/media/clean.ts', ...above),
      ...grammy,
      ...discord,
      ...codecs,
    ],
    lets: [...ours(1, 'core/room.ts', 'lib/must.ts', 'clock.ts', 'keyring.ts'), ...databases],
  },
  {
    from: 'src/service/file.ts',
    refuses: [...ours(2, 'migrations/0001-a.ts', ...above), ...foreign],
    lets: ours(1, 'core/room.ts', 'store/store.ts', 'text/say.ts', 'media/clean.ts', 'adapter.ts'),
  },
  {
    from: 'src/dashboard/pages/file.ts',
    refuses: [
      ...ours(3, 'src/media/clean.ts', 'migrations/0001-a.ts', 'src/sandbox/main.ts'),
      ...ours(3, ...adapters, ...roots, 'test/x.ts'),
      ...foreign,
    ],
    lets: [
      ...ours(3, 'src/service/activity.ts', 'src/store/store.ts', 'src/core/room.ts'),
      ...ours(1, 'layout.ts'),
      value('fastify'),
    ],
  },
  {
    from: 'src/sandbox/file.ts',
    refuses: [
      ...ours(2, 'src/core/room.ts', 'src/adapter.ts', 'src/config.ts', 'src/dashboard/app.ts'),
      ...ours(2, 'src/store/store.ts', 'src/service/inbox.ts', ...small, ...adapters, ...roots),
      ...foreign,
      type('grammy/types'),
      type('discord-api-types/v10'),
    ],
    lets: [...ours(1, 'lib/must.ts'), value('./telegram/cloud.ts'), value('ws')],
  },
  {
    from: 'src/sandbox/telegram/file.ts',
    refuses: [...ours(2, 'core/room.ts', 'clock.ts'), ...foreign, type('grammy')],
    lets: [...ours(2, 'lib/must.ts'), ...ours(1, 'faults.ts'), type('grammy/types')],
  },
  {
    from: 'src/sandbox/discord/file.ts',
    refuses: [...ours(2, 'core/room.ts', 'clock.ts'), ...foreign, type('discord.js')],
    lets: [...ours(2, 'lib/must.ts'), ...ours(1, 'faults.ts'), type('discord-api-types/v10')],
  },
  ...roots.map((from) => ({
    from,
    refuses: foreign,
    lets: ours(1, ...adapters, 'src/store/store.ts', 'src/sandbox/sandbox.ts', 'src/config.ts'),
  })),
  {
    from: 'adapters/telegram/file.ts',
    refuses: [
      ...ours(2, 'adapters/discord/format.ts', 'src/store/store.ts', 'src/service/inbox.ts'),
      ...ours(2, 'src/text/say.ts', 'src/media/clean.ts', 'src/config.ts', 'src/sandbox/main.ts'),
      ...ours(2, 'src/dashboard/app.ts', ...roots, 'migrations/0001-a.ts', 'test/x.ts'),
      value('../discord/format.ts'),
      ...databases,
      ...discord,
      ...codecs,
    ],
    lets: [...ours(2, 'src/adapter.ts', 'src/core/room.ts', 'src/lib/must.ts'), ...grammy],
  },
  {
    from: 'adapters/discord/file.ts',
    refuses: [
      ...ours(2, 'adapters/telegram/format.ts', 'src/store/store.ts', 'src/service/inbox.ts'),
      ...ours(2, 'src/text/say.ts', 'src/dashboard/app.ts', ...roots),
      value('../telegram/format.ts'),
      ...databases,
      ...grammy,
      ...codecs,
    ],
    lets: [...ours(2, 'src/adapter.ts', 'src/core/room.ts', 'src/lib/must.ts'), ...discord],
  },
  {
    from: 'migrations/0001-file.ts',
    refuses: [
      ...ours(1, 'src/store/store.ts', 'src/lib/must.ts', 'src/core/room.ts'),
      ...['better-sqlite3', 'node:fs', 'zod', 'kyselyish'].map(value),
    ],
    lets: [value('kysely'), value('./0000-sibling.ts')],
  },
  {
    from: 'test/file.test.ts',
    refuses: [],
    lets: [...ours(1, ...adapters, ...roots, 'src/store/store.ts'), ...foreign],
  },
]

let complaints: readonly Complaint[] = []

beforeAll(async () => {
  const files = new Map(borders.map(({ from, refuses, lets }) => [from, [...refuses, ...lets]]))
  complaints = (await lint(files)).filter(({ rule }) => rule === 'house(borders)')
})

it.each(borders)('$from is refused what is not its to import', ({ from, refuses, lets }) => {
  const lines = [...refuses, ...lets]
  const refused = complaints.filter(({ path }) => path === from).map(({ line }) => lines[line - 1])
  expect(new Set(refused)).toEqual(new Set(refuses))
})

it('knows every folder of the house', () => {
  const folders = ['src', 'adapters'].flatMap((top) =>
    readdirSync(join(root, top), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${top}/${entry.name}/`),
  )
  const unknown = folders.filter((folder) => !borders.some(({ from }) => from.startsWith(folder)))
  expect(unknown).toEqual([])
})
