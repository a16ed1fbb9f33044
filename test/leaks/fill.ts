import { labelOf, type Field, type RecordShape, type Shape } from './shape.ts'
import type { Random } from '../storm/random.ts'

type ListShape = Extract<Shape, { readonly kind: 'list' }>

/** Decides what is not decided by the types. */
export interface Filling {
  readonly random: Random
  /** Whether an optional field is there. */
  readonly has: (place: string) => boolean
  /** A string or a number: a canary, or what must stand here for the update to be read at all. */
  readonly leaf: (place: string, kind: 'string' | 'number') => string | number
  /** What must be exactly so. `undefined` leaves it to the types. */
  readonly fix?: (place: string) => unknown
  /** Which member of a union is meant, by its label; the rest is chance. */
  readonly member?: (place: string) => string | undefined
  /** Lists have one element for each kind that their elements may be of. */
  readonly isComplete?: boolean
}

const deepest = 12
/** A message in a message, but no third one. */
const mostOfARecord = 2

interface Spot {
  readonly place: string
  readonly above: readonly number[]
  readonly isInCompleteList: boolean
}

export function fill(shape: Shape, place: string, filling: Filling): unknown {
  return fillAt(shape, { place, above: [], isInCompleteList: false }, filling)
}

function fillAt(shape: Shape, spot: Spot, filling: Filling): unknown {
  const fixed: unknown = filling.fix?.(spot.place)
  if (fixed !== undefined) return fixed
  switch (shape.kind) {
    case 'string':
    case 'number':
      return filling.leaf(spot.place, shape.kind)
    case 'boolean':
      return filling.random.chance(0.5)
    case 'fixed':
      return shape.value
    case 'unknown':
      return filling.leaf(spot.place, 'string')
    case 'list':
      return fillList(shape, spot, filling)
    case 'record':
      return fillRecord(shape, spot, filling)
    case 'choice': {
      const chosen = choose(shape.of, spot, filling)
      return chosen && fillAt(chosen, inMember(spot, chosen), filling)
    }
  }
}

const inMember = (spot: Spot, shape: Shape): Spot => ({
  ...spot,
  place: spot.place + labelOf(shape),
})

function choose(members: readonly Shape[], spot: Spot, filling: Filling): Shape | undefined {
  const wanted = filling.member?.(spot.place)
  const named = members.find((member) => wanted !== undefined && labelOf(member) === wanted)
  if (named) return named
  const simple = members.filter(({ kind }) => kind !== 'record' && kind !== 'list')
  const possible = members.filter((member) => mayStand(member, spot))
  if (spot.above.length > deepest - 3 && simple.length > 0) return filling.random.pick(simple)
  return filling.random.pick(possible.length > 0 ? possible : members)
}

function fillList(list: ListShape, spot: Spot, filling: Filling): unknown[] {
  const of = list.of()
  const inside = { ...spot, place: `${spot.place}[]`, above: [...spot.above, list.id] }
  if (!mayStand(of, spot)) return []
  if (filling.isComplete === true && of.kind === 'choice' && !spot.isInCompleteList) {
    return of.of
      .filter((member) => mayStand(member, spot))
      .map((member) =>
        fillAt(member, { ...inMember(inside, member), isInCompleteList: true }, filling),
      )
  }
  return [fillAt(of, inside, filling)]
}

function fillRecord(
  shape: RecordShape,
  { place, above, isInCompleteList }: Spot,
  filling: Filling,
) {
  const filled: Record<string, unknown> = {}
  for (const field of shape.fields()) {
    const spot = { place: `${place}.${field.name}`, above: [...above, shape.id], isInCompleteList }
    if (field.isOptional && !(mayStand(field.shape, spot) && filling.has(spot.place))) continue
    const value = fillAt(field.shape, spot, filling)
    if (value !== undefined) filled[keyOf(field, spot.place, filling)] = value
  }
  return filled
}

const keyOf = ({ name }: Field, place: string, { leaf }: Filling): string =>
  name === '*' ? String(leaf(`${place}#key`, 'string')) : name

/** Records in themselves come to an end. */
function mayStand(shape: Shape, { above }: Pick<Spot, 'above'>): boolean {
  switch (shape.kind) {
    case 'record':
      return above.length < deepest && above.filter((id) => id === shape.id).length < mostOfARecord
    case 'list':
      return (
        above.filter((id) => id === shape.id).length < mostOfARecord &&
        mayStand(shape.of(), { above: [...above, shape.id] })
      )
    case 'choice':
      return shape.of.some((member) => mayStand(member, { above }))
    default:
      return true
  }
}
