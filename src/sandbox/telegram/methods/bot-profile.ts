// What the bot says of itself, per language: name, description, short description.

import { badRequest } from '../api-error.ts'
import type { Cloud } from '../cloud.ts'
import { type Params, textParam } from '../params.ts'
import type { Method } from './method.ts'

type Field = 'name' | 'description' | 'short_description'

/** https://core.telegram.org/bots/api#setmyname and what follows it */
const longest: Readonly<Record<Field, number>> = {
  name: 64,
  description: 512,
  short_description: 120,
}

export function profileSetter(field: Field): Method {
  return (cloud, params) => {
    const text = textParam(params, field) ?? ''
    if (text.length > longest[field]) throw badRequest(`bot ${field} is too long`)
    cloud.profile.set(key(field, params), text)
    return true
  }
}

export function profileGetter(field: Field): Method {
  return (cloud, params) => {
    const text = cloud.profile.get(key(field, params)) ?? fallback(field, cloud)
    return { [field]: text }
  }
}

function key(field: Field, params: Params): string {
  return `${field} ${textParam(params, 'language_code') ?? ''}`
}

function fallback(field: Field, cloud: Cloud): string {
  return field === 'name' ? cloud.bot.first_name : ''
}
