import { expect, test } from 'vitest'
import type { Clock } from '../../src/clock.ts'
import { openDashboard, quiet } from './sample.ts'

/** A clock that stands still; `advance` runs what falls due. */
function stillClock(): Clock & { advance(ms: number): void } {
  let now = 1_000_000
  const tasks = new Map<object, { at: number; task: () => void }>()
  return {
    now: () => now,
    after(delayMs, task) {
      const key = {}
      tasks.set(key, { at: now + delayMs, task })
      return () => tasks.delete(key)
    },
    advance(ms) {
      now += ms
      for (const [key, due] of tasks) {
        if (due.at > now) continue
        tasks.delete(key)
        due.task()
      }
    },
  }
}

async function openStream(): Promise<{
  clock: ReturnType<typeof stillClock>
  change: (waiting: number) => void
  renders: () => number
  next: () => Promise<string | undefined>
  dashboard: Awaited<ReturnType<typeof openDashboard>>
}> {
  const clock = stillClock()
  const listeners = new Set<() => void>()
  let waiting = 1
  let renders = 0
  const dashboard = await openDashboard({
    clock,
    overview: () => {
      renders += 1
      return { ...quiet, waiting }
    },
    changes: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  })
  const { body } = await fetch(`${dashboard.url}/events`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  return {
    clock,
    dashboard,
    renders: () => renders,
    change(to) {
      waiting = to
      for (const listener of listeners) listener()
    },
    async next() {
      for (;;) {
        const page = /event: page\n((?:data: .*\n)+)\n/.exec(unread)
        if (page !== null) {
          unread = unread.slice(page.index + page[0].length)
          return /<strong>(\d+)/.exec(page[1] ?? '')?.[1]
        }
        const read = await reader?.read()
        if (read === undefined || read.done) return undefined
        unread += read.value
      }
    },
  }
}

test('a page that opens hears what is true now, then every change, at most one a second', async () => {
  const stream = await openStream()
  await using _ = stream.dashboard
  expect(await stream.next()).toBe('1')
  const before = stream.renders()
  for (let waiting = 2; waiting <= 50; waiting += 1) stream.change(waiting)
  stream.clock.advance(999)
  expect(stream.renders()).toBe(before)
  stream.clock.advance(1)
  expect(await stream.next()).toBe('50')
  expect(stream.renders()).toBe(before + 1)
})

test('without any change it hears again after ten seconds, for ages grow by themselves', async () => {
  const stream = await openStream()
  await using _ = stream.dashboard
  await stream.next()
  stream.clock.advance(10_000)
  expect(await stream.next()).toBe('1')
  stream.clock.advance(10_000)
  expect(await stream.next()).toBe('1')
})

test('closing the dashboard ends open streams at once', async () => {
  const stream = await openStream()
  await stream.next()
  await stream.dashboard[Symbol.asyncDispose]()
  await expect(stream.next()).resolves.toBeUndefined()
})

test('the 33rd reader is told that there are too many', async () => {
  await using dashboard = await openDashboard()
  const abort = new AbortController()
  const answers = await Promise.all(
    Array.from({ length: 33 }, () => fetch(`${dashboard.url}/events`, { signal: abort.signal })),
  )
  expect(
    answers
      .map((answer) => answer.status)
      .toSorted((a, b) => b - a)
      .slice(0, 2),
  ).toEqual([503, 200])
  abort.abort()
})

test('numbers that cannot be shown leave a page that says so, not a process that ends', async () => {
  const clock = stillClock()
  let since = 0
  await using dashboard = await openDashboard({
    clock,
    overview: () => ({
      ...quiet,
      platforms: [{ platform: 'telegram', state: 'connected', since }],
    }),
  })
  const { body } = await fetch(`${dashboard.url}/events`)
  since = Number.NaN
  clock.advance(10_000)
  let heard = ''
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    heard += chunk
    if (heard.includes('cannot be read')) break
  }
  expect(heard).toContain('Messages flow.')
})
