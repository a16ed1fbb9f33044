import { expect, it } from 'vitest'
import { fromReaction } from '../../../adapters/discord/inbound.ts'

const under = { user_id: '1', channel_id: '2', message_id: '3', burst: false, type: 0 } as const
const heard = (name: string) =>
  fromReaction('added', { ...under, emoji: { id: null, name } }, '9') !== undefined

it.each(['👍', '❤', '❤️', '🇩🇪', '1️⃣', 'ℹ️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩🏽‍🚀', '©'])('a reaction of %s is heard', (name) =>
  expect(heard(name)).toBe(true),
)

it.each(['Ada', '👍 Ada', '123', '', ':wave:'])('what is no emoji is no reaction: %s', (name) =>
  expect(heard(name)).toBe(false),
)
