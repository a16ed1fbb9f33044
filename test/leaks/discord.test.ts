import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { must } from '../../src/lib/must.ts'
import { createRandom } from '../storm/random.ts'
import { world } from '../support/story.ts'
import { leastTold, share } from './amount.ts'
import { Canaries } from './canaries.ts'
import { mayPassFromDiscord } from './discord-allowed.ts'
import { discordPlan } from './discord-plan.ts'
import { discordShapes } from './discord-shapes.ts'
import { LeakSearch } from './find-leaks.ts'
import { openRooms } from './rooms.ts'
import { runPlan } from './run.ts'

const freshSeed = Number(process.env['LEAKS_SEED'] ?? randomInt(2 ** 31))
const timeout = 240_000

/** What has to be heard, or the search proves nothing. */
const heard = [
  'create.content',
  'create.message_snapshots[].message.content',
  'create.poll.question.text',
  'create.poll.answers[].poll_media.text',
  'update.content',
]

test(
  'of all that Discord can tell a partner hears what was said, and nothing else',
  { timeout },
  async () => {
    const w = await world()
    const pairs = [
      ...(await openRooms(w, 'discord', 'discord', 5)),
      ...(await openRooms(w, 'discord', 'telegram', 5)),
    ]
    const server = w.discordServer
    const people = new Map(server.people.map((person) => [person.id, person]))
    const canaries = new Canaries()
    const search = new LeakSearch({
      servers: [w.telegramServer, server],
      from: 'discord',
      canaries,
      mayPass: mayPassFromDiscord,
    })
    const plan = discordPlan({
      shapes: discordShapes(),
      canaries,
      random: createRandom(2),
      fresh: createRandom(freshSeed),
      share,
      server,
      pairs,
      channelOf: ({ sender }) =>
        server.channelOf(must(people.get(sender.id), 'it is somebody here')),
    })
    const found = await runPlan(w, pairs, plan, ({ kind, data }) => server.tell(kind, data), search)

    expect([...found.leaks], `LEAKS_SEED=${freshSeed}`).toEqual([])
    expect(heard.filter((place) => !found.arrived.has(place))).toEqual([])
    expect(found.files).toBeGreaterThan(10)
    expect(found.told).toBeGreaterThanOrEqual(leastTold.discord)
  },
)
