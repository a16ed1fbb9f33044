// A dialog as an app answers with it: https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal

import { z } from 'zod'
import type { SeenDialog } from '../person.ts'
import { parseForm } from './form-error.ts'

const componentId = z.int().min(0).nullish()
const length = z.int().max(4000)

/** https://docs.discord.com/developers/components/reference#text-input; inside a label it has none of its own. */
const textInput = z.object({
  type: z.literal(4),
  id: componentId,
  custom_id: z.string().min(1).max(100),
  style: z.int().min(1).max(2),
  label: z.null().optional(),
  value: z.string().max(4000).nullish(),
  placeholder: z.string().max(100).nullish(),
  required: z.boolean().nullish(),
  min_length: length.min(0).nullish(),
  max_length: length.min(1).nullish(),
})
/** https://docs.discord.com/developers/components/reference#label */
const label = z.object({
  type: z.literal(18, 'The sandbox knows labels alone.'),
  id: componentId,
  label: z.string().min(1).max(45),
  description: z.string().min(1).max(100).nullish(),
  component: textInput,
})
const form = z.object({
  custom_id: z.string().min(1).max(100),
  title: z.string().min(1).max(45),
  components: z.tuple([label], 'The sandbox knows dialogs with one box alone.'),
})

/** A dialog that is open over somebody's chat. */
export interface Dialog {
  readonly customId: string
  readonly shown: SeenDialog
  /** The box with what was typed, as the bot is told of it. */
  filledIn(text: string): object
}

export function parseModalForm(body: unknown): Dialog {
  const { custom_id: customId, title, components } = parseForm(form, body ?? {})
  const [{ id, label: question, description, component: box }] = components
  return {
    customId,
    shown: {
      title,
      label: question,
      description: description ?? undefined,
      placeholder: box.placeholder ?? undefined,
      value: box.value ?? '',
      isParagraph: box.style === 2,
      isRequired: box.required ?? true,
      leastLength: box.min_length ?? 0,
      mostLength: box.max_length ?? 4000,
    },
    filledIn: (value) => ({
      type: 18,
      id: id ?? 1,
      component: { type: 4, id: box.id ?? 2, custom_id: box.custom_id, value },
    }),
  }
}
