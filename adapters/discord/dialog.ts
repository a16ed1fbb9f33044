// A prompt as Discord asks it: a dialog over the chat, with one box to type in.

import {
  ComponentType,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
} from 'discord.js'

import type { Prompt } from '../../src/core/prompt.ts'

/** https://docs.discord.com/developers/components/reference#text-input */
const mostCharactersEver = 4000
/** What fits into one line needs no larger box. */
const mostInOneLine = 100

/**
 * `data` comes back with the answer: nothing has to be remembered of who is asked what. The box stands in a label, which took the place of
 * action rows in dialogs: https://docs.discord.com/developers/components/reference#label
 */
export function dialog(data: string, prompt: Prompt): APIModalInteractionResponseCallbackData {
  const { title, label, placeholder, mostCharacters } = prompt
  const style = mostCharacters > mostInOneLine ? TextInputStyle.Paragraph : TextInputStyle.Short
  return {
    custom_id: data,
    title,
    components: [
      {
        type: ComponentType.Label,
        label,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'answer',
          style,
          placeholder,
          max_length: Math.min(mostCharacters, mostCharactersEver),
          required: true,
        },
      },
    ],
  }
}

/** What was typed into the box. */
export function answerIn({ components }: APIModalSubmission): string {
  for (const each of components)
    if (each.type === ComponentType.Label && each.component.type === ComponentType.TextInput)
      return each.component.value
  return ''
}
