import { expect, test } from 'vitest'
import type { Locale } from '../../src/core/locale.ts'
import type { Tap } from '../../src/core/notice.ts'
import { writeTap } from '../../src/core/tap.ts'
import { command, createService, inbound, tap, text } from '../support/service.ts'
import { edits, join, minute, pass, screen, second, waiting, words } from '../support/waiting.ts'

/** One who waits, and how many edits of the answers to the questions came before. */
async function scene(locale: Locale = 'en') {
  const service = await createService()
  await service.hear(...join('tia', 'woman', locale))
  const before = edits(service, 'tia').length
  return { service, updates: () => edits(service, 'tia').slice(before) }
}

test.each(['en', 'es'] as const)(
  'the waiting message (%s) is brought up to date in place after 10 and 30 seconds and every minute (8.1)',
  async (locale) => {
    const { service, updates } = await scene(locale)
    expect(screen(service, 'tia').at(-1)).toBe(waiting({}, locale))
    const told: string[] = []
    const at: number[] = []
    for (let s = 1; s <= 200; s += 1) {
      await pass(service, second)
      if (updates().length === at.length) continue
      at.push(s)
      told.push(screen(service, 'tia').at(-1) ?? '')
    }
    expect(at).toEqual([10, 30, 60, 120, 180])
    expect(screen(service, 'tia')).toHaveLength(1)
    const later = { widened: ['common-language', 'new-partner'] } as const
    expect(told).toEqual([
      waiting({ widened: ['new-partner'] }, locale),
      ...[0, 1, 2, 3].map((m) => waiting({ ...later, waitedMs: m * minute }, locale)),
    ])
    expect(updates().at(-1)?.buttons.flat()).toHaveLength(2)
  },
)

test('how many others are looking is told, and counted anew each time', async () => {
  const { service } = await scene()
  await service.hear(...join('eve'), ...join('ann'))
  await pass(service, 10 * second)
  const widened = ['new-partner'] as const
  expect(screen(service, 'tia').at(-1)).toBe(waiting({ looking: 2, widened }))
  await service.hear(command('ann', 'stop'))
  await pass(service, 20 * second)
  expect(screen(service, 'tia').at(-1)).toContain(waiting({ looking: 1 }).split('\n')[1])
})

test('where nothing that is shown has changed, nothing is edited (8.1)', async () => {
  const { service, updates } = await scene()
  await pass(service, 15 * second)
  // From now on everything that 30 seconds bring is known already.
  await service.hear(tap('tia', { kind: 'widen' }))
  expect(updates()).toHaveLength(2)
  await pass(service, 30 * second)
  expect(updates()).toHaveLength(2)
  await pass(service, 15 * second)
  expect(updates()).toHaveLength(3)
})

test('"anyone is fine" shows in place, and finds whoever is there, for this search alone (8.3)', async () => {
  const { service } = await scene()
  await service.hear(...join('eve'))
  await service.hear(tap('eve', { kind: 'widen' }))
  expect(screen(service, 'eve').at(-1)).toBe(waiting({ looking: 1, isAnyoneFine: true }))
  expect(edits(service, 'eve').at(-1)?.buttons.flat()).toHaveLength(1)
  await service.hear(
    tap('joe', { kind: 'age', adult: true }),
    tap('joe', { kind: 'gender', gender: 'unsaid' }),
    tap('joe', { kind: 'seeking', seeking: 'anyone' }),
  )
  expect(screen(service, 'eve').at(-1)).toContain('now talking to')
  await service.hear(command('eve', 'next'))
  await pass(service, 10 * second)
  expect(screen(service, 'eve').at(-1)).not.toContain(words({ kind: 'waited' }))
  expect(screen(service, 'eve').at(-1)).toBe(waiting({ looking: 1, widened: ['new-partner'] }))
})

/** Somebody whom a woman who seeks women insists on not meeting. */
const man = (id: string) => [
  tap(id, { kind: 'age', adult: true }),
  tap(id, { kind: 'gender', gender: 'man' }),
  tap(id, { kind: 'seeking', seeking: 'anyone' }),
]

test.each([
  ['whom she looks for', { kind: 'toggle-sought', sought: 'others' }],
  ['whom she looks for, as it was', { kind: 'seeking', seeking: 'women' }],
  ['where she looks', { kind: 'platform', wish: 'other' }],
] as const)(
  '"anyone is fine" ends as she says %s, and nobody else is met (8.3)',
  async (_, wish) => {
    const service = await createService()
    await service.hear(
      tap('eve', { kind: 'age', adult: true }),
      tap('eve', { kind: 'gender', gender: 'woman' }),
      tap('eve', { kind: 'seeking', seeking: 'women' }),
    )
    const about = (): string | undefined => screen(service, 'eve')[0]
    await service.hear(tap('eve', { kind: 'widen' }))
    expect(about()).toBe(waiting({ isAnyoneFine: true }))
    // Nothing else that she says of herself takes it back.
    const deeds: readonly Tap[] = [
      { kind: 'language', language: 'en' },
      { kind: 'gender', gender: 'woman' },
      { kind: 'media', wish: 'open' },
    ]
    await service.hear(...deeds.map((deed) => tap('eve', deed)))
    expect(about()).toBe(waiting({ isAnyoneFine: true }))
    // In less, a tap is the second one on what began the search.
    await pass(service, 6 * second)
    await service.hear(tap('eve', wish))
    expect(about()).toBe(waiting())
    expect(edits(service, 'eve').at(-1)?.buttons.flat()).toHaveLength(2)
    await service.hear(...man('joe'))
    expect(screen(service, 'eve').join()).not.toContain('now talking to')
    // And once more, if she likes.
    await service.hear(tap('eve', { kind: 'widen' }))
    expect(screen(service, 'eve').at(-1)).toContain('now talking to')
  },
)

test('"anyone is fine" outlasts what else changes in the settings (8.3)', async () => {
  const service = await createService()
  await service.hear(...join('eve'))
  await service.hear(
    tap('eve', { kind: 'widen' }),
    tap('eve', { kind: 'language', language: 'en' }),
  )
  await service.hear(
    ...man('joe').toSpliced(1, 1, tap('joe', { kind: 'gender', gender: 'unsaid' })),
  )
  expect(screen(service, 'eve').at(-1)).toContain('now talking to')
})

test('when they are paired the waiting message says so, before anything else and without buttons (8.1)', async () => {
  const { service } = await scene()
  await pass(service, 20 * second)
  await service.hear(...join('joe', 'man'))
  const [was, met] = screen(service, 'tia')
  expect(was).toBe(words({ kind: 'waited' }))
  expect(met).toContain('now talking to')
  expect(edits(service, 'tia').at(-1)?.buttons).toEqual([])
  const kinds = service.adapter.attempts
    .filter(({ to }) => to === 'tia')
    .slice(-2)
    .map(({ action }) => action.kind)
  expect(kinds).toEqual(['edit', 'send'])
  const before = edits(service).length
  await pass(service, 11 * minute)
  expect(edits(service)).toHaveLength(before)
})

test('a waiting message that arrives when they are paired already says so at once', async () => {
  const service = await createService()
  await service.hear(...join('tia'))
  const release = service.adapter.hold('joe')
  await service.inbox.receive(join('joe', 'man'))
  await expect.poll(() => screen(service, 'tia').at(-1)).toContain('now talking')
  release()
  await service.rest()
  const chat = screen(service, 'joe')
  expect(chat).not.toContain(waiting())
  expect(chat).toContain(words({ kind: 'waited' }))
})

test.each([
  ['on its way', true],
  ['read', false],
] as const)('after /stop a waiting message that is %s says that it is over', async (_, isHeld) => {
  const service = await createService()
  const release = isHeld ? service.adapter.hold('tia') : () => {}
  await service.inbox.receive(join('tia'))
  if (!isHeld) await service.rest()
  await service.inbox.receive([command('tia', 'stop')])
  release()
  await service.rest()
  const chat = screen(service, 'tia')
  expect(chat).toEqual([words({ kind: 'search-over' }), words({ kind: 'search-cancelled' })])
  await pass(service, 2 * minute)
  expect(screen(service, 'tia')).toHaveLength(2)
})

test('a search that begins while the message of an earlier one is on its way has one of its own', async () => {
  const service = await createService()
  const release = service.adapter.hold('tia')
  await service.inbox.receive(join('tia'))
  await service.inbox.receive([command('tia', 'stop'), command('tia', 'find')])
  release()
  await service.rest()
  await pass(service, minute)
  const chat = screen(service, 'tia')
  const over = [words({ kind: 'search-over' }), words({ kind: 'search-cancelled' })]
  expect(chat).toEqual([...over, expect.stringContaining('You have waited 1 minute.')])
})

test('a message that its reader has deleted is not written anew', async () => {
  const { service, updates } = await scene()
  service.adapter.fail('tia', { kind: 'rejected' })
  await pass(service, 10 * minute - second)
  expect(updates()).toHaveLength(1)
  expect(screen(service, 'tia')).toHaveLength(1)
})

test('what waits for its turn is not followed by more (8.1)', async () => {
  const { service, updates } = await scene()
  service.adapter.fail('tia', { kind: 'rate-limited', scope: 'lane', retryAfterMs: 150 * second })
  await pass(service, 165 * second)
  // Tried at 10 s, and again when it might be.
  expect(updates()).toHaveLength(2)
  await pass(service, 30 * second)
  expect(screen(service, 'tia').at(-1)).toContain('You have waited 3 minutes.')
})

test('after ten minutes they are asked once, and without an answer the search ends (8.4)', async () => {
  const { service } = await scene()
  await pass(service, 10 * minute)
  const question = words({ kind: 'ask-still-there', waitedMs: 10 * minute })
  expect(screen(service, 'tia').at(-1)).toBe(question)
  await pass(service, 10 * minute - second)
  expect(screen(service, 'tia').slice(1)).toEqual([question])
  await pass(service, 2 * second)
  expect(screen(service, 'tia')).toEqual([
    words({ kind: 'search-over' }),
    question,
    words({ kind: 'search-lapsed' }),
  ])
  await service.hear(...join('joe', 'man'))
  expect(screen(service, 'joe').at(-1)).toBe(waiting())
})

test.each([
  ['a tap on the button', tap('tia', { kind: 'keep-waiting' })],
  ['a text', text('tia', 'yes')],
  ['another command', command('tia', 'settings')],
] as const)('%s goes on, and they are asked again ten minutes later (8.4)', async (_, deed) => {
  const { service } = await scene()
  await pass(service, 15 * minute)
  await service.hear({ ...deed, seenKey: undefined })
  await pass(service, 9 * minute)
  const asked = (): number =>
    screen(service, 'tia').filter((said) => /Shall we go on/.test(said)).length
  expect([asked(), service.store.readNumbers(0).waiting]).toEqual([1, 1])
  await pass(service, minute)
  expect([asked(), service.store.readNumbers(0).waiting]).toEqual([2, 1])
  expect(screen(service, 'tia').at(-1)).toContain('25 minutes')
})

test('what they type or do within the ten minutes puts the question off (8.4)', async () => {
  const { service } = await scene()
  await pass(service, 8 * minute)
  await service.hear(text('tia', 'anybody?'))
  await pass(service, 9 * minute)
  expect(screen(service, 'tia').join()).not.toContain('Shall we go on')
  await service.hear(inbound('tia', { kind: 'typing' }))
  await pass(service, minute)
  expect(screen(service, 'tia').at(-1)).toContain('Shall we go on')
})

test('who could not hear the question has ten minutes from when they do (8.4)', async () => {
  const { service } = await scene()
  await pass(service, 10 * minute - second)
  service.adapter.fail('tia', {
    kind: 'rate-limited',
    scope: 'lane',
    retryAfterMs: 15 * minute,
  })
  await pass(service, 16 * minute)
  expect(screen(service, 'tia').at(-1)).toContain('Shall we go on')
  await pass(service, 9 * minute)
  expect(service.store.readNumbers(0).waiting).toBe(1)
  await pass(service, 2 * minute)
  expect(screen(service, 'tia').at(-1)).toBe(words({ kind: 'search-lapsed' }))
})

test('the button that a tap forges says no more than the real one', async () => {
  const { service } = await scene()
  expect(writeTap({ kind: 'widen' })).toBe('1:widen')
  await service.hear(command('tia', 'stop'), tap('tia', { kind: 'widen' }))
  expect(screen(service, 'tia').at(-1)).toBe(words({ kind: 'old-button' }))
  expect(service.store.readNumbers(0).waiting).toBe(0)
})
