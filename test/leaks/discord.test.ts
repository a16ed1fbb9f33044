import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { createRandom } from '../storm/random.ts'
import { world } from '../support/story.ts'
import { Canaries } from './canaries.ts'
import { mayPassFromDiscord } from './discord-allowed.ts'
import { discordPlan } from './discord-plan.ts'
import { LeakSearch } from './find-leaks.ts'
import { must } from '../../src/lib/must.ts'
import { readShapes } from './read-shapes.ts'
import { openRooms, tellAll } from './rooms.ts'

const freshSeed = randomInt(2 ** 31)

test('of everything that Discord can tell, a partner hears what was said and nothing else', { timeout: 120_000 }, async () => {
  const t0 = performance.now()
  const w = await world()
  const canaries = new Canaries()
  const pairs = [
    ...(await openRooms(w, 'discord', 'discord', 5)),
    ...(await openRooms(w, 'discord', 'telegram', 5)),
  ]
  const shapes = readShapes(`import type * as discord from 'discord-api-types/v10'`, {
    create: 'discord.GatewayMessageCreateDispatchData',
    update: 'discord.GatewayMessageUpdateDispatchData',
    remove: 'discord.GatewayMessageDeleteDispatchData',
    removeMany: 'discord.GatewayMessageDeleteBulkDispatchData',
    react: 'discord.GatewayMessageReactionAddDispatchData',
    unreact: 'discord.GatewayMessageReactionRemoveDispatchData',
    typing: 'discord.GatewayTypingStartDispatchData',
    button: 'discord.APIMessageComponentInteraction',
    slash: 'discord.APIApplicationCommandInteraction',
    interaction: 'discord.APIInteraction',
  })
  const people = new Map(w.discordServer.people.map((person) => [person.id, person]))
  const search = new LeakSearch({
    servers: [w.telegramServer, w.discordServer],
    from: 'discord',
    canaries,
    mayPass: mayPassFromDiscord,
  })
  let told = 0
  console.log('ready', performance.now() - t0)
  const plan = discordPlan({
    shapes,
    canaries,
    random: createRandom(2),
    fresh: createRandom(freshSeed),
    server: w.discordServer,
    pairs,
    channelOf: ({ sender }) =>
      w.discordServer.channelOf(must(people.get(sender.id), 'senders are people of Discord')),
  })
  for (const batch of plan) {
    const all: string[] = []
    await tellAll(w, pairs, () => {
      for (const make of batch) {
        const { kind, data } = make()
        all.push(kind + JSON.stringify(data).slice(0, 300))
        w.discordServer.tell(kind, data)
      }
    }).catch((error) => {
      console.log(all.slice(0, 150).join('\n'))
      for (const s of [w.telegramServer, w.discordServer]) console.log(JSON.stringify(s.requests.filter((r) => r.status === undefined || r.status >= 400).slice(-20), null, 0), s.requests.slice(-5).map((r) => r.method))
      throw error
    })
    told += batch.length
    search.go()
    console.log(told, canaries.count, search.go().searched, performance.now() - t0)
  }
  const { leaks, arrived, searched } = search.go()
  console.log(told, searched, arrived, leaks)
  expect([...leaks], `seed ${freshSeed}`).toEqual([])
})
