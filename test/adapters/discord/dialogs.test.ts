import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Button } from '../../../src/core/button.ts'
import type { Locale } from '../../../src/core/locale.ts'
import type { Prompt } from '../../../src/core/prompt.ts'
import type { DiscordPerson } from '../../../src/sandbox/discord/discord-person.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { until } from '../../support/until.ts'
import { RecordingHost } from './recording-host.ts'
import { addressOf, createSetting, notAborted, send, type Setting } from './setting.ts'

const prompt: Prompt = {
  title: 'Topics',
  label: 'What do you like to talk about?',
  placeholder: 'films, tea, the sea',
  mostCharacters: 200,
}
const asking = (data: string, locale?: Locale): Prompt | undefined => {
  if (data === 'topics') return locale === 'ru' ? { ...prompt, title: 'Темы' } : prompt
  return data === 'city' ? { ...prompt, title: 'City', mostCharacters: 40 } : undefined
}

let setting: Setting
let buttonsOn: string
beforeEach(async () => {
  setting = await createSetting({ promptOf: asking })
  const { adapter, ann, host } = setting
  await adapter.start(host)
  const to = await addressOf(setting, ann)
  const button = (data: string): Button => ({ label: data, data, style: 'plain' })
  const buttons = [['topics', 'city', 'plain'].map(button)]
  const action = send('Choose', { buttons })
  const { refs } = await adapter.perform({ to, key: 'k', action }, [], notAborted())
  buttonsOn = refs[0] ?? ''
})
afterEach(() => setting[Symbol.asyncDispose]())

const answers = (host: RecordingHost) =>
  host.taken.filter(({ event }) => event.kind === 'answered').map(({ event }) => event)

const callbacks = () => setting.sandbox.requests.filter(({ method }) => method === 'POST callback')

async function answer(person: DiscordPerson, data: string, text: string): Promise<void> {
  await person.tap(buttonsOn, data)
  await person.submitDialog(text)
}

describe('a tap on a button that asks something', () => {
  it('opens a dialog with its words, and tells the product nothing', async () => {
    const { ann, host, sandbox } = setting
    await ann.tap(buttonsOn, 'topics')
    expect(ann.dialog).toEqual({
      title: 'Topics',
      label: 'What do you like to talk about?',
      description: undefined,
      placeholder: 'films, tea, the sea',
      value: '',
      isParagraph: true,
      isRequired: true,
      leastLength: 0,
      mostLength: 200,
    })
    ann.say('later')
    await sandbox.flushed()
    await until(() => host.words.includes('later'), 'what follows is heard')
    expect(host.events.map(({ kind }) => kind)).toEqual(['message', 'message'])
  })

  it('asks in the language of the app, and for little in one line', async () => {
    const { ann } = setting
    ann.locale = 'ru'
    await ann.tap(buttonsOn, 'topics')
    expect(ann.dialog?.title).toBe('Темы')
    await ann.tap(buttonsOn, 'city')
    expect(ann.dialog).toMatchObject({ title: 'City', isParagraph: false, mostLength: 40 })
  })

  it('leaves every other button a button', async () => {
    const { ann, host } = setting
    await ann.tap(buttonsOn, 'plain')
    await until(() => host.events.length === 2, 'the tap is heard')
    expect(ann.dialog).toBeUndefined()
    expect(host.events.at(-1)).toEqual({ kind: 'tap', data: 'plain', on: buttonsOn })
  })

  it('fails where Discord does not take the dialog, and opens it the next time', async () => {
    const { ann, host, sandbox } = setting
    sandbox.inject({ method: 'POST callback', fault: { kind: 'server-error' } })
    await expect(ann.tap(buttonsOn, 'topics', 100)).rejects.toThrow('not acknowledged')
    await ann.tap(buttonsOn, 'topics')
    expect(ann.dialog).toBeDefined()
    expect(host.states).toEqual(['connected'])
  })
})

describe('the answer in a dialog', () => {
  it('is told with its button, in its place of the chat, and closes the dialog', async () => {
    const { ann, host } = setting
    ann.locale = 'es-419'
    await ann.tap(buttonsOn, 'topics')
    ann.say('wait')
    await ann.submitDialog('films\nand tea')
    ann.say('sent')
    await until(() => host.words.includes('sent'), 'all is heard')
    expect(ann.dialog).toBeUndefined()
    expect(host.events.map(({ kind }) => kind).slice(1)).toEqual(['message', 'answered', 'message'])
    const heard = host.taken[2]
    expect(heard?.event).toEqual({
      kind: 'answered',
      data: 'topics',
      text: 'films\nand tea',
      on: buttonsOn,
    })
    expect(heard?.sender).toMatchObject({ id: ann.id, language: 'es', handle: ann.username })
    expect(heard?.seenKey).toBe(`interaction:${heard?.position}`)
  })

  it('is acknowledged while the database still works, and shows nothing', async () => {
    const { ann, host } = setting
    await ann.tap(buttonsOn, 'topics')
    const committing = Promise.withResolvers<void>()
    host.receiving = () => committing.promise
    const before = ann.chat
    await ann.submitDialog('tea')
    expect(answers(host)).toEqual([])
    expect(ann.chat).toEqual(before)
    expect(callbacks().at(-1)?.body).toEqual({ type: 6 })
    committing.resolve()
    await until(() => answers(host).length === 1, 'it is taken in')
  })

  it('is told when it is blank, and as often as it is given', async () => {
    const { ann, host } = setting
    await answer(ann, 'topics', ' ')
    await answer(ann, 'topics', 'tea')
    await answer(ann, 'topics', 'tea')
    await until(() => answers(host).length === 3, 'all is heard')
    expect(answers(host)).toMatchObject([{ text: ' ' }, { text: 'tea' }, { text: 'tea' }])
  })

  it('is heard by the next process, and without its message when that is gone', async () => {
    const { ann, adapter, another, sandbox } = setting
    await ann.tap(buttonsOn, 'topics')
    await adapter[Symbol.asyncDispose]()
    const next = new RecordingHost()
    await another({ promptOf: asking }).start(next)
    sandbox.removeMany(ann, [buttonsOn])
    await ann.submitDialog('tea')
    await until(() => answers(next).length === 1, 'it is heard')
    expect(answers(next)).toEqual([
      { kind: 'answered', data: 'topics', text: 'tea', on: undefined },
    ])
  })
})

describe('while missed messages are read', () => {
  it('a dialog opens at once, and its answer waits its turn', async () => {
    const { ann, adapter, another, sandbox, host } = setting
    await adapter[Symbol.asyncDispose]()
    ann.say('missed')
    host.chats = async () =>
      host.taken.slice(0, 1).map(({ sender, position }) => ({
        address: sender.address,
        after: position,
      }))
    sandbox.inject({ method: 'GET messages', fault: { kind: 'server-error' } })
    const clock = createManualClock(Date.now())
    await another({ clock, promptOf: asking }).start(host)
    await until(
      () =>
        sandbox.requests.some(({ method, status }) => method === 'GET messages' && status === 500),
      'the first attempt',
    )
    await ann.tap(buttonsOn, 'topics')
    expect(ann.dialog).toBeDefined()
    ann.say('live')
    await ann.submitDialog('tea')
    expect(host.words).toEqual(['knock'])
    await until(() => {
      clock.advance(500)
      return answers(host).length === 1
    }, 'all is heard')
    expect(host.words).toEqual(['knock', 'missed', 'live'])
    expect(host.events.at(-1)).toMatchObject({ kind: 'answered', text: 'tea' })
  })
})
