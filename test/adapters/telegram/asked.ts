import { expect } from 'vitest'

import { must } from '../../../src/lib/must.ts'
import type { ScriptedBotApi } from './scripted-bot-api.ts'

/** The only request that was made, with JSON in its fields read and each file in the place that names it. */
export function asked({ calls }: ScriptedBotApi): {
  readonly method: string
  readonly body: Readonly<Record<string, unknown>>
} {
  expect(calls).toHaveLength(1)
  const { method, body, files = {} } = must(calls[0], 'there is one')
  const unused = new Set(Object.keys(files))
  const revive = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !value.startsWith('attach://')) return value
    const name = value.slice('attach://'.length)
    expect(unused.delete(name), 'each file has one place').toBe(true)
    return { file: files[name]?.name, bytes: [...(files[name]?.bytes ?? [])] }
  }
  const read = Object.entries(body).map(([name, value]): readonly [string, unknown] => {
    const isJson = typeof value === 'string' && /^[[{]/.test(value)
    return [name, isJson ? JSON.parse(value, revive) : revive('', value)]
  })
  expect([...unused]).toEqual([])
  return { method, body: Object.fromEntries(read) }
}
