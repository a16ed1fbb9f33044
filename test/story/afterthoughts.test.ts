import { expect, test } from 'vitest'
import { meet, world } from '../support/story.ts'

test('an edit reaches the partner, both ways', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const said = await tia.says('I like cots')
  const [onDiscord] = dan.hears('I like cots')
  tia.person.edit(said.id, 'I like cats')
  await w.settle()
  dan.hearsNothing()
  expect(dan.person.chat.find(({ id }) => id === onDiscord?.id)).toMatchObject({
    text: 'I like cats',
    edited: true,
  })

  const answer = await dan.says('Me **too**')
  const [onTelegram] = tia.hears('Me too')
  dan.person.edit(answer.id, 'Me *neither*')
  await w.settle()
  const edited = tia.person.chat.find(({ id }) => id === onTelegram?.id)
  expect(edited?.text).toBe('Me neither')
  expect(edited?.entities.map(({ type }) => type)).toEqual(['italic'])
})

test('an edit across the border of a split text changes, adds and takes away parts (3.7)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const long = (word: string): string =>
    Array.from({ length: 600 }, (_, i) => `${word}${i}`).join(' ')
  const said = await tia.says('short')
  dan.hears('short')
  const shown = (): string =>
    dan.person.chat
      .filter(({ from, text }) => from === 'bot' && !text.startsWith('❧'))
      .map(({ text }) => text)
      .join(' ')
  tia.person.edit(said.id, long('a').slice(0, 3500))
  await w.settle()
  expect(shown()).toBe(long('a').slice(0, 3500).trim())
  expect(dan.news()).toHaveLength(1)
  tia.person.edit(said.id, 'short again')
  await w.settle()
  expect(shown()).toBe('short again')
})

test('the same words again are no edit', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const said = await tia.says('as it was')
  const asked = (): number =>
    w.discordServer.requests.filter(({ method }) => method === 'PATCH message').length
  const before = asked()
  tia.person.edit(said.id, 'as it was')
  await w.settle()
  expect(asked()).toBe(before)
})

test('what is edited before it could be sent is sent as it reads then', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.telegram()]
  await meet(tia, dan)
  w.telegramServer.inject({
    person: dan.person,
    fault: { kind: 'rate-limited', retryAfterMs: 10_000, scope: 'lane' },
  })
  const first = await tia.says('frist')
  const second = await tia.says('secnod')
  tia.person.edit(first.id, 'first')
  tia.person.edit(second.id, 'second')
  await w.settle()
  await w.pass(10_000)
  expect(dan.news().map(({ text, edited }) => [text, edited])).toEqual([
    ['first', false],
    ['second', false],
  ])
})

test('a message deleted on Discord disappears on Telegram, in all its parts (3.8)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const secret = await dan.says('forget this')
  tia.hears('forget this')
  dan.person.remove(secret.id)
  await w.settle()
  expect(tia.person.chat.map(({ text }) => text)).not.toContain('forget this')
})

test('/delete as a reply takes a message back from Telegram (3.8)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const secret = await tia.says('forget this')
  dan.hears('forget this')
  await tia.says('/delete')
  tia.hears(/reply to it with/)
  await tia.says('/delete', { replyTo: secret.id })
  tia.hears(/taking that message back/)
  expect(dan.person.chat.map(({ text }) => text)).not.toContain('forget this')
  await tia.says('/delete', { replyTo: secret.id })
  tia.hears(/can't be taken back/)
})

test('nobody takes back what the partner said', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await dan.says('mine')
  const [theirs] = tia.hears('mine')
  await tia.says('/delete', { replyTo: theirs?.id ?? '' })
  tia.hears(/can't be taken back/)
  expect(dan.person.chat.map(({ text }) => text)).toContain('mine')
})

test('reactions go both ways, and go when they are taken away (3.9)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const said = await tia.says('I got the job!')
  const [onDiscord] = dan.hears('I got the job!')
  const reactionsAt = (chat: typeof tia, id: string | undefined): readonly string[] =>
    chat.person.chat
      .find((message) => message.id === id)
      ?.reactions.filter(({ from }) => from === 'bot')
      .map(({ emoji }) => emoji) ?? []

  dan.person.react(onDiscord?.id ?? '', ['🎉'])
  await w.settle()
  expect(reactionsAt(tia, said.id)).toEqual(['🎉'])
  dan.person.react(onDiscord?.id ?? '', [])
  await w.settle()
  expect(reactionsAt(tia, said.id)).toEqual([])

  const answer = await dan.says('Congratulations')
  const [onTelegram] = tia.hears('Congratulations')
  tia.person.react(onTelegram?.id ?? '', ['❤'])
  await w.settle()
  expect(reactionsAt(dan, answer.id).map((emoji) => emoji.replaceAll('\ufe0f', ''))).toEqual(['❤'])
})

test('a reaction that Telegram does not know becomes the nearest, or is said (3.9)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const said = await tia.says('Look at this')
  const [onDiscord] = dan.hears('Look at this')
  dan.person.react(onDiscord?.id ?? '', ['😂'])
  await w.settle()
  const message = tia.person.chat.find(({ id }) => id === said.id)
  expect(message?.reactions.map(({ emoji }) => emoji)).toEqual(['🤣'])
  dan.person.react(onDiscord?.id ?? '', ['😂', '🦖'])
  await w.settle()
  const [remark] = tia.hears('🦖')
  expect(remark?.replyTo).toBe(said.id)
})

test('after the end of the room nothing reaches the former partner (3.10)', async () => {
  const w = await world()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const said = await dan.says('before the end')
  const [onTelegram] = tia.hears('before the end')
  await tia.asks('stop')
  tia.news()
  dan.news()
  const before = JSON.stringify(tia.person.chat)
  dan.person.edit(said.id, 'after the end')
  tia.person.react(onTelegram?.id ?? '', ['👍'])
  dan.person.react(said.id, ['👎'])
  dan.person.remove(said.id)
  await w.settle()
  expect(tia.person.chat.map(({ text }) => text)).toContain('before the end')
  expect(JSON.parse(before)).toHaveLength(tia.person.chat.length)
  tia.hearsNothing()
  dan.hearsNothing()
})
