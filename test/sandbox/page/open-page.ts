import { onTestFinished } from 'vitest'
import { must } from '../../../src/lib/must.ts'
import { createSandboxPage } from '../../../src/sandbox/page/sandbox-page.ts'
import { fakeServer, type FakePerson, type FakeServer } from './fake-server.ts'

interface World {
  readonly url: string
  readonly telegram: FakeServer
  readonly discord: FakeServer
  /** On Telegram. */
  readonly ada: FakePerson
  /** On Discord. */
  readonly bo: FakePerson
  readonly act: (
    body: unknown,
    path?: string,
  ) => Promise<{ readonly status: number; readonly text: string }>
}

/** A page on both platforms, open until the test is over. */
export async function openPage(dashboardUrl?: string): Promise<World> {
  const telegram = fakeServer('telegram')
  const discord = fakeServer('discord')
  const page = await createSandboxPage({
    servers: [telegram, discord],
    host: '127.0.0.1',
    port: 0,
    ...(dashboardUrl !== undefined && { dashboardUrl }),
  })
  onTestFinished(() => page[Symbol.asyncDispose]())
  const ada = must(telegram.people[0], 'the page adds somebody')
  return {
    url: page.url,
    telegram,
    discord,
    ada,
    bo: must(discord.people[0], 'the page adds somebody'),
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
export const sentence = /^[A-Z][^\n{}]*\.\n$/
