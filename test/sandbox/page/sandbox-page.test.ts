import { request } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { createSandboxPage } from '../../../src/sandbox/page/sandbox-page.ts'
import { fakeServer, type FakePerson, type FakeServer } from './fake-server.ts'

const opened: AsyncDisposable[] = []
afterEach(async () => {
  for (const page of opened.splice(0)) await page[Symbol.asyncDispose]()
})

interface World {
  readonly url: string
  readonly telegram: FakeServer
  readonly discord: FakeServer
  readonly ada: FakePerson
  readonly act: (
    body: unknown,
    path?: string,
  ) => Promise<{ readonly status: number; readonly text: string }>
}

async function open(dashboardUrl?: string): Promise<World> {
  const telegram = fakeServer('telegram')
  const discord = fakeServer('discord')
  const page = await createSandboxPage({
    servers: [telegram, discord],
    host: '127.0.0.1',
    port: 0,
    ...(dashboardUrl !== undefined && { dashboardUrl }),
  })
  opened.push(page)
  const [ada] = telegram.people
  if (ada === undefined) throw new Error('The page added nobody.')
  return {
    url: page.url,
    telegram,
    discord,
    ada,
    async act(body, path = `/api/people/telegram/${ada.id}`) {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(page.url + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return { status: response.status, text: await response.text() }
    },
  }
}

/** A refusal is one plain sentence, and no stack. */
const sentence = /^[A-Z][^\n{}]*\.\n$/

describe('people', () => {
  test('the page starts with one person on each platform, but only where nobody is yet', async () => {
    const { telegram, discord } = await open()
    expect([telegram, discord].map(({ people }) => people.length)).toEqual([1, 1])
    const page = await createSandboxPage({
      servers: [telegram, discord],
      host: '127.0.0.1',
      port: 0,
    })
    opened.push(page)
    expect([telegram, discord].map(({ people }) => people.length)).toEqual([1, 1])
  })

  test('people are added, each with a made-up name that nobody else has', async () => {
    const { act, telegram, discord } = await open()
    for (let index = 0; index < 30; index += 1) {
      const platform = index % 3 === 0 ? 'discord' : 'telegram'
      expect(await act({ platform }, '/api/people')).toEqual({ status: 204, text: '' })
    }
    const names = [...telegram.people, ...discord.people].map((person) => person.name)
    expect(new Set(names).size).toBe(32)
    expect(discord.people).toHaveLength(11)
  })
})

describe('what a person can do', () => {
  test('say with formatting and as a reply, send, command, tap, type, block, unblock', async () => {
    const { act, ada } = await open()
    const first = ada.hear('hello')
    const entities = [{ type: 'bold', offset: 0, length: 2 }]
    await act({ kind: 'say', text: 'hi', entities, replyTo: first.id })
    expect(ada.chat.at(-1)).toMatchObject({ text: 'hi', entities, replyTo: first.id })
    await act({ kind: 'send', what: 'photo' })
    await act({ kind: 'command', name: 'find' })
    await act({ kind: 'tap', message: first.id, data: 'yes' })
    await act({ kind: 'type' })
    await act({ kind: 'block' })
    expect(ada.hasBlocked).toBe(true)
    await act({ kind: 'unblock' })
    expect(ada.done).toEqual([
      'say hi',
      'send photo',
      'command find',
      'tap yes',
      'type',
      'block',
      'unblock',
    ])
  })

  test('edit and delete messages, and react to them', async () => {
    const { act, ada } = await open()
    const said = ada.say('helo')
    const heard = ada.hear('hi')
    await act({ kind: 'edit', message: said.id, text: 'hello' })
    await act({ kind: 'react', message: heard.id, emoji: ['👍', '🎉'] })
    expect(ada.chat).toMatchObject([
      { text: 'hello', edited: true },
      { reactions: [{ emoji: '👍' }, { emoji: '🎉' }] },
    ])
    await act({ kind: 'react', message: heard.id, emoji: [] })
    await act({ kind: 'remove', message: said.id })
    expect(ada.chat).toMatchObject([{ id: heard.id, reactions: [] }])
    expect(ada.done).toEqual(['say helo', 'edit hello', 'react 👍 🎉', 'react ', 'remove 1'])
  })

  test('what their app does not let them do comes back as one sentence', async () => {
    const { act, ada } = await open()
    expect(await act({ kind: 'send', what: 'story' })).toEqual({
      status: 409,
      text: 'Nobody can send a story.\n',
    })
    expect(await act({ kind: 'tap', message: '99', data: 'x' })).toMatchObject({
      status: 409,
      text: 'There is no such message.\n',
    })
    for (const gone of [
      { kind: 'edit', message: '99', text: 'x' },
      { kind: 'remove', message: '99' },
      { kind: 'react', message: '99', emoji: ['👍'] },
    ]) {
      expect(await act(gone)).toMatchObject({ status: 409, text: 'There is no such message.\n' })
    }
    ada.block()
    expect(await act({ kind: 'say', text: 'hi' })).toMatchObject({
      status: 409,
      text: 'The bot is blocked.\n',
    })
  })
})

describe('bad input changes nothing', () => {
  test.each<[string, unknown, string | undefined, number]>([
    ['an unknown person', { kind: 'type' }, '/api/people/telegram/404', 404],
    ['a known person on the other platform', { kind: 'type' }, '/api/people/discord/99', 404],
    ['an unknown platform', { kind: 'type' }, '/api/people/icq/1', 404],
    ['a newcomer nowhere', { platform: 'icq' }, '/api/people', 400],
    ['a newcomer without anything', null, '/api/people', 400],
    ['an unknown action', { kind: 'explode' }, undefined, 400],
    ['an empty text', { kind: 'say', text: '' }, undefined, 400],
    ['a text that is none', { kind: 'say', text: { toString: 'x' } }, undefined, 400],
    [
      'entities that are none',
      { kind: 'say', text: 'x', entities: [{ type: 'bold', offset: -1, length: 'a' }] },
      undefined,
      400,
    ],
    ['an edit of nothing', { kind: 'edit', text: 'x' }, undefined, 400],
    ['a deletion of something that is no id', { kind: 'remove', message: 1 }, undefined, 400],
    ['reactions that are no list', { kind: 'react', message: '1', emoji: '👍' }, undefined, 400],
    ['a reaction that is none', { kind: 'react', message: '1', emoji: [''] }, undefined, 400],
    [
      'more reactions than there can be',
      { kind: 'react', message: '1', emoji: Array.from({ length: 51 }, () => '👍') },
      undefined,
      400,
    ],
    ['an array', [], undefined, 400],
    ['an oversized body', { kind: 'say', text: 'x'.repeat(70_000) }, undefined, 413],
    ['an id that is a path', { kind: 'type' }, '/api/people/telegram/..%2F..%2Fetc', 404],
    ['an id that is not decodable', { kind: 'type' }, '/api/people/telegram/%E0', 400],
  ])('%s', async (_, body, path, status) => {
    const { act, ada } = await open()
    const answer = await act(body, path)
    expect(answer.status).toBe(status)
    expect(answer.text).toMatch(sentence)
    expect(ada.done).toEqual([])
    expect((await act({ kind: 'type' })).status).toBe(204)
  })

  test.each([
    ['broken JSON', 'application/json', '{"kind":', 400],
    ['an empty body', 'application/json', '', 400],
    ['a form', 'application/x-www-form-urlencoded', 'kind=type', 415],
    ['plain text', 'text/plain', '{"kind":"type"}', 415],
    ['a poisoned prototype', 'application/json', '{"kind":"type","__proto__":{"x":1}}', 400],
  ])('%s', async (_, type, body, status) => {
    const { url, ada } = await open()
    const address = `${url}/api/people/telegram/${ada.id}`
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(sentence)
    expect(ada.done).toEqual([])
  })
})

describe('who may play', () => {
  /** fetch lets neither Host nor Origin through. */
  function post(url: string, headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        url,
        { method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      )
      outgoing.on('error', reject)
      outgoing.end('{"platform":"telegram"}')
    })
  }

  test.each([
    ['a name that somebody pointed at this machine', { host: 'evil.example' }, 421],
    ['another site', { origin: 'https://evil.example' }, 403],
    ['another site that hides where it is', { origin: 'null' }, 403],
    ['another site, in a browser that says so', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
  ])('%s is turned away', async (_, headers, status) => {
    const { url, telegram } = await open()
    expect(await post(`${url}/api/people`, headers)).toBe(status)
    expect(telegram.people).toHaveLength(1)
  })

  test('the page itself is let in', async () => {
    const { url, telegram } = await open()
    expect(await post(`${url}/api/people`, { origin: url, 'sec-fetch-site': 'same-origin' })).toBe(
      204,
    )
    expect(telegram.people).toHaveLength(2)
  })
})

describe('the page', () => {
  test('it links to the dashboard where there is one, and every file it names exists and is guarded', async () => {
    const { url } = await open('http://127.0.0.1:1/')
    const page = await (await fetch(url)).text()
    expect(page).toContain('href="http://127.0.0.1:1/"')
    const files = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, file]) => file ?? '')
    const modules = [
      'api',
      'composer',
      'discord',
      'discord-text',
      'dom',
      'message-tools',
      'pane',
      'popup',
      'reactions',
      'telegram',
      'telegram-text',
      'text-dom',
    ]
    for (const file of [...files, ...modules.map((name) => `/assets/${name}.js`)]) {
      const response = await fetch(url + file)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
  })

  test('without a dashboard it links to none', async () => {
    const { url } = await open()
    expect(await (await fetch(url)).text()).not.toContain('Dashboard')
  })
})
