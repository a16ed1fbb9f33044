import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosePartner, suits, type Ticket } from '../../src/core/matchmaking.ts'
import { genders, seekings } from '../../src/core/profile.ts'

const ticket = (
  user: number,
  gender: Ticket['profile']['gender'],
  seeking: Ticket['profile']['seeking'],
  since = 0,
): Ticket => ({
  user,
  platform: 'telegram',
  profile: { gender, seeking },
  since,
})

test('two suit each other when each is what the other looks for (2.1)', () => {
  expect(suits(ticket(1, 'woman', 'men'), ticket(2, 'man', 'women'))).toBe(true)
  expect(suits(ticket(1, 'woman', 'men'), ticket(2, 'man', 'men'))).toBe(false)
  expect(suits(ticket(1, 'woman', 'women'), ticket(2, 'woman', 'anyone'))).toBe(true)
})

test('who would rather not say is found only by those who look for anyone (2.1)', () => {
  expect(suits(ticket(1, 'unsaid', 'anyone'), ticket(2, 'man', 'anyone'))).toBe(true)
  expect(suits(ticket(1, 'unsaid', 'anyone'), ticket(2, 'man', 'women'))).toBe(false)
})

test('the longest waiting suitable ticket is taken (2.2)', () => {
  const asking = ticket(1, 'woman', 'anyone', 30)
  const waiting = [
    ticket(2, 'man', 'women', 20),
    ticket(3, 'man', 'men', 5),
    ticket(4, 'other', 'anyone', 10),
  ]
  expect(choosePartner(asking, waiting)?.user).toBe(4)
})

const anyTicket = fc.record({
  user: fc.integer({ min: 1, max: 6 }),
  platform: fc.constantFrom('telegram' as const, 'discord' as const),
  profile: fc.record({
    gender: fc.constantFrom(...genders),
    seeking: fc.constantFrom(...seekings),
  }),
  since: fc.integer({ min: 0, max: 9 }),
})

test('whoever is chosen suits, is somebody else, and nobody suitable has waited longer (2.2, 2.3)', () => {
  fc.assert(
    fc.property(anyTicket, fc.array(anyTicket), (asking, waiting) => {
      const partner = choosePartner(asking, waiting)
      const suitable = waiting.filter((other) => suits(asking, other))
      expect(partner === undefined).toBe(suitable.length === 0)
      if (!partner) return
      expect(partner.user).not.toBe(asking.user)
      expect(suits(partner, asking)).toBe(true)
      expect(Math.min(...suitable.map(({ since }) => since))).toBe(partner.since)
    }),
  )
})
