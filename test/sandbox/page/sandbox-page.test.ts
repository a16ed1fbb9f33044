import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createSandboxPage } from '../../../src/sandbox/page/sandbox-page.ts'
import { openPage as open, sentence } from './open-page.ts'

describe('people', () => {
  test('the page starts with one person on each platform, but only where nobody is yet', async () => {
    const { telegram, discord } = await open()
    expect([telegram, discord].map(({ people }) => people.length)).toEqual([1, 1])
    const page = await createSandboxPage({
      servers: [telegram, discord],
      host: '127.0.0.1',
      port: 0,
    })
    await using _ = page
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

  test('samples go out with a caption and as a spoiler, those of several files too', async () => {
    const { act, ada, bo } = await open()
    await act({ kind: 'send', what: 'video', caption: 'look' })
    await act({ kind: 'send', what: 'album', caption: 'hills', spoiler: true })
    await act({ kind: 'send', what: 'sticker-tgs' })
    await act({ kind: 'send', what: 'album' }, `/api/people/discord/${bo.id}`)
    expect(ada.done).toEqual(['send video', 'send 3 photo', 'send 1 sticker'])
    expect(ada.chat.slice(1)).toMatchObject([
      { text: 'hills', files: [{ kind: 'photo', spoiler: true }] },
      { text: '', files: [{ kind: 'photo', spoiler: true }] },
      { text: '', files: [{ kind: 'photo', spoiler: true }] },
      { files: [{ kind: 'sticker', type: 'application/x-tgsticker', spoiler: false }] },
    ])
    expect(bo.chat).toMatchObject([{ files: [{}, {}, {}] }])
  })

  test('captions are changed and taken away, but a message of words needs some', async () => {
    const { act, ada } = await open()
    await act({ kind: 'send', what: 'album', caption: 'hills' })
    const [photo] = ada.chat
    const said = ada.say('hi')
    expect(await act({ kind: 'edit', message: photo?.id, text: '' })).toMatchObject({ status: 204 })
    expect(ada.chat[0]).toMatchObject({ text: '', edited: true })
    expect(await act({ kind: 'edit', message: said.id, text: '' })).toEqual({
      status: 409,
      text: 'A message without files needs words.\n',
    })
    expect(ada.chat.at(-1)).toMatchObject({ text: 'hi', edited: false })
  })

  test('take one file out of a message, and refuse voice messages', async () => {
    const { act, bo } = await open()
    const path = `/api/people/discord/${bo.id}`
    await act({ kind: 'send', what: 'album' }, path)
    await act({ kind: 'remove-file', message: bo.chat[0]?.id, index: 1 }, path)
    await act({ kind: 'forbid-voice', isForbidden: true }, path)
    expect(bo.chat[0]?.files).toHaveLength(2)
    expect(bo.done).toEqual(['send 3 photo', 'remove file 1 of 1', 'forbid voice true'])
  })

  test('choose the language of their app, as each platform calls it', async () => {
    const { act, ada, bo } = await open()
    for (const language of ['es', 'ar', 'en']) {
      await act({ kind: 'speak', language })
      await act({ kind: 'speak', language }, `/api/people/discord/${bo.id}`)
    }
    expect(ada.done).toEqual(['speak es', 'speak ar', 'speak en'])
    expect(bo.done).toEqual(['speak es-ES', 'speak ar', 'speak en-US'])
  })

  test('answer a dialog or close it, and learn why an answer is not sent', async () => {
    const { act, bo } = await open()
    const path = `/api/people/discord/${bo.id}`
    bo.ask({})
    await act({ kind: 'answer-dialog', text: '' }, path)
    expect(bo.dialog).toBeUndefined()
    bo.ask({})
    await act({ kind: 'dismiss-dialog' }, path)
    expect(bo.dialog).toBeUndefined()
    expect(bo.done).toEqual(['answer ', 'dismiss'])
    expect(await act({ kind: 'answer-dialog', text: 'late' }, path)).toEqual({
      status: 409,
      text: 'No dialog is open.\n',
    })
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
    ['a caption that is none', { kind: 'send', what: 'photo', caption: 1 }, undefined, 400],
    ['a file that is nowhere', { kind: 'remove-file', message: '1', index: -1 }, undefined, 400],
    ['a deletion of something that is no id', { kind: 'remove', message: 1 }, undefined, 400],
    ['reactions that are no list', { kind: 'react', message: '1', emoji: '👍' }, undefined, 400],
    ['a reaction that is none', { kind: 'react', message: '1', emoji: [''] }, undefined, 400],
    [
      'more reactions than there can be',
      { kind: 'react', message: '1', emoji: Array.from({ length: 51 }, () => '👍') },
      undefined,
      400,
    ],
    ['a language that is not offered', { kind: 'speak', language: 'eo' }, undefined, 400],
    ['an answer that is no text', { kind: 'answer-dialog', text: 1 }, undefined, 400],
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
      'albums',
      'api',
      'attach-sheet',
      'choose-files',
      'composer',
      'dialog',
      'discord',
      'discord-text',
      'dom',
      'file-drop',
      'file-grid',
      'file-tray',
      'file-words',
      'files',
      'kept-elements',
      'language-choice',
      'message-tools',
      'moving',
      'outgoing',
      'pane',
      'person-bar',
      'place',
      'player',
      'popup',
      'reactions',
      'telegram',
      'telegram-text',
      'text-dom',
      'viewer',
      'waveform',
    ]
    for (const file of [...files, ...modules.map((name) => `/assets/${name}.js`)]) {
      const response = await fetch(url + file)
      expect(response.status).toBe(200)
      const policy = response.headers.get('content-security-policy')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("media-src 'self'")
      expect(policy).not.toContain('unsafe')
    }
  })

  test('without a dashboard it links to none', async () => {
    const { url } = await open()
    expect(await (await fetch(url)).text()).not.toContain('Dashboard')
  })
})
