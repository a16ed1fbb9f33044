import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isWholeSearch } from '../support/search.ts'
import { createWorld, type World } from '../support/world.ts'
import { Regulars } from './regulars.ts'
import { inputs, otherThan, pastOf, type Platform, sceneOf } from './state-scene.ts'
import { readStateTable, type Cell } from './state-table.ts'
import { furtherPiece, nameOfNotice, readable } from './told.ts'

function stateNow(world: World): string {
  const { waiting, chatting } = world.passerby.overview()
  if (chatting > 0) return 'chatting'
  return waiting > 0 ? 'waiting' : 'idle'
}

/** The waiting message says that the search is over (8.1). */
const isKeptTrue = (was: string, text: string): boolean =>
  was.startsWith('❧ Looking for somebody') &&
  /^❧ (We have found somebody|This search is over)/.test(text)

async function play(
  world: World,
  platform: Platform,
  cell: Cell,
  regulars: Regulars,
): Promise<void> {
  const scene = await sceneOf(world, platform, cell, regulars)
  const { person, partner } = scene
  const before = new Map(person.person.chat.map((message) => [message.id, message.text]))
  const input = inputs[cell.input]
  if (!input) throw new Error(`SPEC.md has a row that this test cannot play: ${cell.input}`)
  const tapped = cell.inPlace ? person.latest().id : undefined
  await input(scene)

  const told = person.news()
  const edited = person.person.chat.filter(
    (message) =>
      message.edited &&
      before.get(message.id) !== message.text &&
      (message.id === tapped || !isKeptTrue(before.get(message.id) ?? '', message.text)),
  )
  const heard = (cell.inPlace ? [...edited, ...told] : told)
    .map(({ text }) => nameOfNotice(cell.notices, readable(person.person, text)))
    .filter((name) => name !== furtherPiece)
  expect(heard).toEqual(cell.notices)
  if (!cell.inPlace) expect(edited).toEqual([])
  if (cell.relayed) {
    const [arrived, ...more] = partner?.news() ?? []
    if (cell.input === 'a photo') expect(arrived?.files).toMatchObject([{ kind: 'photo' }])
    else expect(arrived?.text).toContain('Is anybody there?')
    expect(more).toEqual([])
  }
  const stays = cell.state === 'chatting' || cell.state === 'waiting' ? cell.state : 'idle'
  const next = cell.leadsTo ?? stays
  const isOutside = ['new', 'just ended', 'under age'].includes(next)
  expect(stateNow(world)).toBe(isOutside ? 'idle' : next)
  // Nobody of this cell may meet somebody of the next one.
  person.person.unblock()
  for (const one of [person, partner]) if (stateNow(world) !== 'idle') await one?.asks('stop')
  if (cell.state !== 'new') regulars.go(cell, platform, pastOf(cell), person)
  if (partner) regulars.go(cell, otherThan(platform), 'rooms', partner)
}

describe.each(['telegram', 'discord'] as const)('on %s', (platform) => {
  let world: World
  const regulars = new Regulars()
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  // Discord tells nobody of a block: it shows when the bot next writes, which it does in a room alone.
  const cells = readStateTable().filter(
    ({ input, state }) =>
      platform === 'telegram' || input !== 'blocks the bot' || state === 'chatting',
  )
  // In short every other cell is played, on one of the two; in whole all are, on both.
  const turn = platform === 'telegram' ? 0 : 2
  const played = cells.filter((_, at) => isWholeSearch || at % 4 === turn)
  test.each(played)('$state, $input: $notices', (cell) => play(world, platform, cell, regulars))
})

test('every input of the table can be played, and every one is in it', () => {
  expect(new Set(readStateTable().map(({ input }) => input))).toEqual(new Set(Object.keys(inputs)))
})
