import { InputMediaBuilder } from 'grammy'
import type { Message } from 'grammy/types'
import { expect, it } from 'vitest'

import { openSandbox, type TestSandbox } from './sandbox.ts'
import { sample } from './samples.ts'

type Options = { readonly protect_content?: boolean }

const sendings: Readonly<
  Record<string, (sandbox: TestSandbox, options: Options) => Promise<Message | Message[]>>
> = {
  sendMessage: ({ api, annaId }, options) => api.sendMessage(annaId, 'x', options),
  sendPhoto: ({ api, annaId }, options) => api.sendPhoto(annaId, sample('photo.jpg'), options),
  sendVoice: ({ api, annaId }, options) => api.sendVoice(annaId, sample('voice.ogg'), options),
  sendMediaGroup: ({ api, annaId }, options) => {
    const photo = () => InputMediaBuilder.photo(sample('photo.jpg'))
    return api.sendMediaGroup(annaId, [photo(), photo()], options)
  },
  sendLocation: ({ api, annaId }, options) => api.sendLocation(annaId, 1, 2, options),
  sendVenue: ({ api, annaId }, options) => api.sendVenue(annaId, 1, 2, 'Café', 'Street', options),
}

it.each(Object.keys(sendings))(
  'what %s protects is marked so, for the bot and for the person, and nothing else is',
  async (method) => {
    await using sandbox = await openSandbox()
    const { anna } = sandbox
    const before = anna.chat.length
    const marks = async (options: Options) => {
      const sent = await sendings[method]?.(sandbox, options)
      return [sent ?? []].flat().map((message) => message.has_protected_content)
    }
    const isProtected = await marks({ protect_content: true })
    const isOpen = [...(await marks({})), ...(await marks({ protect_content: false }))]
    const count = method === 'sendMediaGroup' ? 2 : 1
    expect(isProtected).toEqual(Array(count).fill(true))
    expect(isOpen).toEqual(Array(2 * count).fill(undefined))
    expect(anna.chat.slice(before).map((seen) => seen.isProtected)).toEqual([
      ...isProtected,
      ...isOpen,
    ])
  },
)

it('what is protected stays so when it is edited', async () => {
  await using sandbox = await openSandbox()
  const { api, anna, annaId } = sandbox
  const { message_id } = await api.sendMessage(annaId, 'one', { protect_content: true })
  await api.editMessageText(annaId, message_id, 'two')
  expect(anna.chat.at(-1)).toMatchObject({ text: 'two', isProtected: true })
})
