import { expect, test } from 'vitest'
import { toMarkup } from '../../src/lib/html.ts'
import { overviewPage } from '../../src/dashboard/pages/overview.ts'
import type { Overview } from '../../src/service/overview.ts'
import { quiet } from './sample.ts'

const now = 1_000 * 60_000
const show = (overview: Overview): string => toMarkup(overviewPage(overview, now))

/** Every text and number of an overview replaced by something hostile, as a broken database might give. */
function poison(value: unknown, hostile: string): unknown {
  if (Array.isArray(value)) return value.map((item) => poison(item, hostile))
  if (typeof value !== 'object' || value === null) return hostile
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, poison(item, hostile)]),
  )
}

test('the six numbers are shown with what they mean', () => {
  const page = show({
    ...quiet,
    waiting: 17,
    chatting: 1284,
    roomsToday: 3962,
    messagesToday: 204_518,
    outbox: { depth: 38, oldestMs: 1240 },
  })
  for (const text of ['17', '1,284', '3,962', '204,518', '38', 'oldest 1.2 s', '2 of 2'])
    expect(page).toContain(text)
})

test('when nothing happened yet the page says so kindly and raises no alarm', () => {
  const page = show(quiet)
  expect(page).toContain('Quiet for an hour.')
  expect(page).toContain('everything is delivered')
  expect(page).not.toMatch(/alarm|class="line|tile (?:warn|bad)|pill (?:warn|bad)/)
})

test('red is kept for a platform that stopped; one that reconnects by itself is amber', () => {
  const away = show({
    ...quiet,
    platforms: [{ platform: 'discord', state: 'reconnecting', since: now - 42_000 }],
  })
  expect(away).toContain('pill warn')
  expect(away).toContain('42 s')
  expect(away).not.toMatch(/alarm|bad/)
  const stopped = show({
    ...quiet,
    platforms: [{ platform: 'discord', state: 'halted', since: now }],
  })
  expect(stopped).toContain('Discord stopped.')
  expect(stopped).toContain('pill bad')
})

test('an outbox that waits for more than a minute is amber', () => {
  expect(show({ ...quiet, outbox: { depth: 2, oldestMs: 60_001 } })).toContain('tile warn')
  expect(show({ ...quiet, outbox: { depth: 2, oldestMs: 59_999 } })).not.toContain('tile warn')
})

test('each minute stands at its place in the chart, missing minutes at zero, older ones nowhere', () => {
  const perMinute = [
    { at: now - 60 * 60_000, telegram: 100, discord: 100 },
    { at: now - 59 * 60_000, telegram: 4, discord: 0 },
    { at: now, telegram: 2, discord: 1 },
  ]
  const page = show({ ...quiet, perMinute })
  const lines = [...page.matchAll(/class="line (\w+)" d="M([^"]*)"/g)].map(([, name, d]) => [
    name,
    d?.split('L'),
  ])
  expect(lines.map(([name]) => name)).toEqual(['telegram', 'discord'])
  expect(lines[0]?.[1]).toHaveLength(60)
  expect(lines[0]?.[1]?.at(0)).toBe('0 0')
  expect(lines[0]?.[1]?.at(1)).toBe('1 100')
  expect(lines[0]?.[1]?.at(-1)).toBe('59 50')
  expect(lines[1]?.[1]?.at(-1)).toBe('59 75')
})

test('hostile text in any field becomes text', () => {
  const hostile = `"><script>alert('x')</script>`
  const full = { ...quiet, perMinute: [{ at: now, telegram: 1, discord: 1 }] }
  for (const key of [
    'waiting',
    'chatting',
    'roomsToday',
    'messagesToday',
    'outbox',
    'perMinute',
  ] as const) {
    const poisoned: Overview = Object.assign({}, full, { [key]: poison(full[key], hostile) })
    expect(show(poisoned)).not.toMatch(/<script|alert\('/)
  }
})
