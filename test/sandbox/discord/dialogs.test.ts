import { ComponentType } from 'discord.js'
import type { Interaction, ModalSubmitInteraction } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { must } from '../../../src/lib/must.ts'
import { createDiscordSandbox } from '../../../src/sandbox/discord/discord-sandbox.ts'
import { until } from '../../support/until.ts'
import { connectClient } from './connect-client.ts'
import { channelOf, restCall } from './rest-call.ts'

const box = { type: 4, custom_id: 'answer', style: 2, placeholder: 'films', max_length: 10 }
const question = { type: 18, label: 'What do you like?', component: box }
const dialog = { custom_id: 'topics', title: 'Topics', components: [question] }
const shown = {
  title: 'Topics',
  label: 'What do you like?',
  description: undefined,
  placeholder: 'films',
  value: '',
  isParagraph: true,
  isRequired: true,
  leastLength: 0,
  mostLength: 10,
}

/** A bot that opens `wanted` on every tap, and treats answers as the test says. */
async function setUp(wanted: object = dialog, interactionLimitMs = 3000) {
  const sandbox = await createDiscordSandbox({ now: Date.now, interactionLimitMs })
  const alice = sandbox.addPerson({ locale: 'es-419' })
  const channel = await channelOf(sandbox, alice.id)
  const bot = await connectClient(sandbox)
  onTestFinished(async () => {
    await bot[Symbol.asyncDispose]()
    await sandbox[Symbol.asyncDispose]()
  })
  const go = { type: ComponentType.Button, style: 1, label: 'Go', custom_id: 'go' }
  const { body } = await restCall(sandbox, 'POST', `/channels/${channel}/messages`, {
    content: 'Tap',
    components: [{ type: ComponentType.ActionRow, components: [go] }],
  })
  const respond = (interaction: Interaction, type: number, data?: object) =>
    restCall(sandbox, 'POST', `/interactions/${interaction.id}/${interaction.token}/callback`, {
      type,
      data,
    })
  const opened = Promise.withResolvers<Awaited<ReturnType<typeof respond>>>()
  const answered: ModalSubmitInteraction[] = []
  const on = { answer: (interaction: ModalSubmitInteraction): unknown => interaction.deferUpdate() }
  bot.client.on('interactionCreate', (interaction: Interaction) => {
    if (interaction.isButton()) void respond(interaction, 9, wanted).then(opened.resolve)
    if (!interaction.isModalSubmit()) return
    answered.push(interaction)
    void on.answer(interaction)
  })
  return { sandbox, alice, bot, asked: body.id, respond, opened: opened.promise, answered, on }
}

test('a tap can be answered by a dialog, which the person answers or closes', async () => {
  const { alice, asked, answered, bot } = await setUp()
  await alice.tap(asked, 'go')
  expect(alice.dialog).toEqual(shown)
  alice.dismissDialog()
  expect(alice.dialog).toBeUndefined()
  await expect(alice.submitDialog('tea')).rejects.toThrow('No dialog is open')
  await alice.tap(asked, 'go')
  await alice.submitDialog('tea\n ')
  expect(alice.dialog).toBeUndefined()
  expect(answered).toHaveLength(1)
  expect(answered[0]?.fields.getTextInputValue('answer')).toBe('tea\n ')
  expect(bot.of('INTERACTION_CREATE').at(-1)).toMatchObject({
    type: 5,
    locale: 'es-419',
    context: 1,
    user: { id: alice.id },
    channel: { type: 1 },
    message: { id: asked, content: 'Tap' },
    data: {
      custom_id: 'topics',
      components: [
        { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'answer', value: 'tea\n ' } },
      ],
    },
  })
})

test('the app sends nothing that the dialog does not allow', async () => {
  const least = { ...question, component: { ...box, min_length: 2 } }
  const { alice, asked, answered } = await setUp({ ...dialog, components: [least] })
  await alice.tap(asked, 'go')
  await expect(alice.submitDialog('')).rejects.toThrow('This is a required field.')
  await expect(alice.submitDialog('x')).rejects.toThrow('Must be 2 or more in length.')
  await expect(alice.submitDialog('x'.repeat(11))).rejects.toThrow('Must be 10 or fewer in length.')
  expect(alice.dialog).toBeDefined()
  expect(answered).toEqual([])
  await alice.submitDialog('x'.repeat(10))
  expect(answered).toHaveLength(1)
})

test('a dialog whose answer nobody acknowledges stays open, and can be sent again', async () => {
  const { alice, asked, answered, on } = await setUp(dialog, 200)
  await alice.tap(asked, 'go')
  on.answer = () => {}
  await expect(alice.submitDialog('tea')).rejects.toThrow('Something went wrong. Try again.')
  expect(alice.dialog).toEqual(shown)
  on.answer = (interaction) => interaction.deferUpdate()
  await alice.submitDialog('tea')
  expect(alice.dialog).toBeUndefined()
  expect(new Set(answered.map(({ id }) => id)).size).toBe(2)
})

test('an answer is answered by a message or a change of the button’s message, but by no dialog', async () => {
  const { alice, asked, on, respond } = await setUp()
  await alice.tap(asked, 'go')
  let refused: object | undefined
  on.answer = async (interaction) => {
    refused = await respond(interaction, 9, dialog)
    await respond(interaction, 7, { content: 'Thank you', components: [] })
  }
  await alice.submitDialog('tea')
  expect(refused).toMatchObject({ status: 400, body: { code: 50035, errors: { type: {} } } })
  expect(alice.chat).toMatchObject([{ id: asked, text: 'Thank you', buttons: [] }])
})

test('what answers a dialog says by which tap it was opened', async () => {
  const { alice, asked, on, bot } = await setUp()
  await alice.tap(asked, 'go')
  on.answer = (interaction) => interaction.reply('Thank you')
  await alice.submitDialog('tea')
  const [tap, answer] = bot.of('INTERACTION_CREATE')
  await until(() => bot.of('MESSAGE_CREATE').length === 2, 'the reply is told')
  expect(bot.of('MESSAGE_CREATE').at(-1)).toMatchObject({
    interaction_metadata: {
      id: answer?.id,
      type: 5,
      triggering_interaction_metadata: { id: tap?.id, type: 3, interacted_message_id: asked },
    },
  })
})

test('a command can be answered by a dialog too, whose answer comes without a message', async () => {
  const { alice, bot, answered, respond } = await setUp()
  await bot.client.application.commands.set([{ name: 'topic', description: 'Topics' }])
  bot.client.on('interactionCreate', (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) void respond(interaction, 9, dialog)
  })
  alice.command('topic')
  await until(() => alice.dialog !== undefined, 'it opens')
  await alice.submitDialog('tea')
  expect(answered[0]?.message).toBeNull()
})

test.each([
  ['too long a title', { ...dialog, title: 'x'.repeat(46) }],
  ['no title', { ...dialog, title: '' }],
  ['too long a custom id', { ...dialog, custom_id: 'x'.repeat(101) }],
  ['no box', { ...dialog, components: [] }],
  ['too long a label', { ...dialog, components: [{ ...question, label: 'x'.repeat(46) }] }],
  ['a bare box', { ...dialog, components: [box] }],
  ...[
    { placeholder: 'x'.repeat(101) },
    { max_length: 0 },
    { max_length: 4001 },
    { min_length: -1 },
    { style: 3 },
    { custom_id: '' },
    { label: 'inside' },
  ].map((wrong): [string, object] => [
    `a box with ${JSON.stringify(wrong).slice(0, 30)}`,
    { ...dialog, components: [{ ...question, component: { ...box, ...wrong } }] },
  ]),
])('a dialog with %s is refused', async (_what, wanted) => {
  const { alice, asked, opened } = await setUp(wanted, 200)
  const tapped = alice.tap(asked, 'go').catch((error: unknown) => error)
  expect(await opened).toMatchObject({ status: 400, body: { code: 50035 } })
  expect(await tapped).toBeInstanceOf(Error)
  expect(alice.dialog).toBeUndefined()
})

test('a dialog with everything at its limit is taken', async () => {
  const { alice, asked } = await setUp({
    custom_id: 'x'.repeat(100),
    title: 'x'.repeat(45),
    components: [
      {
        ...question,
        label: 'x'.repeat(45),
        component: { ...box, placeholder: 'x'.repeat(100), max_length: 4000, required: false },
      },
    ],
  })
  await alice.tap(asked, 'go')
  expect(alice.dialog).toMatchObject({ mostLength: 4000, isRequired: false })
  await alice.submitDialog('')
})

test('an app speaks the language that it is set to', async () => {
  const { alice, asked, bot, sandbox } = await setUp()
  expect(sandbox.addPerson().locale).toBe('en-US')
  alice.locale = 'ar'
  await alice.tap(asked, 'go')
  expect(must(bot.of('INTERACTION_CREATE')[0], 'it is told')).toMatchObject({ locale: 'ar' })
  expect(() => (alice.locale = 'eo')).toThrow('do not speak eo')
  expect(alice.locale).toBe('ar')
})

test('commands are listed in the language of the app, or else as they are', async () => {
  const { alice, sandbox } = await setUp()
  const { body: me } = await restCall(sandbox, 'GET', '/applications/@me')
  const path = `/applications/${me.id}/commands`
  const find = { name: 'find', description: 'Find', description_localizations: { ru: 'Найти' } }
  let told = 0
  alice.onChange(() => (told += 1))
  expect((await restCall(sandbox, 'PUT', path, [find])).list).toMatchObject([find])
  expect(told).toBe(1)
  expect(alice.shownCommands).toEqual([{ name: 'find', description: 'Find' }])
  alice.locale = 'ru'
  expect(alice.shownCommands).toEqual([{ name: 'find', description: 'Найти' }])
  expect((await restCall(sandbox, 'GET', path)).list[0]).not.toHaveProperty(
    'description_localizations',
  )
  const whole = await restCall(sandbox, 'GET', `${path}?with_localizations=true`)
  expect(whole.list).toMatchObject([find])
})

test.each([
  ['a language that Discord does not have', { ar: 'ابحث' }],
  ['too many words', { ru: 'я'.repeat(101) }],
  ['no words', { ru: '' }],
])('a command described in %s is refused', async (_what, description_localizations) => {
  const { sandbox } = await setUp()
  const { body: me } = await restCall(sandbox, 'GET', '/applications/@me')
  const find = { name: 'find', description: 'Find', description_localizations }
  const answer = await restCall(sandbox, 'PUT', `/applications/${me.id}/commands`, [find])
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } })
})
