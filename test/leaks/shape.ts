/** What a platform may send at one place, as its types declare it. */
export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'unknown' }
  | { readonly kind: 'fixed'; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly id: number; readonly of: () => Shape }
  | { readonly kind: 'record'; readonly id: number; readonly fields: () => readonly Field[] }
  | { readonly kind: 'choice'; readonly of: readonly Shape[] }

export interface Field {
  /** `*` where any key may stand. */
  readonly name: string
  readonly isOptional: boolean
  readonly shape: Shape
}

export type RecordShape = Extract<Shape, { readonly kind: 'record' }>

/** What tells one member of a union from the others: types mark them by one of these. */
const marks = new Set(['type', 'status', 'source', 'component_type'])

export function labelOf(shape: Shape): string {
  if (shape.kind !== 'record') return ''
  const mark = shape.fields().find(({ name, shape: of }) => marks.has(name) && of.kind === 'fixed')
  return mark?.shape.kind === 'fixed' ? `<${String(mark.shape.value)}>` : ''
}
