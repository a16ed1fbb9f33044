import { expect, test } from 'vitest'

import { render } from '../../../adapters/discord/format.ts'
import type { Format, RichText } from '../../../src/core/rich-text.ts'

const whole = (text: string, kind: Exclude<Format['kind'], 'pre' | 'link'>): RichText => ({
  text,
  ranges: [{ start: 0, end: text.length, format: { kind } }],
})

// A Telegram user may type what names somebody on Discord. It stays as typed, and what they hid stays hidden.
test.each([
  ['<@1234567890123456789> did it', '||\\<@1234567890123456789> did it||'],
  ['see https://discord.com/users/1 now', '||see https://discord.com/users/1 now||'],
])('a typed id takes the spoiler away from nothing: %s', (text, markdown) => {
  expect(render(whole(text, 'spoiler'))).toBe(markdown)
})

test('an address of Discord’s that somebody typed stays clickable', () => {
  const text = 'https://discord.com/channels/1/2/3'
  expect(render({ text, ranges: [] })).toBe(text)
})

test('a typed id stays in code', () => {
  expect(render(whole('<@1234567890123456789>', 'code'))).toBe('`<@1234567890123456789>`')
})
