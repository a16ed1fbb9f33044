// The parameters of a call, read as leniently as the Bot API does: forms and queries carry everything as text.

import { badRequest } from './api-error.ts'

export type Params = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function integerParam(params: Params, name: string): number | undefined {
  const value = params[name]
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

export function numberParam(params: Params, name: string): number | undefined {
  const value = params[name]
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

export function textParam(params: Params, name: string): string | undefined {
  const value = params[name]
  return typeof value === 'string' ? value : undefined
}

export function flagParam(params: Params, name: string): boolean {
  const value = params[name]
  return value === true || value === 'true' || value === '1'
}

/** An object or array, which forms carry as JSON. */
export function structureParam(params: Params, name: string, what: string): unknown {
  const value = params[name]
  if (typeof value !== 'string') return value ?? undefined
  if (value === '') return undefined
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${what} JSON object`)
  }
}
