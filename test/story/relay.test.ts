import { expect, test } from 'vitest'
import { parse } from '../../adapters/discord/parse.ts'
import { meet, world } from '../support/story.ts'

test('formatting goes from Telegram to Discord as markdown', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.says('bold italic code hidden', {
    entities: [
      { type: 'bold', offset: 0, length: 4 },
      { type: 'italic', offset: 5, length: 6 },
      { type: 'code', offset: 12, length: 4 },
      { type: 'spoiler', offset: 17, length: 6 },
    ],
  })
  dan.hears('**bold** *italic* `code` ||hidden||')
})

test('formatting goes from Discord to Telegram as entities', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await dan.says('**bold** and __under__ and ```ts\nlet x = 1\n```')
  const [message] = tia.hears(/^bold and under and/)
  expect(message?.entities.map(({ type, language }) => [type, language])).toEqual([
    ['bold', undefined],
    ['underline', undefined],
    ['pre', 'ts'],
  ])
})

test('nothing that was typed becomes markup on the other side', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const typed = '*not bold* _nor italic_ ~~nor~~ @everyone > # `no` heading [a](b)'
  await tia.says(typed)
  const [onDiscord] = dan.news()
  expect(parse(onDiscord?.text ?? '')).toEqual({ text: typed, ranges: [] })
  expect(w.discordServer.requests.at(-1)?.body).toMatchObject({
    allowed_mentions: { parse: [], replied_user: false },
    flags: 4,
  })

  await tia.says('<@123456789012345678>')
  dan.hears('\\<@123456789012345678>')

  await dan.says('1 \\* 2 \\* 3 is <b>six</b>')
  tia.hears('1 * 2 * 3 is <b>six</b>')
  const sent = w.telegramServer.requests.findLast(({ method }) => method === 'sendMessage')?.body
  expect(sent).toMatchObject({ entities: [], link_preview_options: { is_disabled: true } })
  expect(sent).not.toHaveProperty('parse_mode')
})

test('a masked link is shown plainly', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await dan.says('[your bank](https://evil.example/login)')
  tia.hears('your bank (https://evil.example/login)')
  await tia.says('your bank', {
    entities: [{ type: 'text_link', offset: 0, length: 9, url: 'https://evil.example/in' }],
  })
  expect(parse(dan.news()[0]?.text ?? '').text).toBe('your bank (https://evil.example/in)')
})

test('a long text arrives in parts, in order, with nothing missing', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const words = Array.from({ length: 700 }, (_, i) => `word${i}`).join(' ')
  await tia.says(words.slice(0, 4096))
  const parts = dan.news().map(({ text }) => text)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.every((part) => part.length <= 2000)).toBe(true)
  expect(parts.join(' ')).toBe(words.slice(0, 4096).trim())
})

test('a reply goes to the copy of the message that it answers, on either side', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const question = await tia.says('Cats or dogs?')
  const [asked] = dan.hears('Cats or dogs?')
  await dan.says('Cats.', { replyTo: asked?.id ?? '' })
  const [answer] = tia.hears('Cats.')
  expect(answer?.replyTo).toBe(question.id)

  const mine = dan.person.chat.findLast(({ text }) => text === 'Cats.')
  await tia.says('I knew it', { replyTo: answer?.id ?? '' })
  const [reply] = dan.hears('I knew it')
  expect(reply?.replyTo).toBe(mine?.id)
})

test('typing is renewed while it lasts, and ends with the first word', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  dan.person.type()
  await w.settle()
  expect(tia.person.typingSeen).toBe(1)
  await w.pass(5000)
  expect(tia.person.typingSeen).toBe(2)
  await w.pass(20_000)
  expect(tia.person.typingSeen).toBe(2)
  dan.person.type()
  await w.settle()
  await dan.says('done')
  await w.pass(5000)
  expect(tia.person.typingSeen).toBe(3)
})

test('typing shows from Discord to Telegram, and never after the room has ended', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  dan.person.type()
  await w.settle()
  expect(tia.person.typingSeen).toBe(1)
  await tia.asks('stop')
  dan.person.type()
  await w.settle()
  expect(tia.person.typingSeen).toBe(1)
})

const refused: readonly [string, RegExp][] = [
  ['contact', /Contacts/],
  ['story', /Stories/],
  ['game', /Games/],
  ['invoice', /Invoices/],
  ['paid-media', /Paid/],
  ['giveaway', /Giveaways/],
  ['checklist', /Checklists/],
  ['unknown', /This kind/],
]

test('on Telegram what cannot be carried is refused by its name and never passed on (5.11)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  for (const [kind, name] of refused) {
    await tia.sends(kind)
    tia.hears(name)
  }
  dan.hearsNothing()
})

test('on Discord what nobody knows is refused and never passed on (5.11)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await dan.sends('unknown')
  dan.hears(/This kind/)
  tia.hearsNothing()
})
