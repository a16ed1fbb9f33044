import Sqlite from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import { ref } from '../../src/core/address.ts'
import type { Platform } from '../../src/core/platform.ts'
import { silentLog } from '../../src/log.ts'
import { createJanitor } from '../../src/service/janitor.ts'
import { changed, gone, photos, sent } from '../support/files.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { answers, command, createService, inbound, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

type Service = Awaited<ReturnType<typeof createService>>

const item = (name: string, caption = '', album = 'one') =>
  sent('tia', name, photos([name], caption, album))

/** Tia on Telegram and dan, on either. */
async function scene(reader: Platform = 'telegram', folder = temporaryFolder()) {
  const clock = createManualClock()
  const service = await createService(undefined, folder, clock, () => {}, {
    ofDiscord: discordCapabilities,
  })
  await service.inbox.receive(answers('tia'))
  await service.hear(...answers('dan', reader))
  return { ...service, folder, restarts: () => restarted(service, folder) }
}

async function restarted(service: Service, folder: string) {
  await service.stop()
  const { adapter, discord, clock } = service
  const again = await createService(undefined, folder, clock, () => {}, {
    ofDiscord: discordCapabilities,
    telegramChats: adapter.chats,
    discordChats: discord.chats,
  })
  await again.rest()
  return { ...again, folder, restarts: () => restarted(again, folder) }
}

/** What the reader sees since they were paired, files by name. */
const seen = ({ adapter, discord }: Service, id = 'dan'): readonly string[] =>
  [adapter, discord].flatMap(({ chats }) => {
    const chat = chats.of(id)
    const from = chat.findLastIndex((each) => each.text.includes('now talking')) + 1
    return chat
      .slice(from)
      .map((each) =>
        [...each.files.map(({ media: { file } }) => file.identity), each.text]
          .filter((word) => word !== '')
          .join(' '),
      )
  })

const albumsAsked = (service: Service): readonly number[] =>
  [...service.adapter.attempts, ...service.discord.attempts].flatMap(({ action }) =>
    action.kind === 'send-files' ? [action.files.length] : [],
  )

test('an album goes out whole after a second of quiet, and not before', async () => {
  const service = await scene()
  await service.hear(item('a', 'hello'))
  service.clock.advance(900)
  await service.hear(item('b'))
  service.clock.advance(900)
  await service.rest()
  expect(seen(service)).toEqual([])
  service.clock.advance(100)
  await service.rest()
  expect(seen(service)).toEqual(['a hello', 'b'])
  expect(albumsAsked(service)).toEqual([2])
})

test('it is one message where albums are', async () => {
  const service = await scene('discord')
  await service.hear(item('a', 'hello'), item('b'))
  service.clock.advance(1000)
  await service.rest()
  expect(seen(service)).toEqual(['a b hello'])
})

test('ten items are an album at once', async () => {
  const service = await scene()
  const items = Array.from({ length: 10 }, (_, i) => item(`item${i}`))
  await service.hear(...items)
  service.clock.advance(0)
  await service.rest()
  expect(albumsAsked(service)).toEqual([10])
})

test('eleven items that come at once are all passed on', async () => {
  const service = await scene()
  const items = Array.from({ length: 11 }, (_, i) => item(`item${i}`))
  await service.hear(...items)
  service.clock.advance(1000)
  await service.rest()
  expect(seen(service)).toHaveLength(11)
})

test.each([
  ['a text', text('tia', 'next')],
  ['a single photo', sent('tia', 'next', photos(['next']))],
] as const)('%s of its author ends the album, and comes behind it', async (_, next) => {
  const service = await scene()
  await service.hear(item('a'), item('b'), next)
  expect(seen(service)).toEqual(['a', 'b', 'next'])
})

test('another album ends the one before', async () => {
  const service = await scene()
  await service.hear(item('a'), item('b'), item('c', '', 'two'))
  expect(seen(service)).toEqual(['a', 'b'])
  service.clock.advance(1000)
  await service.rest()
  expect(seen(service)).toEqual(['a', 'b', 'c'])
})

test('what the partner says ends no album', async () => {
  const service = await scene()
  await service.hear(item('a'), text('dan', 'hm'), item('b'))
  service.clock.advance(1000)
  await service.rest()
  expect(albumsAsked(service)).toEqual([2])
})

test('an item that comes late is a message of its own', async () => {
  const service = await scene()
  await service.hear(item('a'), item('b'))
  service.clock.advance(1000)
  await service.hear(item('c'))
  service.clock.advance(1000)
  await service.rest()
  expect(albumsAsked(service)).toEqual([2, 1])
})

test.each([
  ['its author goes on', command('tia', 'next')],
  ['its author stops', command('tia', 'stop')],
  ['the partner goes on', command('dan', 'next')],
  ['the partner stops', command('dan', 'stop')],
] as const)('when %s the album goes before the end is told', async (_, end) => {
  const service = await scene()
  await service.hear(item('a'), item('b'), end)
  const chat = seen(service)
  expect(chat.slice(0, 2)).toEqual(['a', 'b'])
  expect(chat).toHaveLength(end.sender.id === 'tia' ? 3 : chat.length)
  expect(chat.length).toBeGreaterThan(2)
})

test('when its author blocks the bot the album goes before the end is told', async () => {
  const service = await scene()
  await service.hear(item('a'), item('b'), inbound('tia', { kind: 'blocked' }))
  expect(seen(service)).toEqual(['a', 'b', expect.stringContaining("can't be reached")])
})

test('when a room has expired, what was gathered in it goes before that is told', async () => {
  const service = await scene()
  await service.hear(item('a'))
  // Nobody was there to finish it: the process was down for a day.
  await service.stop()
  service.clock.advance(25 * 3_600_000)
  const again = await service.restarts()
  const { store, composer, clock, committed } = again
  const janitor = createJanitor({ store, composer, clock, log: silentLog, committed })
  await janitor.sweep()
  await again.rest()
  await janitor[Symbol.asyncDispose]()
  expect(seen(again)).toEqual(['a', expect.stringContaining('Nobody has written')])
})

test('what was gathered outlives the process, in the middle of the album too', async () => {
  const first = await scene()
  await first.hear(item('a', 'hello'))
  const second = await first.restarts()
  await second.hear(item('b'))
  const third = await second.restarts()
  third.clock.advance(1000)
  await third.rest()
  expect(seen(third)).toEqual(['a hello', 'b'])
})

test('edits and deletions reach items while the album is gathered', async () => {
  const service = await scene('discord')
  await service.hear(item('a', 'hello'), item('b'), item('c'))
  await service.hear(changed('tia', 'a', photos(['a2'], 'bye', 'one')), gone('tia', ['b']))
  service.clock.advance(1000)
  await service.rest()
  expect(seen(service)).toEqual(['a2 c bye'])
})

test('an album of which everything is taken back while it is gathered is none', async () => {
  const service = await scene()
  await service.hear(item('a'), item('b'), gone('tia', ['a', 'b']))
  service.clock.advance(1000)
  await service.rest()
  expect(albumsAsked(service)).toEqual([])
})

test.each(['telegram', 'discord'] as const)(
  'edits and deletions reach items that have arrived on %s',
  async (reader) => {
    const service = await scene(reader)
    await service.hear(item('a', 'hello'), item('b'), item('c'))
    service.clock.advance(1000)
    await service.rest()
    await service.hear(changed('tia', 'c', photos(['c2'], '', 'one')))
    await service.hear(gone('tia', ['b']))
    const files = seen(service).join(' ').replace(' hello', '')
    expect(files).toBe('a c2')
    expect(seen(service).join(' ')).toContain('hello')
    await service.hear(gone('tia', ['a']))
    expect(seen(service)).toEqual(['c2'])
    await service.hear(gone('tia', ['c']))
    expect(seen(service)).toEqual([])
  },
)

test('words given to a second file of a message leave the first file its own', async () => {
  const service = await scene('discord')
  await service.hear(item('a', 'one'), item('b'), item('c'))
  service.clock.advance(1000)
  await service.rest()
  await service.hear(changed('tia', 'b', photos(['b'], 'two', 'one')))
  expect(seen(service)).toEqual(['a c one', 'b two'])
  await service.hear(changed('tia', 'b', photos(['b'], 'three', 'one')))
  expect(seen(service)).toEqual(['a c one', 'b three'])
})

test('words given to the first file leave the second its own, and each can still be changed', async () => {
  const service = await scene('discord')
  await service.hear(item('a'), item('b', 'two'), item('c'))
  service.clock.advance(1000)
  await service.rest()
  await service.hear(changed('tia', 'a', photos(['a'], 'one', 'one')))
  expect(seen(service)).toEqual(['b c two', 'a one'])
  await service.hear(changed('tia', 'b', photos(['b'], 'new two', 'one')))
  await service.hear(changed('tia', 'a', photos(['a'], 'new one', 'one')))
  expect(seen(service)).toEqual(['b c new two', 'a new one'])
  await service.hear(gone('tia', ['b']))
  expect(seen(service)).toEqual(['c', 'a new one'])
})

test('an edit of what is under way is told when it has arrived, though the album is without its first file', async () => {
  const service = await scene('discord')
  const blocked = service.discord.hold('dan')
  await service.inbox.receive([text('tia', 'first')])
  await service.inbox.receive([item('a'), item('b', 'words'), item('c'), command('tia', 'help')])
  await service.inbox.receive([gone('tia', ['a'])])
  blocked()
  const release = service.discord.hold('dan')
  await until(
    () => service.discord.attempts.some(({ action }) => action.kind === 'send-files'),
    'the album is under way',
  )
  await service.inbox.receive([changed('tia', 'b', photos(['b'], 'other', 'one'))])
  release()
  await service.rest()
  expect(seen(service)).toEqual(['first', 'b c other'])
})

test('nothing that is gathered or held back stays in the file of the database when its room ends', async () => {
  const folder = temporaryFolder()
  const service = await scene('telegram', folder)
  await service.hear(item('a'), item('b'))
  const reader = new Sqlite(path.join(folder, 'data', 'test.db'), { readonly: true })
  const count = (): unknown => reader.prepare('SELECT count(*) FROM gathered').pluck().get()
  const bodies = reader.prepare('SELECT body FROM gathered').pluck().all()
  expect(bodies).toHaveLength(2)
  await service.hear(command('dan', 'stop'))
  expect(count()).toBe(0)
  reader.close()
  service.store.checkpoint()
  for (const name of ['test.db', 'test.db-wal']) {
    const bytes = readFileSync(path.join(folder, 'data', name))
    for (const body of bodies) if (Buffer.isBuffer(body)) expect(bytes.includes(body)).toBe(false)
  }
})

test('an album that nobody hears is answered once', async () => {
  const service = await createService()
  await service.hear(...answers('tia'), command('tia', 'stop'))
  const before = service.adapter.attempts.length
  await service.hear(item('a'), item('b'), item('c'))
  expect(service.adapter.attempts.length - before).toBe(1)
})

test('an album that answers an earlier chat is answered once', async () => {
  const service = await scene()
  const before = service.adapter.arrived('tia').length
  const earlier = { ref: ref('elsewhere'), at: 0 }
  const answering = (name: string) =>
    inbound('tia', {
      kind: 'message',
      ref: ref(`tia/${name}`),
      content: photos([name], '', 'one'),
      replyTo: earlier,
    })
  service.clock.advance(60_000)
  await service.hear(answering('a'), answering('b'))
  expect(service.adapter.arrived('tia').length - before).toBe(1)
})
