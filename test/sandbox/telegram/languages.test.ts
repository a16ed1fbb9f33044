import type { Api } from 'grammy'
import type { BotCommand, LanguageCode, Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'

import { openSandbox, refusal } from './sandbox.ts'

const named = (description: string): BotCommand[] => [{ command: 'next', description }]
const shown = (description: string) => [{ name: 'next', description }]
const everywhere = { type: 'all_private_chats' } as const

describe('the language of an app', () => {
  const languages = (updates: readonly Update[]) =>
    updates.map(({ message }) => message?.from.language_code)

  it('is English, another one or none, and the bot hears it in all that people do', async () => {
    await using sandbox = await openSandbox()
    const { api, server, anna } = sandbox
    const carmen = server.addPerson({ languageCode: 'es-419' })
    const nobody = server.addPerson({ languageCode: '' })
    for (const person of [anna, carmen, nobody]) person.say('hi')
    expect(languages(await api.getUpdates())).toEqual(['en', 'es-419', undefined])
    expect([anna, carmen, nobody].map(({ languageCode }) => languageCode)).toEqual([
      'en',
      'es-419',
      '',
    ])
  })

  it('changes from one message to the next', async () => {
    await using sandbox = await openSandbox()
    const { api, anna } = sandbox
    let changes = 0
    anna.onChange(() => (changes += 1))
    anna.languageCode = 'ar'
    expect(changes).toBe(1)
    const said = anna.say('مرحبا')
    anna.languageCode = 'ru'
    anna.react(said.id, ['👍'])
    anna.say('привет')
    anna.block()
    const updates = await api.getUpdates()
    expect(languages(updates.slice(0, 2))).toEqual(['ar', 'ru'])
    expect(updates.at(-1)?.my_chat_member?.from.language_code).toBe('ru')
  })
})

describe('a username', () => {
  it('may be missing, from the chat and from what the person does', async () => {
    await using sandbox = await openSandbox()
    const { api, server } = sandbox
    const [one, other] = [server.addPerson({ username: '' }), server.addPerson({ username: '' })]
    expect([one.username, other.username]).toEqual(['', ''])
    one.say('hi')
    const [update] = await api.getUpdates()
    expect(update?.message?.from).not.toHaveProperty('username')
    expect(update?.message?.chat).not.toHaveProperty('username')
    expect(one.send('sticker').kind).toBe('sticker')
  })
})

describe('commands by language', () => {
  it('are kept for each by itself, and the empty one is that of everybody else', async () => {
    await using sandbox = await openSandbox()
    const { api } = sandbox
    await api.setMyCommands(named('Somebody else'), { scope: everywhere })
    await api.setMyCommands(named('Otra persona'), { scope: everywhere, language_code: 'es' })
    const read = (language_code?: LanguageCode) =>
      api.getMyCommands({ scope: everywhere, ...(language_code && { language_code }) })
    expect(await read()).toEqual(named('Somebody else'))
    expect(await read('es')).toEqual(named('Otra persona'))
    expect(await read('ru')).toEqual([])
    const empty = { scope: everywhere, language_code: '' }
    const response = await sandbox.fetch('getMyCommands', empty, AbortSignal.timeout(5000))
    expect(await response.json()).toMatchObject({ result: named('Somebody else') })
    await api.deleteMyCommands({ scope: everywhere, language_code: 'es' })
    expect([await read('es'), await read()]).toEqual([[], named('Somebody else')])
  })

  it('are shown to each person in their language, else in that of everybody else', async () => {
    await using sandbox = await openSandbox()
    const { api, server, anna } = sandbox
    const carmen = server.addPerson({ languageCode: 'es-419' })
    expect(anna.shownCommands).toEqual([])
    let changes = 0
    anna.onChange(() => (changes += 1))
    await api.setMyCommands(named('Somebody else'), { scope: everywhere })
    await api.setMyCommands(named('Otra persona'), { scope: everywhere, language_code: 'es' })
    await api.setMyCommands(named('Кто-то другой'), { scope: everywhere, language_code: 'ru' })
    expect(changes).toBe(3)
    expect(anna.shownCommands).toEqual(shown('Somebody else'))
    expect(carmen.shownCommands).toEqual(shown('Otra persona'))
    carmen.languageCode = 'ru'
    expect(carmen.shownCommands).toEqual(shown('Кто-то другой'))
    carmen.languageCode = ''
    expect(carmen.shownCommands).toEqual(shown('Somebody else'))
  })

  it('are those of the narrowest scope, even where a wider one has the language', async () => {
    await using sandbox = await openSandbox()
    const { api, server, annaId, anna } = sandbox
    const steps: readonly [Parameters<Api['setMyCommands']>[1], string][] = [
      [{}, 'default'],
      [{ language_code: 'ru' }, 'default, ru'],
      [{ scope: everywhere }, 'private'],
      [{ scope: everywhere, language_code: 'ru' }, 'private, ru'],
      [{ scope: { type: 'chat', chat_id: annaId } }, 'chat'],
      [{ scope: { type: 'chat', chat_id: annaId }, language_code: 'ru' }, 'chat, ru'],
    ]
    const boris = server.addPerson({ languageCode: 'ru' })
    anna.languageCode = 'ru'
    for (const [where, description] of steps) {
      await api.setMyCommands(named(description), where)
      expect(anna.shownCommands).toEqual(shown(description))
    }
    expect(boris.shownCommands).toEqual(shown('private, ru'))
    await api.deleteMyCommands({ scope: { type: 'chat', chat_id: annaId }, language_code: 'ru' })
    expect(anna.shownCommands).toEqual(shown('chat'))
  })

  it.each(['es-419', 'spa', 'ES', 'e'])('know no language %s', async (language_code) => {
    await using sandbox = await openSandbox()
    const body = { commands: named('x'), description: 'x', language_code }
    for (const method of ['setMyCommands', 'getMyCommands', 'setMyDescription', 'getMyName']) {
      const response = await sandbox.fetch(method, body, AbortSignal.timeout(5000))
      expect(await response.json()).toMatchObject({
        error_code: 400,
        description: 'Bad Request: invalid language code specified',
      })
    }
  })
})

describe('the words of the profile', () => {
  it('are read in their language, else as everybody else reads them', async () => {
    await using sandbox = await openSandbox()
    const { api } = sandbox
    await api.setMyDescription('Talk to strangers')
    await api.setMyDescription('Habla con desconocidos', { language_code: 'es' })
    await api.setMyShortDescription('Strangers')
    await api.setMyShortDescription('Desconocidos', { language_code: 'es' })
    await api.setMyName('De paso', { language_code: 'es' })
    const read = async (language_code: LanguageCode) => [
      (await api.getMyDescription({ language_code })).description,
      (await api.getMyShortDescription({ language_code })).short_description,
      (await api.getMyName({ language_code })).name,
    ]
    expect(await read('es')).toEqual(['Habla con desconocidos', 'Desconocidos', 'De paso'])
    expect(await read('ru')).toEqual(['Talk to strangers', 'Strangers', 'Sandbox'])
    await api.setMyDescription('', { language_code: 'es' })
    expect(await read('es')).toEqual(['Talk to strangers', 'Desconocidos', 'De paso'])
    expect(await api.getMyDescription()).toEqual({ description: 'Talk to strangers' })
  })

  it('may be so long in each language and no longer', async () => {
    await using sandbox = await openSandbox()
    const { api } = sandbox
    const inArabic = { language_code: 'ar' } as const
    await api.setMyDescription('ك'.repeat(512), inArabic)
    expect(await refusal(api.setMyDescription('ك'.repeat(513), inArabic))).toMatchObject({
      code: 400,
    })
    expect(await refusal(api.setMyShortDescription('x'.repeat(121), inArabic))).toMatchObject({
      code: 400,
    })
  })
})
