import { expect, test } from 'vitest'
import type { Character } from '../support/character.ts'
import { meet } from '../support/story.ts'
import { colors, colorOf, colorsIn, picture, pictures } from './pictures.ts'
import { sharedWorld } from './shared-world.ts'

const theWorld = sharedWorld()

const captions = (person: Character): readonly string[] =>
  person.person.chat.map(({ text }) => text)

test('an album of Telegram is one message on Discord, when a second of quiet has shown it whole (5.3)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  await tia.sendsFiles('photo', await pictures('red', 'green', 'blue'), { caption: 'Flags' })
  dan.hearsNothing()
  await w.pass(999)
  dan.hearsNothing()
  await w.pass(1)
  const news = dan.news()
  expect(news).toMatchObject([{ text: 'Flags' }])
  expect(await colorsIn(news)).toEqual(['red', 'green', 'blue'])
  expect(news[0]?.files.map(({ spoiler }) => spoiler)).toEqual([true, true, true])
})

test('an album is whole at the next word, and with ten files (5.3)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.telegram()]
  await meet(tia, dan)
  await tia.sendsFiles('photo', await pictures('red', 'green'))
  await tia.says('Which one?')
  const [red, green, word] = dan.news()
  expect(word?.text).toBe('Which one?')
  expect(red?.album).toBeDefined()
  expect(green?.album).toBe(red?.album)
  await tia.sendsFiles('photo', await pictures(...colors))
  await w.pass(0)
  const news = dan.news()
  expect(await colorsIn(news)).toEqual(colors)
  expect(new Set(news.map(({ album }) => album)).size).toBe(1)
})

test('files of one message of Discord are an album on Telegram, with the words under the first (5.3)', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  await dan.sendsFiles('photo', await pictures('red', 'green', 'blue'), {
    caption: '**Three** flags',
  })
  const news = tia.news()
  expect(news.map(({ text }) => text)).toEqual(['Three flags', '', ''])
  expect(news[0]?.entities.map(({ type }) => type)).toEqual(['bold'])
  expect(new Set(news.map(({ album }) => album)).size).toBe(1)
  expect(await colorsIn(news)).toEqual(['red', 'green', 'blue'])
})

test('what does not fit under files is said behind them (5.4)', async () => {
  const w = theWorld()
  const [dan, tia] = [w.discord(), w.telegram()]
  await meet(dan, tia)
  const words = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ')
  await dan.sendsFiles('photo', await pictures('red', 'green'), { caption: words.slice(0, 1900) })
  const [first, second, ...rest] = tia.news()
  expect([first?.kind, second?.kind]).toEqual(['photo', 'photo'])
  expect(second?.text).toBe('')
  expect(rest.length).toBeGreaterThan(0)
  const whole = [first, ...rest].map((message) => message?.text).join(' ')
  expect(whole).toBe(words.slice(0, 1900).trim())
})

test('replies and reactions go to any file of an album, both ways (5.8)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const sent = await tia.sendsFiles('photo', await pictures('red', 'green'))
  await w.pass(1000)
  const [album] = dan.news()
  await dan.says('Nice', { replyTo: album?.id ?? '' })
  expect(tia.hears('Nice')[0]?.replyTo).toBe(sent[0]?.id)
  await tia.says('The green one', { replyTo: sent[1]?.id ?? '' })
  expect(dan.hears('The green one')[0]?.replyTo).toBe(album?.id)
  dan.person.react(album?.id ?? '', ['👍'])
  await w.settle()
  const reactions = tia.person.chat.flatMap((message) =>
    message.reactions.map(({ emoji }) => emoji),
  )
  expect(reactions).toEqual(['👍'])

  const [three] = await dan.sendsFiles('photo', await pictures('blue', 'white', 'black'))
  const parts = tia.news()
  for (const part of parts) {
    await tia.says('This?', { replyTo: part.id })
    expect(dan.hears('This?')[0]?.replyTo).toBe(three?.id)
  }
  tia.person.react(parts[2]?.id ?? '', ['🔥'])
  await w.settle()
  const shown = dan.person.chat.find(({ id }) => id === three?.id)
  expect(shown?.reactions.map(({ emoji }) => emoji)).toEqual(['🔥'])
})

test('/delete on Telegram takes one file of an album away, on either side (5.7)', async () => {
  const w = theWorld()
  const [tia, dan, kim, lee] = [w.telegram(), w.discord(), w.telegram(), w.telegram()]
  await meet(tia, dan)
  await meet(kim, lee)
  for (const [author, partner] of [
    [tia, dan],
    [kim, lee],
  ] as const) {
    const sent = await author.sendsFiles('photo', await pictures('red', 'green', 'blue'))
    await w.pass(1000)
    expect(await colorsIn(partner.news())).toEqual(['red', 'green', 'blue'])
    await author.says('/delete', { replyTo: sent[1]?.id ?? '' })
    author.hears(/taking that message back/)
    const left = partner.person.chat.filter(({ from }) => from === 'bot')
    expect(await colorsIn(left)).toEqual(['red', 'blue'])
  }
})

test('a file taken out of a message of Discord goes on both platforms, and the whole message too (5.7)', async () => {
  const w = theWorld()
  const [dan, tia, kim, lee] = [w.discord(), w.telegram(), w.discord(), w.discord()]
  await meet(dan, tia)
  await meet(kim, lee)
  for (const [author, partner] of [
    [dan, tia],
    [kim, lee],
  ] as const) {
    const [sent] = await author.sendsFiles('photo', await pictures('red', 'green', 'blue'), {
      caption: 'Flags',
    })
    partner.news()
    author.person.removeFile(sent?.id ?? '', 0)
    await w.settle()
    partner.news()
    const shown = () => partner.person.chat.filter(({ from }) => from === 'bot')
    expect(await colorsIn(shown())).toEqual(['green', 'blue'])
    expect(captions(partner)).toContain('Flags')
    author.person.remove(sent?.id ?? '')
    await w.settle()
    expect(await colorsIn(shown())).toEqual([])
    expect(captions(partner)).not.toContain('Flags')
  }
})

test('captions and files can be edited, on both platforms (5.6)', async () => {
  const w = theWorld()
  const [tia, dan, kim, lee] = [w.telegram(), w.discord(), w.telegram(), w.telegram()]
  await meet(tia, dan)
  await meet(kim, lee)
  for (const [author, partner] of [
    [tia, dan],
    [kim, lee],
  ] as const) {
    const [sent] = await author.sendsFiles('photo', await pictures('red'), { caption: 'Teh flag' })
    const [copy] = partner.hears('Teh flag')
    const shown = () => partner.person.chat.find(({ id }) => id === copy?.id)
    author.person.edit(sent?.id ?? '', 'The flag')
    await w.settle()
    expect(shown()).toMatchObject({ text: 'The flag', edited: true, files: [{ spoiler: true }] })
    author.person.replaceFile(sent?.id ?? '', 'photo', await picture('blue'))
    await w.settle()
    expect(shown()).toMatchObject({ text: 'The flag', files: [{ kind: 'photo', spoiler: true }] })
    expect(await colorOf(shown()?.files[0] ?? { bytes: new Uint8Array() })).toBe('blue')
    partner.hearsNothing()
  }
  const [two] = await dan.sendsFiles('photo', await pictures('green', 'white'), { caption: 'Teh' })
  const [first] = tia.news()
  dan.person.edit(two?.id ?? '', 'The')
  await w.settle()
  expect(tia.person.chat.find(({ id }) => id === first?.id)?.text).toBe('The')
  tia.hearsNothing()
})

test('an edit of an album that is not whole yet is in it (5.6)', async () => {
  const w = theWorld()
  const [tia, dan] = [w.telegram(), w.discord()]
  await meet(tia, dan)
  const [first, second] = await tia.sendsFiles('photo', await pictures('red', 'green'))
  tia.person.edit(first?.id ?? '', 'Flags')
  tia.person.replaceFile(second?.id ?? '', 'photo', await picture('blue'))
  await w.settle()
  await w.pass(1000)
  const news = dan.news()
  expect(news.map(({ text }) => text)).toEqual(['Flags'])
  expect(await colorsIn(news)).toEqual(['red', 'blue'])
})

test('an album that nobody hears is answered once, and so is one that replies to an earlier room (1.5)', async () => {
  const w = theWorld()
  const [tia, dan, kim] = [w.telegram(), w.discord(), w.telegram()]
  await meet(tia, dan)
  await dan.says('Look at this')
  const [old] = tia.hears('Look at this')
  await dan.asks('stop')
  tia.hears(/left/)
  await tia.sendsFiles('photo', await pictures('red', 'green', 'blue'))
  expect(tia.news()).toHaveLength(1)
  await tia.sendsFiles('photo', await pictures('red', 'green'))
  expect(tia.news()).toHaveLength(1)
  await w.pass(1000)
  await tia.asks('find')
  await meet(kim)
  tia.news()
  await tia.sendsFiles('photo', await pictures('red', 'green'), { replyTo: old?.id ?? '' })
  await w.pass(1000)
  expect(tia.news()).toHaveLength(1)
  kim.hearsNothing()
})
