import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tap } from '../../src/core/notice.ts'
import { writeTap } from '../../src/core/tap.ts'
import type { SeenMessage } from '../../src/sandbox/person.ts'
import type { Character } from '../support/character.ts'
import { createWorld, type World } from '../support/world.ts'
import { readStateTable, type Cell } from './state-table.ts'
import { nameOfNotice, readable } from './told.ts'

interface Scene {
  readonly world: World
  readonly person: Character
  readonly partner: Character | undefined
}

/** A room that no user had a seat in, or that nobody remembers. */
const forgottenRoom = 1

const tap =
  (what: Tap) =>
  async (scene: Scene): Promise<void> =>
    tapData(scene, writeTap(what))

/** Buttons stay on old messages and apps can be modified, so anything can be tapped under any message of the bot. */
async function tapData({ world, person }: Scene, data: string): Promise<void> {
  await person.person.tap(person.latest().id, data)
  await world.settle()
}

/** A message of the person from before the room, which the store has forgotten. */
const earlierWord = new Map<Character, string>()

/** How the end of a room was told that is remembered, and over for longer than the present state lasts. */
const earlierEnd = new Map<Character, SeenMessage>()

function earlierEndOf(person: Character): SeenMessage {
  const end = earlierEnd.get(person)
  if (!end) throw new Error('There has been no earlier room')
  return end
}

/** Somebody comes, and leaves again; the person waits on. */
async function meetsSomebodyEarlier(world: World, person: Character): Promise<void> {
  const somebody = person.person.platform === 'telegram' ? world.discord() : world.telegram()
  await somebody.joins()
  await somebody.asks('stop')
  earlierEnd.set(person, person.latest())
  await person.asks('find')
}

const inputs: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  '/start': ({ person }) => person.asks('start'),
  '/find': ({ person }) => person.asks('find'),
  '/next': ({ person }) => person.asks('next'),
  '/stop': ({ person }) => person.asks('stop'),
  '/block': ({ person }) => person.asks('block'),
  '/settings': ({ person }) => person.asks('settings'),
  '/delete': ({ person }) => person.asks('delete'),
  '/forgetme': ({ person }) => person.asks('forgetme'),
  '/help': ({ person }) => person.asks('help'),
  '/rules': ({ person }) => person.asks('rules'),
  '/privacy': ({ person }) => person.asks('privacy'),
  'a text': async ({ person }) => void (await person.says('Is anybody there?')),
  'a photo': ({ person }) => person.sends('photo'),
  'a file that may name its sender': ({ person }) => person.sends('document'),
  // Discord has no contacts: what is as unknown to it stands in.
  'a contact': ({ person }) =>
    person.sends(person.person.platform === 'telegram' ? 'contact' : 'unknown'),
  'a reply to an earlier room': async ({ person }) =>
    void (await person.says('As I said', { replyTo: earlierWord.get(person) ?? '' })),
  'tap "I am 18 or over"': tap({ kind: 'age', adult: true }),
  'tap "I am under 18"': tap({ kind: 'age', adult: false }),
  'tap "Find somebody"': tap({ kind: 'command', command: 'find' }),
  'tap "Cancel"': tap({ kind: 'cancel' }),
  'tap "Anyone is fine"': tap({ kind: 'widen' }),
  'tap "Go on looking"': tap({ kind: 'keep-waiting' }),
  'tap "End it" of this room': async (scene) => {
    await scene.person.asks('find')
    scene.person.news()
    await scene.person.taps('End it')
  },
  'tap "End it" of an earlier room': tap({ kind: 'confirm-next', room: forgottenRoom }),
  'tap "Stay"': tap({ kind: 'stay' }),
  'tap "Send it" of this room': async (scene) => {
    await scene.person.sends('document')
    scene.person.news()
    await scene.person.taps('Send it')
    expect(scene.partner?.news().map(({ kind }) => kind)).toEqual(['document'])
  },
  'tap "Send it" of an earlier room': tap({ kind: 'consent', id: 1, isGiven: true }),
  'tap "Block" of this room': async (scene) => {
    // While the room goes on, the button stands under the question whether to end it.
    if (scene.person.latest().buttons.length === 0) await scene.person.asks('find')
    scene.person.news()
    await scene.person.taps('Block')
  },
  'tap "Block" of an earlier room': ({ person }) => person.tapsOn(earlierEndOf(person), 'Block'),
  'tap "Block" of a forgotten room': tap({ kind: 'block', room: forgottenRoom }),
  'tap "Yes, block them" of this room': async (scene) => {
    if (scene.person.latest().buttons.length === 0) await scene.person.asks('find')
    await scene.person.taps('Block')
    scene.person.news()
    await scene.person.taps('Yes, block')
  },
  'tap "Yes, block them" of an earlier room': async ({ person }) => {
    await person.tapsOn(earlierEndOf(person), 'Block')
    person.news()
    await person.taps('Yes, block')
  },
  'tap "Yes, block them" of a forgotten room': tap({ kind: 'confirm-block', room: forgottenRoom }),
  'tap "Yes, forget me"': tap({ kind: 'confirm-forget' }),
  'tap on a no to blocking or forgetting': tap({ kind: 'never-mind' }),
  'tap on a media wish': tap({ kind: 'media', wish: 'open' }),
  'tap on a forged button': (scene) => tapData(scene, 'robots:win'),
  'blocks the bot': async ({ world, person, partner }) => {
    person.person.block()
    // Discord tells nobody: it shows when the bot next writes to them.
    if (person.person.platform === 'discord') await partner?.says('Hello?')
    await world.settle()
  },
}

async function sceneOf(
  world: World,
  platform: 'telegram' | 'discord',
  { state, input }: Cell,
): Promise<Scene> {
  const person = world[platform]()
  let partner: Character | undefined
  if (state === 'new') {
    await person.says('hi')
    person.news()
    return { world, person, partner }
  }
  await person.joins()
  if (/block.* earlier room/i.test(input)) await meetsSomebodyEarlier(world, person)
  earlierWord.set(person, (await person.says('before any room')).id)
  if (state === 'idle') {
    await person.asks('stop')
    // The newest message is then not the one that "Cancel" leaves.
    await person.asks('help')
  }
  if (state === 'under age') await tap({ kind: 'age', adult: false })({ world, person, partner })
  if (state === 'chatting' || state === 'just ended') {
    partner = platform === 'telegram' ? world.discord() : world.telegram()
    // The pairing is a second tap away from the search: time passes, or a tap counts as its double.
    world.clock.advance(10_000)
    await partner.joins()
    world.clock.advance(10_000)
    if (state === 'just ended') await partner.asks('stop')
  }
  if (state === 'waiting') {
    world.clock.advance(10_000)
    await world.settle()
  }
  person.news()
  partner?.news()
  return { world, person, partner }
}

function stateNow(world: World): string {
  const { waiting, chatting } = world.passerby.overview()
  if (chatting > 0) return 'chatting'
  return waiting > 0 ? 'waiting' : 'idle'
}

/** The waiting message says that the search is over (8.1). */
const isKeptTrue = (was: string, text: string): boolean =>
  was.startsWith('❧ Looking for somebody') &&
  /^❧ We have (found somebody|stopped looking)/.test(text)

async function play(world: World, platform: 'telegram' | 'discord', cell: Cell): Promise<void> {
  const scene = await sceneOf(world, platform, cell)
  const { person, partner } = scene
  const before = new Map(person.person.chat.map((message) => [message.id, message.text]))
  const input = inputs[cell.input]
  if (!input) throw new Error(`SPEC.md has a row that this test cannot play: ${cell.input}`)
  await input(scene)

  const told = person.news()
  const edited = person.person.chat.filter(
    (message) =>
      message.edited &&
      before.get(message.id) !== message.text &&
      !isKeptTrue(before.get(message.id) ?? '', message.text),
  )
  const heard = (cell.inPlace ? [...edited, ...told] : told).map(({ text }) =>
    nameOfNotice(cell.notices, readable(person.person, text)),
  )
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
  await person.asks('stop')
  await partner?.asks('stop')
}

describe.each(['telegram', 'discord'] as const)('on %s', (platform) => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  // Discord tells nobody of a block: it shows when the bot next writes, which it does in a room alone.
  const cells = readStateTable().filter(
    ({ input, state }) =>
      platform === 'telegram' || input !== 'blocks the bot' || state === 'chatting',
  )
  test.each(cells)('$state, $input: $notices', (cell) => play(world, platform, cell))
})

test('every input of the table can be played, and every one is in it', () => {
  expect(new Set(readStateTable().map(({ input }) => input))).toEqual(new Set(Object.keys(inputs)))
})
