import { expect } from 'vitest'
import { limits } from '../../src/core/limits.ts'
import type { Tap } from '../../src/core/notice.ts'
import { schedule } from '../../src/core/schedule.ts'
import { readTap, writeTap } from '../../src/core/tap.ts'
import type { SeenMessage } from '../../src/sandbox/person.ts'
import type { Character } from '../support/character.ts'
import type { World } from '../support/world.ts'
import type { Past, Regulars } from './regulars.ts'
import type { Cell } from './state-table.ts'

// How the states of the table come about, and what people do in them.

export interface Scene {
  readonly world: World
  readonly person: Character
  readonly partner: Character | undefined
}

export type Platform = 'telegram' | 'discord'

export const otherThan = (platform: Platform): Platform =>
  platform === 'telegram' ? 'discord' : 'telegram'

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

/** While a room goes on, it is the question whether to end it that names it. */
const tapOfThisRoom =
  (write: (room: number) => Tap) =>
  async (scene: Scene): Promise<void> => {
    const { person } = scene
    if (person.latest().buttons.length === 0) {
      await person.asks('find')
      person.news()
    }
    const named = person
      .latest()
      .buttons.flat()
      .flatMap(({ data }) => readTap(data) ?? [])
      .find((each) => 'room' in each)
    if (!named || !('room' in named)) throw new Error('No button names the room')
    await tapData(scene, writeTap(write(named.room)))
  }

/** The two are together for a moment. */
async function meetsSomebodyEarlier(
  { clock }: World,
  person: Character,
  somebody: Character,
): Promise<void> {
  await person.asks('find')
  // They may have met before.
  clock.advance(schedule['new-partner'].forMs)
  await somebody.asks('find')
  await somebody.asks('stop')
  earlierEnd.set(person, person.latest())
}

export const inputs: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  '/start': ({ person }) => person.asks('start'),
  '/find': ({ person }) => person.asks('find'),
  '/next': ({ person }) => person.asks('next'),
  '/stop': ({ person }) => person.asks('stop'),
  '/block': ({ person }) => person.asks('block'),
  '/topic': ({ person }) => person.asks('topic'),
  '/share': ({ person }) => person.asks('share'),
  '/settings': ({ person }) => person.asks('settings'),
  '/language': ({ person }) => person.asks('language'),
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
  'tap "👍" of this room': tapOfThisRoom((room) => ({ kind: 'rate', room, isUp: true })),
  'tap "👍" of an earlier room': ({ person }) => person.tapsOn(earlierEndOf(person), '👍'),
  'tap "👍" of a forgotten room': tap({ kind: 'rate', room: forgottenRoom, isUp: true }),
  'tap "Meet again" of this room': tapOfThisRoom((room) => ({ kind: 'again', room })),
  'tap "Meet again" of an earlier room': ({ person }) =>
    person.tapsOn(earlierEndOf(person), 'Meet again'),
  'tap "Meet again" of a forgotten room': tap({ kind: 'again', room: forgottenRoom }),
  'tap "Swap names" of this room': tapOfThisRoom((room) => ({ kind: 'share', room })),
  'tap "Swap names" of an earlier room': tap({ kind: 'share', room: forgottenRoom }),
  'tap "Yes, if they do too" of this room': async ({ person }) => {
    await person.asks('share')
    person.news()
    await person.taps('Yes, if they do too')
  },
  'tap "Yes, if they do too" of an earlier room': tap({
    kind: 'confirm-share',
    room: forgottenRoom,
    handle: 'somebody',
  }),
  'tap "Take it back" of this room': async ({ person }) => {
    await person.asks('share')
    await person.taps('Yes, if they do too')
    person.news()
    await person.taps('Take it back')
  },
  'tap "No" to swapping names of this room': async ({ person }) => {
    await person.asks('share')
    person.news()
    await person.taps('No')
  },
  'tap "Take it back" or "No" to swapping names of an earlier room': tap({
    kind: 'unshare',
    room: forgottenRoom,
  }),
  'tap "Yes, forget me"': tap({ kind: 'confirm-forget' }),
  'tap on a no to blocking or forgetting': tap({ kind: 'never-mind' }),
  'tap on a media wish': tap({ kind: 'media', wish: 'open' }),
  'tap on a screen of the settings': tap({ kind: 'change', what: 'bio' }),
  'tap on whom to look for': tap({ kind: 'toggle-sought', sought: 'men' }),
  'tap on a platform wish': tap({ kind: 'platform', wish: 'any' }),
  'tap on a switch': tap({ kind: 'switch', what: 'protects' }),
  'tap on a language that they speak': tap({ kind: 'language', language: 'fr' }),
  'tap on an interest': tap({ kind: 'interest', interest: 'art', page: 0 }),
  'tap "Show nothing"': tap({ kind: 'clear-bio' }),
  'tap on a language of the service': tap({ kind: 'locale', locale: 'en' }),
  'tap on a forged button': (scene) => tapData(scene, 'robots:win'),
  'blocks the bot': async ({ world, person, partner }) => {
    person.person.block()
    // Discord tells nobody: it shows when the bot next writes to them.
    if (person.person.platform === 'discord') await partner?.says('Hello?')
    await world.settle()
  },
}

const isOfEarlierRoom = (input: string): boolean =>
  /(?:block|👍|meet again).* earlier room/i.test(input)

/** Who looks for nobody has had no room, or it would be one that has just ended. */
export function pastOf({ state, input }: Cell): Past {
  if (state === 'under age') return 'under age'
  const isWithoutRoom = (state === 'idle' || state === 'waiting') && !isOfEarlierRoom(input)
  return isWithoutRoom ? 'no room yet' : 'rooms'
}

export async function sceneOf(
  world: World,
  platform: Platform,
  cell: Cell,
  regulars: Regulars,
): Promise<Scene> {
  const { state, input } = cell
  if (state === 'new') {
    const person = world[platform]()
    await person.says('hi')
    person.news()
    return { world, person, partner: undefined }
  }
  const person = await regulars.come(world, platform, pastOf(cell))
  const hasRoom = state === 'chatting' || state === 'just ended'
  // Both are there before one of them waits, or coming would pair them.
  const partner = hasRoom ? await regulars.come(world, otherThan(platform), 'rooms') : undefined
  if (isOfEarlierRoom(input)) {
    const other = otherThan(platform)
    const somebody = await regulars.come(world, other, 'rooms')
    await meetsSomebodyEarlier(world, person, somebody)
    regulars.go(cell, other, 'rooms', somebody)
    if (state === 'idle') await world.pass(limits.roomRemembersMs)
  }
  if (partner || state === 'waiting') await person.asks('find')
  if (input === 'a reply to an earlier room')
    earlierWord.set(person, (await person.says('before any room')).id)
  // The newest message is then not the one that "Cancel" leaves.
  if (state === 'idle') await person.asks('help')
  if (partner) {
    // Time passes, or a tap counts as its double.
    world.clock.advance(10_000)
    await partner.asks('find')
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
