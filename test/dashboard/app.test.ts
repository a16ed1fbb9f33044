import { get } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { DashboardDeps } from '../../src/dashboard/app.ts'
import { openDashboard, quiet } from './sample.ts'

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const dashboard of opened.splice(0)) await dashboard[Symbol.asyncDispose]()
})

async function open(changed: Partial<DashboardDeps> = {}): Promise<string> {
  const dashboard = await openDashboard(changed)
  opened.push(dashboard)
  return dashboard.url
}

/** fetch does not let a Host header through. */
function statusFor(
  url: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers, method }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}

const broken: Partial<DashboardDeps> = {
  overview() {
    throw new Error('disk I/O error')
  },
}

describe('who may see it', () => {
  test.each(['0.0.0.0', '::', '192.168.1.5', 'example.org', '127.0.0.1.example.org', ''])(
    'it does not start on %j',
    async (host) => {
      await expect(openDashboard({ host })).rejects.toThrow(/Use 127\.0\.0\.1\.$/)
    },
  )

  test.each([
    'evil.example',
    'evil.example:80',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '169.254.1.1',
  ])('a request for the host %j is turned away', async (host) => {
    const url = await open()
    for (const path of ['/', '/events', '/healthz', '/assets/dashboard.css', '/nothing']) {
      expect(await statusFor(url + path, { host })).toBe(421)
    }
  })

  test.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:1', '[::1]:8080'])(
    'a request for the host %j is served',
    async (host) => {
      expect(await statusFor(await open(), { host })).toBe(200)
    },
  )

  test('a taken port is one plain sentence', async () => {
    const port = Number(new URL(await open()).port)
    await expect(openDashboard({ port })).rejects.toMatchObject({
      name: 'PortTakenError',
      message: `Port ${port} on 127.0.0.1 is taken. Set HTTP_PORT to a free one.`,
    })
  })
})

describe('what every answer carries', () => {
  test.each([
    '/',
    '/healthz',
    '/assets/dashboard.css',
    '/assets/live.js',
    '/assets/',
    '/nothing',
    '/events',
    '/%',
  ])('%s is guarded', async (path) => {
    const abort = new AbortController()
    const response = await fetch((await open()) + path, { signal: abort.signal })
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.has('strict-transport-security')).toBe(false)
    if (path !== '/%') {
      const policy = response.headers.get('content-security-policy')
      expect(policy).toMatch(/^default-src 'none';/)
      for (const part of ["frame-ancestors 'none'", "base-uri 'none'", "script-src 'self'"])
        expect(policy).toContain(part)
      expect(policy).not.toMatch(/unsafe|\*|http/)
      expect(response.headers.get('x-frame-options')).toBe('DENY')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    }
    if (!path.startsWith('/assets/d'))
      expect(response.headers.get('cache-control')).toMatch(/no-store|no-cache/)
    abort.abort()
  })

  test('the page asks for nothing that the policy refuses and links nowhere that does not exist', async () => {
    const url = await open()
    const page = await (await fetch(url)).text()
    expect(page).not.toMatch(/<style| style=|<script>| on\w+=/)
    const addresses = [...page.matchAll(/(?:href|src|data-events)="([^"]*)"/g)].map(
      ([, address]) => address ?? '',
    )
    expect(addresses.length).toBeGreaterThan(3)
    for (const address of addresses) expect(await statusFor(url + address, {})).toBe(200)
  })
})

describe('/healthz', () => {
  const platforms = (
    state: 'starting' | 'connected' | 'reconnecting' | 'halted',
  ): Partial<DashboardDeps> => ({
    overview: () => ({ ...quiet, platforms: [{ platform: 'telegram', state, since: 0 }] }),
  })

  test.each(['starting', 'connected'] as const)('a platform that is %s is well', async (state) => {
    const response = await fetch(`${await open(platforms(state))}/healthz`)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      status: 'ok',
      platforms: { telegram: state },
      outbox: { depth: 0 },
    })
  })

  test.each(['reconnecting', 'halted'] as const)(
    'a platform that is %s is not, and named',
    async (state) => {
      const response = await fetch(`${await open(platforms(state))}/healthz`)
      expect(response.status).toBe(503)
      expect(await response.json()).toMatchObject({
        status: 'unhealthy',
        reason: `telegram is ${state}.`,
      })
    },
  )

  test('a database that does not answer is not, and its error is for the log alone', async () => {
    const response = await fetch(`${await open(broken)}/healthz`)
    expect(response.status).toBe(503)
    const body = await response.text()
    expect(body).toContain('The database does not answer.')
    expect(body).not.toContain('disk')
  })
})

test('a database that does not answer leaves a page that says so', async () => {
  const response = await fetch(await open(broken))
  expect(await response.text()).toContain('the database does not answer')
})
