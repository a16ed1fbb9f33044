import type { Capabilities, FormCapability } from '../core/capabilities.ts'
import type { MediaKind } from '../core/media.ts'
import type { RefusedFile } from '../core/refused-file.ts'

export type Forms = Capabilities['media']['forms']

/** A form that the platform has, by its name. */
export type OwnForm = Extract<FormCapability, { kind: 'own' }> & { readonly form: MediaKind }

/** What the platform has for a form: itself, or the nearest that stands for it. */
export function ownForm(forms: Forms, form: MediaKind): OwnForm | undefined {
  let name = form
  // No chain is longer than the forms there are.
  for (const _ of Object.keys(forms)) {
    const capability = forms[name]
    if (capability.kind === 'own') return { ...capability, form: name }
    name = capability.form
  }
  return undefined
}

/** The forms of these names that the platform has, each once, in their order. */
export function ownForms(forms: Forms, names: readonly MediaKind[]): readonly OwnForm[] {
  const own = names.flatMap((name) => ownForm(forms, name) ?? [])
  return own.filter(
    ({ form }, index) => own.findIndex((earlier) => earlier.form === form) === index,
  )
}

export const takes = ({ types }: OwnForm, type: string): boolean =>
  types === 'any' || types.includes(type)

/** The first that takes a file of this type and size, or why none does. */
function chooseForm(
  candidates: readonly OwnForm[],
  type: string,
  size: number,
): OwnForm | RefusedFile {
  const taking = candidates.filter((form) => takes(form, type))
  const fitting = taking.find(({ mostBytes }) => size <= mostBytes)
  if (fitting) return fitting
  if (taking.length === 0) return { why: 'cannot-be-cleaned' }
  return { why: 'too-large', limitBytes: Math.max(...taking.map(({ mostBytes }) => mostBytes)) }
}
