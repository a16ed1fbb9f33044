import { must } from '../../src/lib/must.ts'
import type { Ticket } from '../../src/core/matchmaking.ts'
import type { UserId } from '../../src/core/room.ts'
import type { Settings } from '../../src/core/settings.ts'
import type { FilledLine } from './fill-line.ts'
import type { LineStage, Paired, Sample } from './line-stage.ts'
import type { Draw } from './line-people.ts'

export interface Operation {
  readonly name: string
  /** Does it once and leaves the line as it was. */
  run(stage: LineStage, number: number): Promise<Sample>
}

/** What people do to the line, each as the product does it: joining and changing in one unit, pairing in the next one. */
export function lineOperations(line: FilledLine, draw: Draw): readonly Operation[] {
  return [
    { name: 'joins and finds nobody', run: joinsAlone(line.men) },
    { name: 'joins and is paired', run: joinsAndIsPaired(line.women) },
    { name: 'joins, no common language yet', run: joinsAlone(line.foreign) },
    { name: 'joins, blocked by all 40 that suit', run: joinsAlone(line.blocked) },
    { name: 'changes their wishes', run: changes(draw) },
    { name: 'leaves', run: leaves(draw) },
    { name: 'counts those who look', run: countsLooking },
  ]
}

const joinsAlone =
  (users: readonly UserId[]): Operation['run'] =>
  async (stage, number) => {
    const user = nth(users, number)
    const sample = await stage.measure(
      () => stage.does(user, { kind: 'open-ticket' }),
      () => {
        if (stage.pairs() !== undefined) throw new Error('Somebody was found')
      },
    )
    await stage.tidy(() => stage.parts.line.close(user))
    return sample
  }

const joinsAndIsPaired =
  (users: readonly UserId[]): Operation['run'] =>
  async (stage, number) => {
    const { parts, database } = stage
    const user = nth(users, number)
    let paired: Paired | undefined
    const sample = await stage.measure(
      () => stage.does(user, { kind: 'open-ticket' }),
      () => {
        paired = stage.pairs()
      },
    )
    const { room, partner } = must(paired, 'somebody suits every woman who joins')
    await stage.tidy(() => {
      for (const lane of [user, partner.user]) parts.outbox.dropLane(lane)
      database.sqlite.prepare('DELETE FROM room WHERE id = ?').run(room)
      database.sqlite.prepare('DELETE FROM past_room WHERE room_id = ?').run(room)
      returns(stage, partner)
    })
    return sample
  }

const changes =
  (draw: Draw): Operation['run'] =>
  async (stage) => {
    const { parts, now } = stage
    const user = await someMan(stage, draw)
    const { settings } = must(parts.people.get(user), 'who waits is a user')
    const platformWish = settings.platformWish === 'any' ? 'same' : 'any'
    const sample = await stage.measure(
      () => wishes(stage, user, { ...settings, platformWish }),
      () => {
        if (stage.pairs() !== undefined) throw new Error('Somebody was found')
      },
    )
    await stage.tidy(() => {
      wishes(stage, user, settings)
      const ticket = must(parts.line.ticketOf(user), 'they still wait')
      parts.line.markTried(ticket, now)
    })
    return sample
  }

const leaves =
  (draw: Draw): Operation['run'] =>
  async (stage) => {
    const user = await someMan(stage, draw)
    const ticket = must(stage.parts.line.ticketOf(user), 'they wait')
    const sample = await stage.measure(() => stage.does(user, { kind: 'close-ticket' }))
    await stage.tidy(() => returns(stage, ticket))
    return sample
  }

const countsLooking: Operation['run'] = (stage) =>
  stage.measure(() => {
    const looking = [...stage.parts.line.waitingOfEach().values()].reduce((sum, n) => sum + n, 0)
    if (looking === 0) throw new Error('The line is empty')
  })

const wishes = (stage: LineStage, user: UserId, settings: Settings): void =>
  stage.does(user, { kind: 'set-settings', settings }, { kind: 'open-ticket' })

/** Whoever was taken out of the line stands where they stood before. */
function returns({ parts, now }: LineStage, ticket: Ticket): void {
  parts.line.open(ticket, now)
  parts.line.markTried(ticket, now)
}

/** Anybody who has always waited, anywhere in the line; those of the circle and women are few, so that it is soon a man. */
async function someMan(
  { parts, waiting, tidy, recognise }: LineStage,
  draw: Draw,
): Promise<UserId> {
  for (;;) {
    const user = waiting.first + Math.floor(draw() * waiting.size)
    if (parts.line.ticketOf(user)?.gender !== 'man') continue
    await tidy(() => recognise(user))
    return user
  }
}

const nth = (users: readonly UserId[], number: number): UserId =>
  must(users[number % users.length], 'there are newcomers')
