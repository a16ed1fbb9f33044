import { must } from '../../src/lib/must.ts'
import { optionalPlaces } from './places.ts'
import type { Pair, Told } from './rooms.ts'
import type { Shape } from './shape.ts'
import { makeUpdate, messageKinds, type TelegramMaker, type Wish } from './telegram-updates.ts'

export interface TelegramPlan extends Omit<TelegramMaker, 'shapes'> {
  readonly update: Shape
  readonly pairs: readonly Pair[]
}

type Make = () => Told

const batchSize = 400
/** Their files are Telegram's own there, so that no byte moves. */
const cheap = new Set(['photo', 'live_photo', 'voice', 'video_note'])

export function telegramPlan({ update, pairs, ...rest }: TelegramPlan): readonly (readonly Make[])[] {
  const { random } = rest
  const fields = update.kind === 'record' ? update.fields() : []
  const shapes = new Map(fields.map(({ name, shape }) => [name, shape]))
  const maker = {
    ...rest,
    shapes: (name: string) => must(shapes.get(name), `Update has ${name}`),
  }
  const makes: Make[] = []
  let next = 0
  const add = (wish: Omit<Wish, 'pair'>): void => {
    next += 1
    const pair = must(pairs[next % pairs.length], 'there are pairs')
    makes.push(() => makeUpdate(maker, { pair, ...wish }))
  }
  const kinds = Object.keys(messageKinds)
  const message = maker.shapes('message')

  // Each place alone, under a text.
  for (const also of optionalPlaces(message, 'message', 3))
    add({ update: 'message', base: 'text', also, isServed: false })
  // Each field alone, with each kind of message.
  for (const base of kinds.slice(1))
    for (const also of optionalPlaces(message, 'message', 1))
      add({ update: 'message', base, also, isServed: cheap.has(base) && next % 2 === 0 })
  for (const { name, shape } of fields) {
    if (name === 'update_id' || name === 'message') continue
    for (const also of ['', ...optionalPlaces(shape, name, 2)])
      add({ update: name, base: 'text', also, isServed: false })
  }
  // Each kind alone, and mixtures.
  for (let round = 0; round < 6; round += 1) {
    for (const base of kinds) {
      const isServed = round < 4
      add({ update: 'message', base, also: round === 0 ? '' : 0.05 * round, isServed })
      add({ update: 'message', base, also: '', isServed })
      add({ update: 'edited_message', base, also: 0.1, isServed: false })
    }
    for (const { name } of fields)
      if (name !== 'update_id' && name !== 'my_chat_member')
        add({ update: name, base: random.pick(kinds) ?? 'text', also: 0.8, isServed: false })
  }
  return Array.from({ length: Math.ceil(makes.length / batchSize) }, (_, i) =>
    makes.slice(i * batchSize, (i + 1) * batchSize),
  )
}
