import { kindOf } from '../../adapters/telegram/message-kind.ts'
import { must } from '../../src/lib/must.ts'
import type { Random } from '../storm/random.ts'
import { optionalPlaces } from './places.ts'
import type { Pair, Told } from './rooms.ts'
import { drawsFor, inBatches, part, sample, shuffled } from './sampling.ts'
import type { Shape } from './shape.ts'
import { makeUpdate, messageKinds, type TelegramMaker, type Wish } from './telegram-updates.ts'

export interface TelegramPlan extends Omit<TelegramMaker, 'shapes' | 'isEnvelope'> {
  readonly update: Shape
  readonly pairs: readonly Pair[]
  /** Of a seed that is another one in each run. */
  readonly fresh: Random
  /** How many of the single places are tried: all of them, or a part by chance. */
  readonly share: number
}

/** Their files are Telegram's own there, so that no byte moves. */
const cheap = new Set(['photo', 'live_photo', 'voice', 'video_note'])
const asked = new Set(['edited_message', 'message_reaction', 'callback_query', 'my_chat_member'])

export function telegramPlan({
  update,
  pairs,
  fresh,
  share,
  ...rest
}: TelegramPlan): readonly (readonly (() => Told)[])[] {
  const { random } = rest
  const fields = update.kind === 'record' ? update.fields() : []
  const shapes = new Map(fields.map(({ name, shape }) => [name, shape]))
  const shapeOf = (name: string): Shape => must(shapes.get(name), `Update has ${name}`)
  const message = shapeOf('message')
  const kinds = Object.keys(messageKinds)
  const media = kinds.filter((kind) =>
    /photo|video|animation|voice|audio|sticker|document/.test(kind),
  )
  // A service message beside what is said would make all of it a service message.
  const isEnvelope = (place: string): boolean => {
    const name = /^message\.(\w+)/.exec(place)?.[1] ?? ''
    const probe: Parameters<typeof kindOf>[0] = Object.assign(Object.create(null), {
      text: '',
      [name]: {},
    })
    return kindOf(probe) === 'text'
  }
  const maker: TelegramMaker = { ...rest, shapes: shapeOf, isEnvelope }

  const makes: (() => Told)[] = []
  const add = (wish: Omit<Wish, 'pair'>, draw = random): void => {
    const pair = must(pairs[makes.length % pairs.length], 'there are pairs')
    makes.push(() => makeUpdate({ ...maker, random: draw }, { pair, ...wish }))
  }
  const draws = drawsFor(share, random, fresh)
  const some = (places: readonly string[]): readonly string[] => part(random, places, share)

  const near = optionalPlaces(message, 'message', 2)
  const far = optionalPlaces(message, 'message', 3).filter((place) => !near.includes(place))
  // Each place alone, under a text.
  for (const also of some(near)) add({ update: 'message', base: 'text', also, isServed: false })
  for (const also of some([
    ...sample(random, far.filter(isEnvelope), 350),
    ...sample(fresh, far.filter(isEnvelope), 350),
    ...sample(fresh, far, 150),
  ]))
    add({ update: 'message', base: 'text', also, isServed: false })
  // What few draws have and every search has to see arrive.
  for (let pair = 0; pair < pairs.length; pair += 1)
    add({ update: 'message', base: 'poll', also: 'message.poll.description', isServed: false })
  // Each field alone, with each kind of message.
  const single = optionalPlaces(message, 'message', 1)
  for (const base of kinds.slice(1)) {
    for (const also of some(single.filter(isEnvelope)))
      add({ update: 'message', base, also, isServed: cheap.has(base) && random.chance(0.4) })
  }
  for (const { name, shape } of fields) {
    if (name === 'update_id' || name === 'message') continue
    const places = optionalPlaces(shape, name, asked.has(name) ? 2 : 1)
    for (const also of ['', ...some(sample(random, places, asked.has(name) ? 350 : 25))])
      add({ update: name, base: 'text', also, isServed: false })
    for (const draw of draws)
      add({ update: name, base: draw.pick(kinds) ?? 'text', also: 0.6, isServed: false }, draw)
  }
  // Each kind alone, and mixtures.
  for (const draw of draws) {
    for (const base of [
      ...kinds,
      ...kinds,
      ...kinds,
      'text',
      'text',
      'rich_message',
      'rich_message',
    ])
      add({ update: 'message', base, also: draw.next() / 4, isServed: false }, draw)
    for (const base of [...kinds, 'rich_message', 'rich_message', 'poll', 'poll'])
      add({ update: 'edited_message', base, also: draw.next() / 4, isServed: false }, draw)
    // Half of all that is told goes to either platform.
    for (const base of [...media, ...media]) {
      add({ update: 'message', base, also: '', isServed: true }, draw)
      add({ update: 'message', base, also: 0.1, isServed: true }, draw)
    }
  }
  return inBatches(shuffled(random, makes))
}
