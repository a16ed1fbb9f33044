import { expect, test } from 'vitest'
import type { Character } from '../support/character.ts'
import { world } from '../support/story.ts'
import type { World } from '../support/world.ts'

const pairs: readonly [string, (world: World) => readonly [Character, Character]][] = [
  ['two on Telegram', (w) => [w.telegram(), w.telegram()]],
  ['one on Telegram, one on Discord', (w) => [w.telegram(), w.discord()]],
  ['two on Discord', (w) => [w.discord(), w.discord()]],
]

test.each(pairs)('%s answer three questions, talk both ways, and part', async (_, cast) => {
  const w = await world()
  const [amira, ben] = cast(w)

  await amira.asks('start')
  amira.hears('18 or over')
  await amira.taps('I am 18')
  expect(amira.latest().text).toContain('ou')
  await amira.taps('Woman')
  await amira.taps('Men')
  expect(
    amira
      .news()
      .at(-1)
      ?.buttons.flat()
      .map(({ label }) => label),
  ).toEqual(['Cancel'])

  await ben.joins({ iAm: 'Man', lookingFor: 'Women' })
  expect(ben.news().at(-1)?.text).toMatch(/\/next/)
  amira.hears(/\/next/)

  await amira.says('Hello, who is there?')
  ben.hears('Hello, who is there?')
  await ben.says('Somebody who likes rain.')
  amira.hears('Somebody who likes rain.')

  await ben.asks('stop')
  ben.hears(/left/)
  const [farewell] = amira.hears(/left/)
  expect(farewell?.buttons.flat().map(({ label }) => label)).toEqual([
    'Find somebody',
    '👍',
    '👎',
    'Meet again',
    'Block',
  ])
  await amira.says('Are you still there?')
  amira.hears(/over|not/)
  ben.hearsNothing()
})
