import { expect, test } from 'vitest'
import { discordCapabilities } from '../../adapters/discord/capabilities.ts'
import type { Platform } from '../../src/core/platform.ts'
import { plain } from '../../src/core/rich-text.ts'
import { changed, gone, photos, sent } from '../support/files.ts'
import { media } from '../support/media.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { answers, command, createService, edited, reacted, tap, text } from '../support/service.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { until } from '../support/until.ts'

type Service = Awaited<ReturnType<typeof createService>>

async function scene(reader: Platform = 'telegram', author: Platform = 'telegram') {
  const service = await createService(undefined, temporaryFolder(), createManualClock(), () => {}, {
    ofDiscord: discordCapabilities,
  })
  await service.inbox.receive(answers('tia', author))
  await service.hear(...answers('dan', reader))
  return service
}

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

const told = (service: Service): number =>
  [...service.adapter.chats.of('tia'), ...service.discord.chats.of('tia')].filter(
    ({ text: words }) => /file/i.test(words),
  ).length

const fromDiscord = (names: readonly string[], caption = ''): ReturnType<typeof photos> =>
  photos(names, caption, undefined, 'discord')

test.each(['telegram', 'discord'] as const)(
  'a file that is refused does not keep the others from %s, nor what is said with them',
  async (reader) => {
    const service = await scene(reader, 'discord')
    service.media.refuse('bad', { why: 'unreadable' })
    await service.hear(sent('tia', 'm', fromDiscord(['bad', 'a', 'b'], 'words'), 'discord'))
    expect(seen(service).join(' ').split(' ').toSorted()).toEqual(['a', 'b', 'words'])
    expect(told(service)).toBe(1)
  },
)

test('what was refused comes with no later edit, which changes the words that are there', async () => {
  const service = await scene('discord', 'discord')
  service.media.refuse('bad', { why: 'unreadable' })
  await service.hear(sent('tia', 'm', fromDiscord(['bad', 'a', 'b'], 'words'), 'discord'))
  service.clock.advance(120_000)
  await service.hear(changed('tia', 'm', fromDiscord(['bad', 'a', 'b'], 'others'), 'discord'))
  expect(seen(service)).toEqual(['a b others'])
  expect(told(service)).toBe(1)
  await service.hear(gone('tia', ['m'], 'discord'))
  expect(seen(service)).toEqual([])
})

test('an author hears at most once a minute that files are refused', async () => {
  const service = await scene()
  service.media.refuse('x', { why: 'unreadable' })
  service.media.refuse('y', { why: 'too-slow' })
  service.media.refuse('z', { why: 'too-slow' })
  await service.hear(sent('tia', 'x', photos(['x'])), sent('tia', 'y', photos(['y'])))
  expect(told(service)).toBe(1)
  service.clock.advance(60_000)
  await service.hear(sent('tia', 'z', photos(['z'])))
  expect(told(service)).toBe(2)
})

test('a file in the place of another that is refused leaves the other, and its new words arrive', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'a', photos(['a'], 'one')))
  service.media.refuse('bad', { why: 'unreadable' })
  await service.hear(changed('tia', 'a', photos(['bad'], 'two')))
  expect(seen(service)).toEqual(['a two'])
})

test('what cannot be fetched now is fetched later, and costs the reader nothing of the one repeat', async () => {
  const service = await scene()
  for (let round = 0; round < 8; round += 1) {
    service.media.fail('a', { kind: 'unknown' })
    if (round === 0) await service.hear(sent('tia', 'a', photos(['a'])))
    service.clock.advance(120_000)
    await service.rest()
  }
  service.adapter.fail('dan', { kind: 'unknown' })
  service.clock.advance(120_000)
  await service.rest()
  expect(seen(service)).toEqual(['a'])
  expect(told(service)).toBe(0)
})

test('what can never be fetched holds up its reader for some minutes, and its author is told', async () => {
  const service = await scene()
  service.media.fail('a', { kind: 'not-sent' })
  await service.hear(sent('tia', 'a', photos(['a'])), text('tia', 'are you there?'))
  for (let minute = 0; minute < 12; minute += 1) {
    service.media.fail('a', { kind: 'not-sent' })
    service.clock.advance(60_000)
    await service.rest()
  }
  expect(service.adapter.arrived('dan')).toContain('are you there?')
  expect(service.adapter.arrived('tia').at(-1)).toMatch(/took too long to fetch/)
})

test('a hundred requests whose files are stuck do not keep a text from anybody', async () => {
  const service = await scene()
  const release = service.media.hold()
  const people = Array.from({ length: 70 }, (_, i) => [`a${i}`, `b${i}`] as const)
  for (const [a, b] of people) {
    await service.inbox.receive([...answers(a), ...answers(b)])
    await service.rest()
  }
  await service.inbox.receive(people.map(([a]) => sent(a, 'p', photos(['p']))))
  await until(() => service.media.waiting === 70, 'all of them are being made ready')
  await service.inbox.receive([text('tia', 'hello')])
  await until(() => seen(service).includes('hello'), 'the text has arrived')
  release()
  await service.rest()
  for (const [, b] of people) expect(seen(service, b)).toEqual(['p'])
})

test('the end of the process while files are made ready loses nothing', async () => {
  const folder = temporaryFolder()
  const clock = createManualClock()
  const service = await createService(undefined, folder, clock)
  await service.meet('tia', 'dan')
  service.media.hold()
  await service.inbox.receive([sent('tia', 'a', photos(['a'], 'one'))])
  await until(() => service.media.waiting === 1, 'it is being made ready')
  await service.stop()
  const { adapter } = service
  const again = await createService(undefined, folder, clock, () => {}, {
    telegramChats: adapter.chats,
  })
  await again.rest()
  expect(seen(again)).toEqual(['a one'])
})

test('a voice message that its reader lets nobody send is played as audio', async () => {
  const service = await scene()
  const voice = media('v', { kind: 'voice', type: 'audio/ogg' })
  service.adapter.fail('dan', { kind: 'rejected' })
  await service.hear(
    sent('tia', 'v', { kind: 'media', files: [voice], caption: plain(''), album: undefined }),
  )
  const [file] = service.adapter.chats.of('dan').flatMap((each) => each.files)
  expect(file).toMatchObject({ form: 'audio', isByReference: false })
})

test('a repeat that was harmless before its files were fetched is not risked afterwards', async () => {
  const service = await scene('discord')
  service.discord.lose('dan')
  await service.hear(sent('tia', 'a', photos(['a'])))
  const release = service.media.hold()
  service.clock.advance(10_000)
  await until(() => service.media.waiting === 1, 'it is being made ready again')
  const attempts = service.discord.attempts.length
  service.clock.advance(120_000)
  release()
  await service.rest()
  // What had arrived is found by its key, and not sent again.
  expect(service.discord.attempts.length).toBe(attempts)
  expect(seen(service)).toEqual(['a'])
})

test.each(['telegram', 'discord'] as const)(
  'a link becomes what it shows and is a link again, on %s',
  async (reader) => {
    const service = await scene(reader)
    await service.hear(text('tia', 'link'))
    await service.hear(changed('tia', 'link', photos(['gif'])))
    expect(seen(service)).toEqual(['gif'])
    await service.hear(edited('tia', 'link', plain('link')))
    expect(seen(service)).toEqual(['link'])
  },
)

test('a text that becomes a file and a text again while it is under way is there once', async () => {
  const service = await scene()
  const release = service.adapter.hold('dan')
  await service.inbox.receive([text('tia', 'link')])
  await service.inbox.receive([changed('tia', 'link', photos(['gif']))])
  await service.inbox.receive([edited('tia', 'link', plain('new link'))])
  release()
  await service.rest()
  expect(seen(service)).toEqual(['new link'])
})

test('a file that is replaced and comes back while it is under way is the one that stays', async () => {
  const service = await scene()
  const release = service.adapter.hold('dan')
  await service.inbox.receive([sent('tia', 'a', photos(['a']))])
  await until(
    () => service.adapter.attempts.some(({ action }) => action.kind === 'send-files'),
    'x',
  )
  await service.inbox.receive([changed('tia', 'a', photos(['b']))])
  await service.inbox.receive([changed('tia', 'a', photos(['a']))])
  release()
  await service.rest()
  expect(seen(service)).toEqual(['a'])
})

test('what is done to files of a room that has ended reaches nobody', async () => {
  const service = await scene()
  await service.hear(
    sent('tia', 'a', photos(['a'], 'one')),
    sent('tia', 'b', photos(['b'], '', 'x')),
  )
  await service.hear(command('tia', 'next'), command('dan', 'find'))
  const attempts = service.adapter.attempts.length
  await service.hear(
    changed('tia', 'a', photos(['c'], 'two')),
    changed('tia', 'b', photos(['c'], 'two', 'x')),
    reacted('tia', 'a', ['👍']),
    gone('tia', ['a', 'b']),
  )
  expect(service.adapter.attempts.length).toBe(attempts)
})

test('files that are ready while their platform takes nothing wait for it like everything else', async () => {
  const service = await scene('discord')
  await service.inbox.receive([...answers('eve'), ...answers('bob', 'discord')])
  await service.rest()
  const release = service.media.hold()
  await service.inbox.receive([sent('tia', 'a', photos(['a']))])
  await until(() => service.media.waiting === 1, 'it is being made ready')
  service.discord.fail('bob', { kind: 'rate-limited', scope: 'platform', retryAfterMs: 5000 })
  await service.inbox.receive([text('eve', 'hello')])
  await until(() => service.discord.attempts.at(-1)?.to === 'bob', 'Discord says to wait')
  await service.inbox.receive([text('eve', 'more')])
  release()
  await service.rest()
  expect(seen(service)).toEqual([])
  service.clock.advance(5000)
  await service.rest()
  expect(seen(service)).toEqual(['a'])
  expect(seen(service, 'bob')).toEqual(['hello', 'more'])
})

test('an edit hides a file that was there to be seen', async () => {
  const service = await scene()
  await service.hear(tap('dan', { kind: 'media', wish: 'open' }))
  await service.hear(sent('tia', 'a', photos(['a'], 'one')))
  const hidden = {
    kind: 'media',
    files: [media('a', { spoiler: true })],
    caption: plain('one'),
    album: undefined,
  } as const
  await service.hear(changed('tia', 'a', hidden))
  const files = service.adapter.chats.of('dan').flatMap((each) => each.files)
  expect(files.map(({ spoiler }) => spoiler)).toEqual([true])
  expect(seen(service).slice(-1)).toEqual(['a one'])
})
