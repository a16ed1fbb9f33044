import type { Platform } from '../../src/core/platform.ts'
import { readTap } from '../../src/core/tap.ts'
import type { SandboxPerson } from '../../src/sandbox/person.ts'
import { Character } from '../support/character.ts'
import type { World } from '../support/world.ts'

/** Somebody in whose name updates are made up, and who hears what comes of them. */
export interface Pair {
  readonly sender: SandboxPerson
  readonly partner: SandboxPerson
  /** Ids of what was made up for the sender, for replies and edits. */
  readonly said: string[]
}

/** An update or a dispatch, as the platform would tell it. */
export interface Told {
  readonly kind: string
  readonly data: object
}

/** Many rooms at once, so that nobody waits for one lane alone. */
export async function openRooms(
  world: World,
  from: Platform,
  to: Platform,
  count: number,
): Promise<readonly Pair[]> {
  const noRest = async (): Promise<void> => {}
  const join = (platform: Platform): Character =>
    new Character(
      (platform === 'telegram' ? world.telegramServer : world.discordServer).addPerson(),
      noRest,
    )
  const people = Array.from({ length: count }, () => ({ sender: join(from), partner: join(to) }))
  const everybody = people.flatMap(({ sender, partner }) => [sender, partner])
  const together = async (act: (person: Character) => Promise<void>): Promise<void> => {
    await Promise.all(everybody.map(act))
    await world.settle()
  }
  await together((person) => person.asks('start'))
  await together((person) => person.taps('I am 18'))
  await together((person) => person.taps('Rather not say'))
  for (const { sender, partner } of people) {
    await sender.taps('Anyone')
    await partner.taps('Anyone')
    await world.settle()
  }
  return people.map(({ sender, partner }) => ({
    sender: sender.person,
    partner: partner.person,
    said: [],
  }))
}

/** As `settle`, but files may take their time on a machine that has much else to do. */
export async function rest(world: World): Promise<void> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await world.settle()
    } catch (error) {
      if (attempts === 6) throw error
    }
  }
}

/** Tells all of it at once and lets everything come of it: what waits for a yes gets one, and albums become whole. */
export async function tellAll(
  world: World,
  pairs: readonly Pair[],
  tell: () => void,
): Promise<void> {
  const read = new Map(pairs.map(({ sender }) => [sender, sender.chat.length]))
  tell()
  await rest(world)
  const questions = pairs.flatMap(({ sender }) =>
    sender.chat.slice(read.get(sender)).flatMap((message) =>
      message.buttons.flat().flatMap(({ data }) => {
        const tap = readTap(data)
        return tap?.kind === 'consent' && tap.isGiven ? { sender, id: message.id, data } : []
      }),
    ),
  )
  await Promise.all(questions.map(({ sender, id, data }) => sender.tap(id, data)))
  if (questions.length > 0) await rest(world)
  // Telegram tells an album message by message; a second of quiet ends it.
  world.clock.advance(1500)
  await rest(world)
}
