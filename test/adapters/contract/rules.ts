// What holds for everything that an adapter says, whatever the case is about: checked after each one.

import { inspect } from 'node:util'
import { expect } from 'vitest'
import type { Inbound } from '../../../src/core/inbound.ts'
import type { Log } from '../../../src/log.ts'
import type { SandboxServer } from '../../../src/sandbox/server.ts'
import type { ContractHost } from './contract-host.ts'
import type { ContractSetup } from './contract-setup.ts'

/** Everything of a value, however deep an error hides it. */
export const everythingOf = (value: unknown): string =>
  inspect(value, { depth: 12, showHidden: true, maxStringLength: null, maxArrayLength: null })

export interface RecordingLog extends Log {
  readonly lines: readonly string[]
}

export function createRecordingLog(): RecordingLog {
  const lines: string[] = []
  const write = (facts: object, sentence: string): void =>
    void lines.push(`${sentence} ${everythingOf(facts)}`)
  return { lines, debug: write, info: write, warn: write, error: write }
}

export function expectRules(
  setup: ContractSetup,
  { people, token }: SandboxServer,
  hosts: readonly ContractHost[],
  log: RecordingLog,
): void {
  const offered = hosts.flatMap(({ offers }) => offers.flat())
  const names = people.flatMap(({ name, username }) => [name, username])
  for (const inbound of offered) {
    expect(inbound.sender.platform).toBe(setup.platform)
    expect(people.map(({ id }) => id)).toContain(inbound.sender.id)
    expectPlaces(setup, inbound)
  }
  const told = everythingOf(offered.map(withoutHandle).map(withoutFileRefs))
  for (const name of names) expect(told).not.toContain(name)
  for (const hidden of [...names, ...people.map(({ id }) => id), token])
    expect(log.lines.filter((line) => line.includes(hidden))).toEqual([])
  expectOneEventPerKey(offered)
}

/** The one name that is told, in its own place and nowhere else. */
const withoutHandle = (inbound: Inbound): Inbound => ({
  ...inbound,
  sender: { ...inbound.sender, handle: undefined },
})

/** Where a platform keeps a file is its own words, which may have a name in them: nobody but its adapter reads them. */
function withoutFileRefs({ event, ...inbound }: Inbound): object {
  if (event.kind !== 'message' && event.kind !== 'edited') return { ...inbound, event }
  const { content } = event
  if (content.kind !== 'media') return { ...inbound, event }
  const files = content.files.map(({ file, thumbnail, ...facts }) => ({
    ...facts,
    file: { ...file, ref: undefined },
    thumbnail: thumbnail && { ...thumbnail, ref: undefined },
  }))
  return { ...inbound, event: { ...event, content: { ...content, files } } }
}

/** Typing may be heard twice, and so may reactions; everything else is known again. What is done to older messages comes at no place of the chat. */
function expectPlaces({ hasPositions }: ContractSetup, { event, ...inbound }: Inbound): void {
  const isPlaced = ['message', 'command', 'tap', 'answered'].includes(event.kind)
  expect(typeof inbound.position).toBe(hasPositions && isPlaced ? 'string' : 'undefined')
  if (event.kind === 'reacted') return
  expect(typeof inbound.seenKey).toBe(event.kind === 'typing' ? 'undefined' : 'string')
}

function expectOneEventPerKey(offered: readonly Inbound[]): void {
  const byKey = new Map<string, Inbound>()
  for (const inbound of offered) {
    if (inbound.seenKey === undefined) continue
    expect(inbound).toEqual(byKey.get(inbound.seenKey) ?? inbound)
    byKey.set(inbound.seenKey, inbound)
  }
}
