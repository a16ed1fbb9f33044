import type { Capabilities, FormCapability } from '../core/capabilities.ts'
import type { MediaKind } from '../core/media.ts'

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
