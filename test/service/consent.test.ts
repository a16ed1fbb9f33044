import { expect, test } from 'vitest'
import { readTap } from '../../src/core/tap.ts'
import { plain } from '../../src/core/rich-text.ts'
import { changed, gone, sent } from '../support/files.ts'
import { paper } from '../support/media.ts'
import { command, createService, tap, text } from '../support/service.ts'
import { ref } from '../../src/core/address.ts'
import type { Content } from '../../src/core/content.ts'

type Service = Awaited<ReturnType<typeof createService>>

const letter = (name: string, caption = ''): Content => ({
  kind: 'media',
  files: [paper(name)],
  caption: plain(caption),
  album: undefined,
})

async function scene(): Promise<Service> {
  const service = await createService()
  await service.meet('tia', 'dan')
  return service
}

/** The newest question to her, answered. */
function answer({ adapter }: Service, isGiven: boolean, id = 'tia'): ReturnType<typeof tap> {
  const taps = adapter.attempts
    .filter(({ to }) => to === 'tia')
    .flatMap(({ action }) => (action.kind === 'send' ? action.buttons.flat() : []))
    .flatMap((button) => [button.data].flatMap((data) => readTap(data) ?? []))
  const asked = taps.findLast((each) => each.kind === 'consent')
  if (asked?.kind !== 'consent') throw new Error('Nobody has been asked')
  return tap(id, { ...asked, isGiven })
}

const files = ({ adapter }: Service): readonly string[] =>
  adapter.chats
    .of('dan')
    .flatMap(({ files: all, text: words }) =>
      all.map(({ media }) => `${media.file.identity} ${words}`.trim()),
    )
const heardLast = ({ adapter }: Service, id = 'tia'): string | undefined =>
  adapter.arrived(id).at(-1)

test('a paper goes after a yes, and says that its sender has agreed', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p', 'read this')))
  expect(files(service)).toEqual([])
  await service.hear(answer(service, true))
  expect(files(service)).toEqual(['p read this'])
  const [file] = service.adapter.chats.of('dan').flatMap((seen) => seen.files)
  expect(file?.mayNameSender).toBe(true)
})

test('a place goes after a yes', async () => {
  const service = await scene()
  const place = { latitude: 1, longitude: 2, venue: undefined }
  await service.hear(sent('tia', 'here', { kind: 'place', place }))
  expect(service.adapter.attempts.some(({ action }) => action.kind === 'send-place')).toBe(false)
  await service.hear(answer(service, true))
  expect(service.adapter.attempts.some(({ action }) => action.kind === 'send-place')).toBe(true)
})

test('after a no it never goes, not even after a yes behind that', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p')))
  await service.hear(answer(service, false))
  await service.hear(answer(service, true))
  expect(files(service)).toEqual([])
})

test('two taps send it once', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p')))
  const yes = answer(service, true)
  await service.hear(yes, { ...yes, seenKey: 'another tap' })
  expect(files(service)).toEqual(['p'])
})

test.each(['dan', 'eve', 'nobody'])('a tap by %s sends nothing', async (id) => {
  const service = await scene()
  await service.meet('eve', 'bob')
  await service.hear(sent('tia', 'p', letter('p')))
  await service.hear(answer(service, true, id))
  expect(files(service)).toEqual([])
})

test.each([
  ['after the end of the room', [command('dan', 'stop')]],
  ['in the next room', [command('tia', 'next'), command('dan', 'find')]],
] as const)('a yes %s sends nothing', async (_, events) => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p')))
  for (const event of events) await service.hear({ ...event, seenKey: undefined })
  await service.hear(answer(service, true))
  expect(files(service)).toEqual([])
})

test('a yes after a quarter of an hour is too late, whether or not anything was erased by then', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p')))
  const yes = answer(service, true)
  service.clock.advance(15 * 60_000)
  await service.hear(yes)
  expect(files(service)).toEqual([])
  await service.hear(text('tia', 'hello'))
  expect(heardLast(service, 'dan')).toBe('hello')
})

test('what is edited before the yes goes as it reads then', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p', 'old')))
  const yes = answer(service, true)
  await service.hear(changed('tia', 'p', letter('p', 'new')), yes)
  expect(files(service)).toEqual(['p new'])
})

test('what is deleted before the yes never goes', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p')))
  const yes = answer(service, true)
  await service.hear(gone('tia', ['p']), yes)
  expect(files(service)).toEqual([])
})

test('/delete takes back what waits for a yes', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p')))
  const yes = answer(service, true)
  const event = {
    kind: 'command',
    command: 'delete',
    replyTo: { ref: ref('tia/p'), at: 0 },
  } as const
  await service.hear({ ...command('tia', 'delete'), event })
  expect(heardLast(service)).toContain('taking that message back')
  await service.hear(yes)
  expect(files(service)).toEqual([])
})

test('new words under a paper that waits in the outbox take nothing of what was agreed', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p', 'old')))
  const yes = answer(service, true)
  service.adapter.fail('dan', { kind: 'rate-limited', scope: 'lane', retryAfterMs: 5000 })
  await service.hear(text('tia', 'before'), yes)
  await service.hear(changed('tia', 'p', letter('p', 'new')))
  service.clock.advance(5000)
  await service.rest()
  expect(files(service)).toEqual(['p new'])
  const [file] = service.adapter.chats.of('dan').flatMap((seen) => seen.files)
  expect(file?.mayNameSender).toBe(true)
})

test('new words give a question no more time', async () => {
  const service = await scene()
  await service.hear(sent('tia', 'p', letter('p', 'old')))
  const yes = answer(service, true)
  service.clock.advance(14 * 60_000)
  await service.hear(changed('tia', 'p', letter('p', 'new')))
  service.clock.advance(60_000)
  await service.hear(yes)
  expect(files(service)).toEqual([])
})
