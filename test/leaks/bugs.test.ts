import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { must } from '../../src/lib/must.ts'
import { root } from '../house/root.ts'
import { createRandom } from '../storm/random.ts'
import { isWholeSearch } from '../support/search.ts'
import { bugs, type Bug } from './bugs.ts'
import { Canaries } from './canaries.ts'
import { mayPassFromDiscord } from './discord-allowed.ts'
import { makeEvent } from './discord-events.ts'
import { discordShapes } from './discord-shapes.ts'
import { LeakSearch } from './find-leaks.ts'
import { createMutant } from './mutant.ts'
import { readShapes } from './read-shapes.ts'
import type * as world from '../support/world.ts'
import { openRooms, tellAll } from './rooms.ts'
import { mayPassFromTelegram } from './telegram-allowed.ts'
import { makeUpdate } from './telegram-updates.ts'

// A second product is loaded for it, which takes longer than the short searches themselves.
test.runIf(isWholeSearch)(
  'the search sees each scrub that is taken out, and nothing while none is',
  { timeout: 240_000 },
  async () => {
    const mutant = createMutant(root, bugs)
    onTestFinished(() => mutant[Symbol.dispose]())
    onTestFinished(() => void Reflect.deleteProperty(globalThis, 'seededLeak'))
    const support = pathToFileURL(path.join(mutant.root, 'test/support/world.ts')).href
    const { createWorld }: typeof world = await import(support)
    const w = await createWorld()
    onTestFinished(() => w[Symbol.asyncDispose](), 60_000)
    const pairs = {
      telegram: await openRooms(w, 'telegram', 'discord', 1),
      discord: await openRooms(w, 'discord', 'telegram', 1),
    }
    const imports = `import type { Update } from 'grammy/types'`
    const update = readShapes(imports, { message: `NonNullable<Update['message']>` })
    const shapes = discordShapes()
    const random = createRandom(3)
    const servers = [w.telegramServer, w.discordServer]
    const [discordPerson] = w.discordServer.people.filter(
      ({ id }) => id === pairs.discord[0]?.sender.id,
    )

    async function leaksOf({ from, base, also }: Bug): Promise<readonly string[]> {
      const canaries = new Canaries()
      const mayPass = from === 'telegram' ? mayPassFromTelegram : mayPassFromDiscord
      const search = new LeakSearch({ servers, from, canaries, mayPass })
      const pair = must(pairs[from][0], 'there is a room')
      const wish = { pair, base, also, isServed: true }
      await tellAll(w, pairs[from], () => {
        for (let times = 0; times < 3; times += 1) {
          if (from === 'telegram') {
            const maker = { canaries, random, server: w.telegramServer, isEnvelope: () => true }
            const told = makeUpdate(
              { ...maker, shapes: () => update('message') },
              { ...wish, update: 'message' },
            )
            w.telegramServer.tell(told.kind, told.data)
          } else {
            const channel = w.discordServer.channelOf(must(discordPerson, 'somebody sends'))
            const maker = {
              canaries,
              random,
              shapes,
              server: w.discordServer,
              channelOf: () => channel,
            }
            const told = makeEvent(maker, { ...wish, event: 'create' })
            w.discordServer.tell(told.kind, told.data)
          }
        }
      })
      const found = search.go()
      expect(found.arrived.size + found.files, `something arrives of ${base}`).toBeGreaterThan(0)
      return [...found.leaks]
    }

    for (const bug of bugs) {
      expect(await leaksOf(bug), `${bug.name} is off`).toEqual([])
      Reflect.set(globalThis, 'seededLeak', bug.name)
      const leaks = await leaksOf(bug)
      expect(
        leaks.filter((leak) => leak.endsWith(bug.shows)),
        `${bug.name}: ${leaks.join()}`,
      ).not.toEqual([])
      Reflect.set(globalThis, 'seededLeak', undefined)
    }
  },
)
