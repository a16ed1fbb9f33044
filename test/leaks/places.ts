import { labelOf, type Shape } from './shape.ts'

/** Every place of the shape that may be left out, down to a depth; a record within itself is not entered twice. */
export function optionalPlaces(shape: Shape, place: string, depth: number): readonly string[] {
  return [...new Set(below(shape, place, depth, []))]
}

function below(
  shape: Shape,
  place: string,
  depth: number,
  above: readonly number[],
): readonly string[] {
  switch (shape.kind) {
    case 'list':
      if (above.includes(shape.id)) return []
      return below(shape.of(), `${place}[]`, depth, [...above, shape.id])
    case 'choice':
      return shape.of.flatMap((member) => below(member, place + labelOf(member), depth, above))
    case 'record': {
      if (depth === 0 || above.includes(shape.id)) return []
      return shape.fields().flatMap((field) => {
        const inside = `${place}.${field.name}`
        const deeper = below(field.shape, inside, depth - 1, [...above, shape.id])
        return field.isOptional ? [inside, ...deeper] : deeper
      })
    }
    default:
      return []
  }
}

/** Whether it is on the way to the wanted place. */
export const leadsTo = (place: string, wanted: string): boolean =>
  wanted === place || (wanted.startsWith(place) && /^[.[<]/.test(wanted.slice(place.length)))

/** The label of the member that the way to the wanted place goes through, if it goes through this union. */
export function memberTowards(place: string, wanted: string): string | undefined {
  return wanted.startsWith(`${place}<`)
    ? /^<[^>]*>/.exec(wanted.slice(place.length))?.[0]
    : undefined
}
