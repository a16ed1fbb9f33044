// Whom the adapter tells of and how it speaks to them: languages, public names, prompts, what is protected.

import { afterEach, beforeEach, expect, test } from 'vitest'

import type { Action } from '../../../src/core/action.ts'
import type { Language } from '../../../src/core/language.ts'
import { locales, type Locale } from '../../../src/core/locale.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { sampleFile } from '../../../src/sandbox/samples/sample-files.ts'
import { until } from '../../support/until.ts'
import { outgoing, prepared } from './outgoing.ts'
import { createSandboxSetting, type SandboxSetting } from './sandbox-setting.ts'
import { commands } from './setting.ts'

let setting: SandboxSetting
beforeEach(async () => {
  setting = await createSandboxSetting()
})
afterEach(() => setting[Symbol.asyncDispose]())

const replyTo = undefined
const sender = () => setting.host.offered.flat().at(-1)?.sender

test('the language of an app is told with all that its owner does, as long as it is set to it', async () => {
  const { ann, sandbox } = setting
  const told: (Language | undefined)[] = []
  for (const code of ['en', 'es-419', 'ru', 'ar', 'pt-br', 'nl', '']) {
    ann.languageCode = code
    const said = ann.say('hi')
    await sandbox.flushed()
    told.push(sender()?.language)
    ann.edit(said.id, 'hello')
    await sandbox.flushed()
    told.push(sender()?.language)
  }
  const expected = ['en', 'es', 'ru', 'ar', 'pt', undefined, undefined]
  expect(told).toEqual(expected.flatMap((language) => [language, language]))
})

test('the username of a person is told, where there is one, and their name never', async () => {
  const { ann, sandbox } = setting
  ann.say('hi')
  await sandbox.flushed()
  expect(sender()?.handle).toBe('annabel_leigh')
  sandbox.addPerson({ name: 'Nobody Knows', username: '' }).say('hi')
  await sandbox.flushed()
  expect(sender()?.handle).toBeUndefined()
  expect(JSON.stringify(setting.host.offered)).not.toMatch(/Annabel|Nobody/)
})

test('a question opens a reply with its placeholder, and the reply names the question', async () => {
  const { ann, sandbox } = setting
  const buttons = [[{ label: 'Yes', data: 'yes', style: 'plain' }]] as const
  const asksReply = { placeholder: `Your topic${' and more'.repeat(20)}` }
  const text = plain('What about?')
  const { refs } = await setting.perform({ kind: 'send', text, buttons, replyTo, asksReply })
  expect(ann.chat.at(-1)).toMatchObject({
    text: 'What about?',
    buttons: [],
    asksReply: { placeholder: `Your topic${' and more'.repeat(6)}` },
  })
  ann.reply('gardens')
  await sandbox.flushed()
  expect(setting.events().at(-1)).toMatchObject({
    kind: 'message',
    content: { text: plain('gardens') },
    replyTo: { ref: refs[0] },
  })
})

test('what is protected is so in the app, and what is not is not', async () => {
  const { ann } = setting
  const bytes = Uint8Array.from(sampleFile('photo.jpg').bytes)
  const ready = [1, 2].map((number) => prepared('photo', { bytes, name: `photo-${number}.jpg` }))
  const wanted = [1, 2].map((number) => outgoing('photo', { number }))
  const place = { latitude: 1, longitude: 2, venue: undefined }
  const sendings = [
    [{ kind: 'send', text: plain('hi'), buttons: [], replyTo }, 0],
    [{ kind: 'send-files', files: wanted.slice(0, 1), replyTo }, 1],
    [{ kind: 'send-files', files: wanted, replyTo }, 2],
    [{ kind: 'send-place', place, replyTo }, 0],
  ] as const satisfies readonly (readonly [Action, number])[]
  for (const isProtected of [true, false]) {
    const before = ann.chat.length
    for (const [action, count] of sendings)
      await setting.perform({ ...action, isProtected }, ready.slice(0, count))
    const marks = ann.chat.slice(before).map((seen) => seen.isProtected ?? false)
    expect(marks).toEqual(Array(5).fill(isProtected))
  }
})

test('each person finds the commands in their language', async () => {
  const { ann, sandbox } = setting
  const isLast = () =>
    sandbox.requests.some(
      ({ method, body, carriedOut }) =>
        method === 'setMyShortDescription' && carriedOut && JSON.stringify(body).includes('"ar"'),
    )
  await until(isLast, 'the menu is written in the last language')
  const listed = (locale: Locale) =>
    commands.map(({ command, descriptions }) => ({
      name: command,
      description: descriptions[locale],
    }))
  for (const locale of locales) {
    ann.languageCode = locale
    expect(ann.shownCommands).toEqual(listed(locale))
  }
  ann.languageCode = 'de'
  expect(ann.shownCommands).toEqual(listed('en'))
})
