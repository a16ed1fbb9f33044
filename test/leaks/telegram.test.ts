import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { createRandom } from '../storm/random.ts'
import { world } from '../support/story.ts'
import { leastTold, share } from './amount.ts'
import { Canaries } from './canaries.ts'
import { LeakSearch } from './find-leaks.ts'
import { readShapes } from './read-shapes.ts'
import { openRooms } from './rooms.ts'
import { runPlan } from './run.ts'
import { mayPassFromTelegram } from './telegram-allowed.ts'
import { telegramPlan } from './telegram-plan.ts'

const freshSeed = Number(process.env['LEAKS_SEED'] ?? randomInt(2 ** 31))
const timeout = 240_000

/** What has to be heard, or the search proves nothing. */
const heard = [
  'message.text',
  'message.caption',
  'message.entities[]<pre>.language',
  'message.entities[]<text_link>.url',
  'message.poll.question',
  'message.poll.description',
  'message.poll.options[].text',
  'message.dice.emoji',
  'message.dice.value',
  'message.venue.title',
  'message.venue.address',
  'message.location.latitude',
  'message.location.longitude',
  'message.photo[].file_id',
  'edited_message.text',
]

test(
  'of all that Telegram can tell a partner hears what was said, and nothing else',
  { timeout },
  async () => {
    const w = await world()
    const imports = `import type { Update } from 'grammy/types'`
    const update = readShapes(imports, { update: 'Update' })('update')
    const pairs = [
      ...(await openRooms(w, 'telegram', 'telegram', 5)),
      ...(await openRooms(w, 'telegram', 'discord', 5)),
    ]
    const canaries = new Canaries()
    const server = w.telegramServer
    const search = new LeakSearch({
      servers: [server, w.discordServer],
      from: 'telegram',
      canaries,
      mayPass: mayPassFromTelegram,
    })
    const random = createRandom(1)
    const fresh = createRandom(freshSeed)
    const plan = telegramPlan({ update, canaries, random, fresh, share, server, pairs })
    const found = await runPlan(w, pairs, plan, ({ kind, data }) => server.tell(kind, data), search)

    expect([...found.leaks], `LEAKS_SEED=${freshSeed}`).toEqual([])
    expect(heard.filter((place) => !found.arrived.has(place))).toEqual([])
    expect(
      [...found.arrived].filter((place) => place.includes('rich_message')).length,
    ).toBeGreaterThan(share < 1 ? 2 : 8)
    expect(found.files).toBeGreaterThan(share < 1 ? 4 : 10)
    expect(found.told).toBeGreaterThanOrEqual(leastTold.telegram)
  },
)
