import type { Random } from '../storm/random.ts'
import { must } from '../../src/lib/must.ts'
import {
  discordEvents,
  discordKinds,
  makeEvent,
  type DiscordEvent,
  type DiscordMaker,
  type DiscordWish,
  type ToldEvent,
} from './discord-events.ts'
import { optionalPlaces } from './places.ts'
import type { Pair } from './rooms.ts'
import { drawsFor, inBatches, part, sample, shuffled } from './sampling.ts'

export interface DiscordPlan extends DiscordMaker {
  readonly pairs: readonly Pair[]
  /** Of a seed that is another one in each run. */
  readonly fresh: Random
  /** How many of the single places are tried: all of them, or a part by chance. */
  readonly share: number
}

const isEvent = (name: string): name is DiscordEvent => name in discordEvents

export function discordPlan({
  pairs,
  fresh,
  share,
  ...maker
}: DiscordPlan): readonly (readonly (() => ToldEvent)[])[] {
  const { random, shapes } = maker
  const makes: (() => ToldEvent)[] = []
  const add = (wish: Omit<DiscordWish, 'pair'>, draw = random): void => {
    const pair = must(pairs[makes.length % pairs.length], 'there are pairs')
    makes.push(() => makeEvent({ ...maker, random: draw }, { pair, ...wish }))
  }
  const draws = drawsFor(share, random, fresh)
  const some = (places: readonly string[]): readonly string[] => part(random, places, share)
  const kinds = Object.keys(discordKinds)
  // Each place alone: of a text, and of each kind what is nearer.
  for (const event of ['create', 'update'] as const) {
    const near = optionalPlaces(shapes(event), event, 2)
    const far = optionalPlaces(shapes(event), event, 3).filter((place) => !near.includes(place))
    for (const also of some([...near, ...sample(random, far, 200), ...sample(fresh, far, 200)]))
      add({ event, base: 'text', also, isServed: false })
  }
  for (const base of kinds.slice(1))
    for (const also of some(optionalPlaces(shapes('create'), 'create', 1)))
      add({ event: 'create', base, also, isServed: false })
  for (const event of Object.keys(discordEvents).filter(isEvent)) {
    if (event === 'create' || event === 'update') continue
    for (const also of ['', ...some(sample(random, optionalPlaces(shapes(event), event, 2), 120))])
      add({ event, base: 'text', also, isServed: false })
    for (const draw of draws)
      for (const also of [0.2, 0.4, 0.6]) add({ event, base: 'text', also, isServed: false }, draw)
  }
  // Each kind alone, and mixtures.
  for (const draw of draws) {
    for (const base of [...kinds, ...kinds, ...kinds, ...kinds]) {
      add({ event: 'create', base, also: draw.next() / 2, isServed: false }, draw)
      add({ event: 'update', base, also: draw.next() / 2, isServed: false }, draw)
      add({ event: 'create', base, also: draw.next(), isServed: false }, draw)
    }
    for (const base of kinds) add({ event: 'create', base, also: '', isServed: true }, draw)
    for (const base of ['file', 'file', 'file', 'file', 'file', 'voice', 'forward', 'forward'])
      for (const also of ['', 0.2]) add({ event: 'create', base, also, isServed: true }, draw)
  }
  return inBatches(shuffled(random, makes))
}
