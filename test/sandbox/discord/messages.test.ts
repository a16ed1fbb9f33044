import { expect, test } from 'vitest'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import { connectClient } from './connect-client.ts'

test('discord.js logs in, hears a direct message and answers it', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const alice = sandbox.addPerson()
  await using bot = await connectClient(sandbox)
  const said = alice.say('**hello**')
  await sandbox.flushed()
  const [message] = bot.of('MESSAGE_CREATE')
  expect(message).toMatchObject({ id: said.id, content: '**hello**', channel_type: 1 })
  await bot.client.rest.post(`/channels/${message.channel_id}/messages`, { body: { content: 'hi' } })
  expect(alice.chat.map((seen) => [seen.from, seen.text])).toEqual([
    ['person', '**hello**'],
    ['bot', 'hi'],
  ])
})
