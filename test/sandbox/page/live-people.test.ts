import { expect, test } from 'vitest'
import { must } from '../../../src/lib/must.ts'
import { createSandboxPage } from '../../../src/sandbox/page/sandbox-page.ts'
import { fakeServer, type FakeServer } from './fake-server.ts'

interface Event {
  readonly kind: string
  readonly data: unknown
}

async function listen(servers: readonly FakeServer[]): Promise<{
  next: () => Promise<Event | undefined>
  page: AsyncDisposable & { readonly url: string }
}> {
  const page = await createSandboxPage({ servers, host: '127.0.0.1', port: 0 })
  const { body } = await fetch(`${page.url}/events`)
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  return {
    page,
    async next() {
      for (;;) {
        const found = /event: (\w+)\ndata: (.*)\n\n/.exec(unread)
        if (found !== null) {
          unread = unread.slice(found.index + found[0].length)
          return {
            kind: found[1] ?? '',
            data: found[2] === '' ? undefined : JSON.parse(found[2] ?? ''),
          }
        }
        const read = await reader?.read()
        if (read === undefined || read.done) return undefined
        unread += read.value
      }
    },
  }
}

test('a page that opens is told of everybody, then of each change of anybody', async () => {
  const telegram = fakeServer('telegram')
  const { page, next } = await listen([telegram])
  await using _ = page
  expect(await next()).toMatchObject({ kind: 'person', data: { platform: 'telegram', chat: [] } })
  expect(await next()).toEqual({ kind: 'everybody', data: undefined })
  telegram.people[0]?.hear('<b>"hi"</b>\nevent: person\n\n', {
    rows: [[{ label: 'Yes', data: 'y' }]],
  })
  expect(await next()).toMatchObject({
    kind: 'person',
    data: { chat: [{ text: '<b>"hi"</b>\nevent: person\n\n', buttons: [[{ label: 'Yes' }]] }] },
  })
  telegram.people[0]?.seeTyping()
  expect(await next()).toMatchObject({ data: { typingSeen: 1 } })
  telegram.addPerson({ name: 'Newcomer' })
  expect(await next()).toMatchObject({ kind: 'person', data: { name: 'Newcomer' } })
})

test('many changes at once are told once', async () => {
  const discord = fakeServer('discord')
  const { page, next } = await listen([discord])
  await using _ = page
  for (let event = await next(); event?.kind !== 'everybody'; event = await next());
  for (let count = 1; count <= 300; count += 1) discord.people[0]?.hear(`${count}`)
  const told = await next()
  expect(told).toMatchObject({ kind: 'person' })
  discord.people[0]?.hear('last')
  expect(await next()).toMatchObject({
    data: { chat: expect.toSatisfy((chat: readonly unknown[]) => chat.length === 200) },
  })
})

test('a page is told what each app speaks, lists and asks', async () => {
  const discord = fakeServer('discord')
  const { page, next } = await listen([discord])
  await using _ = page
  expect(await next()).toMatchObject({ data: { language: 'en', commands: [] } })
  expect(await next()).toMatchObject({ kind: 'everybody' })
  const person = must(discord.people[0], 'the page adds somebody')
  const commands = [{ name: 'find', description: 'Buscar' }]
  person.locale = 'es-419'
  person.list(commands)
  expect(await next()).toMatchObject({ data: { language: 'es', commands } })
  person.ask({ title: 'Temas' })
  expect(await next()).toMatchObject({ data: { dialog: { title: 'Temas', mostLength: 100 } } })
  person.dismissDialog?.()
  expect(await next()).not.toHaveProperty('data.dialog')
})

test('a page is told which message asks for a reply', async () => {
  const telegram = fakeServer('telegram')
  const { page, next } = await listen([telegram])
  await using _ = page
  for (let event = await next(); event?.kind !== 'everybody'; event = await next());
  telegram.people[0]?.hear('What do you like?', { asksReply: { placeholder: 'films' } })
  expect(await next()).toMatchObject({ data: { chat: [{ asksReply: { placeholder: 'films' } }] } })
})

test('closing the page ends open streams at once and stops listening', async () => {
  const telegram = fakeServer('telegram')
  const { page, next } = await listen([telegram])
  await page[Symbol.asyncDispose]()
  while ((await next()) !== undefined);
  telegram.people[0]?.hear('nobody listens')
})

test('a page that opens later knows who refuses voice messages', async () => {
  const telegram = fakeServer('telegram')
  const { page, next } = await listen([telegram])
  await using _ = page
  for (let event = await next(); event?.kind !== 'everybody'; event = await next());
  for (const isForbidden of [true, false]) {
    await fetch(`${page.url}/api/people/telegram/1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'forbid-voice', isForbidden }),
    })
    expect(await next()).toMatchObject({ data: { refusesVoice: isForbidden } })
  }
})

test('of files a page is told what and where they are, never their bytes', async () => {
  const telegram = fakeServer('telegram')
  const { page, next } = await listen([telegram])
  await using _ = page
  for (let event = await next(); event?.kind !== 'everybody'; event = await next());
  const person = must(telegram.people[0], 'the page adds somebody')
  const file = { bytes: Buffer.from('first'), name: 'a.jpg', type: 'image/jpeg' }
  const [message] = person.sendFiles('photo', [file], { caption: 'hills', spoiler: true })
  const told = await next()
  expect(told).toMatchObject({
    data: {
      chat: [
        {
          text: 'hills',
          files: [
            {
              kind: 'photo',
              name: 'a.jpg',
              type: 'image/jpeg',
              spoiler: true,
              size: 5,
              address: expect.stringMatching(/^\/files\/telegram\/1\/1\/0\?v=/),
            },
          ],
        },
      ],
    },
  })
  expect(JSON.stringify(told)).not.toContain('"bytes"')
  const { url } = page
  const before = addressIn(told)
  expect(await (await fetch(url + before)).text()).toBe('first')
  person.replaceFile(message?.id ?? '', 'photo', { ...file, bytes: Buffer.from('other') })
  const after = addressIn(await next())
  expect(after).not.toBe(before)
  expect(await (await fetch(url + after)).text()).toBe('other')
})

/** Of the first file that is told of. */
const addressIn = (told: unknown): string =>
  /"address":"([^"]*)"/.exec(JSON.stringify(told))?.[1] ?? ''
