import { ComponentType } from 'discord.js'
import type { ButtonInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js'
import { expect, test } from 'vitest'
import { must } from '../../../src/lib/must.ts'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import { connectClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'

const commands = [
  { name: 'find', description: 'Find somebody', contexts: [1], integration_types: [0, 1] },
  { name: 'stop', description: 'Stop', contexts: [1], integration_types: [0, 1] },
]
const button = {
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: 1, label: 'Go', custom_id: 'go' }],
}

async function setUp(interactionLimitMs = 3000) {
  const sandbox = await createDiscordSandbox({ now: Date.now, interactionLimitMs })
  const alice = sandbox.addPerson()
  const channel = await channelOf(sandbox, alice.id)
  const bot = await connectClient(sandbox)
  await bot.client.application.commands.set(
    commands.map(({ name, description }) => ({ name, description })),
  )
  const { body } = await restCall(sandbox, 'POST', `/channels/${channel}/messages`, {
    content: 'Tap',
    components: [button],
  })
  return {
    sandbox,
    alice,
    bot,
    channel,
    asked: body.id,
    onButton(answer: (interaction: ButtonInteraction) => Promise<unknown>) {
      bot.client.once('interactionCreate', (interaction: Interaction) => {
        if (interaction.isButton()) void answer(interaction)
      })
    },
    onCommand(answer: (interaction: ChatInputCommandInteraction) => Promise<void>): Promise<void> {
      return new Promise((resolve, reject) => {
        bot.client.once('interactionCreate', (interaction: Interaction) => {
          if (interaction.isChatInputCommand()) answer(interaction).then(resolve, reject)
        })
      })
    },
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]()
      await sandbox[Symbol.asyncDispose]()
    },
  }
}

test('a tap resolves when the bot has acknowledged it', async () => {
  await using world = await setUp()
  let seen: ButtonInteraction | undefined
  world.onButton(async (interaction) => {
    seen = interaction
    await interaction.deferUpdate()
  })
  await world.alice.tap(world.asked, 'go')
  expect(seen).toMatchObject({
    customId: 'go',
    locale: 'en-US',
    context: 1,
    user: { id: world.alice.id },
  })
  expect(seen?.message.id).toBe(world.asked)
  expect(world.sandbox.requests.at(-1)).toMatchObject({
    method: 'POST callback',
    person: world.alice.id,
    status: 204,
  })
})

test('a tap can be answered by changing its message', async () => {
  await using world = await setUp()
  world.onButton((interaction) => interaction.update({ content: 'Done', components: [] }))
  await world.alice.tap(world.asked, 'go')
  expect(world.alice.chat).toMatchObject([
    { id: world.asked, text: 'Done', buttons: [], edited: true },
  ])
})

test('after a deferred update, @original is the button’s message', async () => {
  await using world = await setUp()
  const answered = new Promise((resolve) => {
    world.onButton(async (interaction) => {
      await interaction.deferUpdate()
      await interaction.editReply({ content: 'Later', components: [] })
      await interaction.followUp('More')
      resolve(undefined)
    })
  })
  await world.alice.tap(world.asked, 'go')
  await answered
  expect(world.alice.chat).toMatchObject([
    { id: world.asked, text: 'Later' },
    { text: 'More', replyTo: world.asked },
  ])
})

test('a tap that nobody acknowledges fails', async () => {
  await using world = await setUp(20)
  await expect(world.alice.tap(world.asked, 'go')).rejects.toThrow('This interaction failed')
  const event = must(world.bot.of('INTERACTION_CREATE')[0], 'an interaction came')
  const late = await restCall(
    world.sandbox,
    'POST',
    `/interactions/${event.id}/${event.token}/callback`,
    { type: 6 },
  )
  expect(late).toMatchObject({ status: 404, body: { code: 10062 } })
})

test('a tap gives up after the time it is given', async () => {
  await using world = await setUp()
  await expect(world.alice.tap(world.asked, 'go', 10)).rejects.toThrow('within 10 ms')
})

test('there is no tapping on what is not there', async () => {
  await using world = await setUp()
  await expect(world.alice.tap('1', 'go')).rejects.toThrow('no message 1')
})

test('an interaction is acknowledged once, by its own token', async () => {
  await using world = await setUp()
  const tapped = world.alice.tap(world.asked, 'go')
  await world.sandbox.flushed()
  const event = must(world.bot.of('INTERACTION_CREATE')[0], 'an interaction came')
  const path = `/interactions/${event.id}/${event.token}/callback`
  const unknown = await restCall(world.sandbox, 'POST', `/interactions/1/${event.token}/callback`, {
    type: 6,
  })
  expect(unknown).toMatchObject({ status: 404, body: { code: 10062 } })
  expect(await restCall(world.sandbox, 'POST', path, { type: 99 })).toMatchObject({
    status: 400,
    body: { code: 50035 },
  })
  expect(
    (await restCall(world.sandbox, 'POST', path, { type: 6 }, { authorization: '' })).status,
  ).toBe(204)
  await tapped
  expect(await restCall(world.sandbox, 'POST', path, { type: 6 })).toMatchObject({
    status: 400,
    body: { code: 40060 },
  })
})

test('a slash command reaches the bot, which answers in its place', async () => {
  await using world = await setUp()
  const answered = world.onCommand(async (interaction) => {
    expect(interaction).toMatchObject({
      commandName: 'find',
      locale: 'en-US',
      context: 1,
      channelId: world.channel,
    })
    const callback = await interaction.reply({ content: 'Searching', withResponse: true })
    expect(callback.resource?.message?.content).toBe('Searching')
    await interaction.editReply('Found')
  })
  world.alice.command('find')
  await answered
  expect(world.alice.chat.at(-1)).toMatchObject({ from: 'bot', text: 'Found', edited: true })
  const created = world.bot.of('MESSAGE_CREATE').at(-1)
  expect(created).toMatchObject({
    type: 20,
    interaction_metadata: { type: 2, user: { id: world.alice.id } },
  })
})

test('a deferred answer is shown as loading, then replaced by the first follow-up', async () => {
  await using world = await setUp()
  const answered = world.onCommand(async (interaction) => {
    await interaction.deferReply()
    expect(world.alice.chat.at(-1)).toMatchObject({ kind: 'loading', text: '' })
    await interaction.followUp('First')
    await interaction.followUp('Second')
  })
  world.alice.command('find')
  await answered
  expect(world.alice.chat.slice(1)).toMatchObject([
    { kind: 'text', text: 'First', edited: false },
    { kind: 'text', text: 'Second' },
  ])
})

test('a deferred answer can be taken back', async () => {
  await using world = await setUp()
  const answered = world.onCommand(async (interaction) => {
    await interaction.deferReply()
    await interaction.deleteReply()
    await expect(interaction.fetchReply()).rejects.toMatchObject({ code: 10008 })
  })
  world.alice.command('stop')
  await answered
  expect(world.alice.chat).toHaveLength(1)
})

test('an ephemeral answer is shown to the person and kept in no history', async () => {
  await using world = await setUp()
  const answered = world.onCommand(async (interaction) => {
    await interaction.reply({ content: 'Only you', flags: 64 })
  })
  world.alice.command('find')
  await answered
  expect(world.alice.chat.at(-1)?.text).toBe('Only you')
  const history = await restCall(world.sandbox, 'GET', `/channels/${world.channel}/messages`)
  expect(history.list).toHaveLength(1)
})

test('the app shows an error when nobody answers a command', async () => {
  await using world = await setUp(20)
  const shown = new Promise<void>((resolve) => {
    world.alice.onChange(() => resolve())
  })
  world.alice.command('find')
  await shown
  expect(world.alice.chat.at(-1)).toMatchObject({
    kind: 'error',
    text: 'The application did not respond',
  })
})

test('what is no command of the app is sent as text', async () => {
  await using world = await setUp()
  world.alice.command('dance')
  expect(world.alice.chat.at(-1)).toMatchObject({ from: 'person', text: '/dance' })
})

test('a token is good for a quarter of an hour', async () => {
  let now = Date.now()
  await using sandbox = await createDiscordSandbox({ now: () => now })
  const alice = sandbox.addPerson()
  await using bot = await connectClient(sandbox)
  await bot.client.application.commands.set([{ name: 'find', description: 'Find' }])
  alice.command('find')
  await sandbox.flushed()
  const event = must(bot.of('INTERACTION_CREATE')[0], 'an interaction came')
  const webhook = `/webhooks/${bot.client.user.id}/${event.token}`
  expect(await restCall(sandbox, 'POST', webhook, { content: 'x' })).toMatchObject({
    status: 404,
    body: { code: 10015 },
  })
  await restCall(sandbox, 'POST', `/interactions/${event.id}/${event.token}/callback`, {
    type: 4,
    data: { content: 'ok' },
  })
  expect((await restCall(sandbox, 'GET', `${webhook}/messages/@original`)).body.content).toBe('ok')
  now += 15 * 60_000
  expect(await restCall(sandbox, 'POST', webhook, { content: 'x' })).toMatchObject({
    status: 401,
    body: { code: 50027 },
  })
})

test.each([
  ['capitals', { name: 'Find', description: 'x' }],
  ['blanks', { name: 'find me', description: 'x' }],
  ['no description', { name: 'find' }],
  ['too long a description', { name: 'find', description: 'x'.repeat(101) }],
])('a command with %s is refused', async (_what, command) => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const { body: me } = await restCall(sandbox, 'GET', '/applications/@me')
  const answer = await restCall(sandbox, 'PUT', `/applications/${me.id}/commands`, [command])
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } })
  expect((await restCall(sandbox, 'GET', `/applications/${me.id}/commands`)).body).toEqual([])
})

test('commands are given back as they were set, for the bot’s own application', async () => {
  await using sandbox = await createDiscordSandbox({ now: Date.now })
  const { body: me } = await restCall(sandbox, 'GET', '/oauth2/applications/@me')
  const set = await restCall(sandbox, 'PUT', `/applications/${me.id}/commands`, commands)
  expect(set.body).toMatchObject(commands)
  const path = `/applications/${me.id}/commands?with_localizations=true`
  expect((await restCall(sandbox, 'GET', path)).body).toEqual(set.body)
  expect(await restCall(sandbox, 'PUT', '/applications/1/commands', [])).toMatchObject({
    status: 403,
    body: { code: 20012 },
  })
})
