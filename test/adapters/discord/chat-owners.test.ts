import { expect, it } from 'vitest'

import { ChatOwners } from '../../../adapters/discord/chat-owners.ts'
import { addressOf } from '../../../adapters/discord/ids.ts'
import { Recent } from '../../../adapters/discord/recent.ts'
import type { Sender } from '../../../src/core/inbound.ts'

const annsDm = addressOf('11', '21')
const ann = { platform: 'discord', id: '11', address: '11/21' }

it('knows at once whose DM it is where somebody was heard', () => {
  const owners = new ChatOwners()
  const told: Sender[] = []
  owners.learn(annsDm)
  owners.ask('21', (owner) => told.push(owner))
  expect(told).toEqual([ann])
})

it('answers when the open chats are known, in the order of the questions', () => {
  const owners = new ChatOwners()
  const told: string[] = []
  for (const [channelId, what] of [
    ['21', 'first'],
    ['22', 'nobody’s'],
    ['21', 'second'],
  ] as const)
    owners.ask(channelId, () => told.push(what))
  expect(told).toEqual([])
  owners.learnOpen([annsDm])
  expect(told).toEqual(['first', 'second'])
})

it('does not wait for what nobody can know any more', () => {
  const owners = new ChatOwners()
  const told: Sender[] = []
  owners.learnOpen([])
  owners.ask('21', (owner) => told.push(owner))
  owners.learnOpen([annsDm])
  expect(told).toEqual([])
})

it('forgets what rested longest when there is too much of it', () => {
  const recent = new Recent<string, number>(2)
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
    ['c', 4],
  ] as const)
    recent.set(key, value)
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([3, undefined, 4])
  recent.delete('a')
  expect(recent.get('a')).toBeUndefined()
})
