// What the bot says of itself, per language: name, description, short description.

import { badRequest } from '../api-error.ts'
import { textParam } from '../params.ts'
import { languageParam } from './language-param.ts'
import type { Method } from './method.ts'

type Field = 'name' | 'description' | 'short_description'

/** https://core.telegram.org/bots/api#setmyname and what follows it */
const longest: Readonly<Record<Field, number>> = {
  name: 64,
  description: 512,
  short_description: 120,
}

/** "Pass an empty string to remove the dedicated" one for the language. */
export function profileSetter(field: Field): Method {
  return (cloud, params) => {
    const text = textParam(params, field) ?? ''
    if (text.length > longest[field]) throw badRequest(`bot ${field} is too long`)
    const name = wordsName(field, languageParam(params))
    if (text === '') cloud.profile.delete(name)
    else cloud.profile.set(name, text)
    return true
  }
}

/** As somebody of the language reads it: where there is nothing for them, what is for everybody else. */
export function profileGetter(field: Field): Method {
  return ({ profile, bot }, params) => {
    const general = profile.get(wordsName(field, '')) ?? (field === 'name' ? bot.first_name : '')
    return { [field]: profile.get(wordsName(field, languageParam(params))) ?? general }
  }
}

function wordsName(field: Field, language: string): string {
  return `${field} ${language}`
}
