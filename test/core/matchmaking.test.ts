import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '../../src/core/language.ts'
import {
  type Candidate,
  choosePartner,
  isReady,
  lacking,
  suits,
  type Ticket,
} from '../../src/core/matchmaking.ts'
import { platforms } from '../../src/core/platform.ts'
import { genders, seekings } from '../../src/core/profile.ts'
import { schedule, softWishes } from '../../src/core/schedule.ts'
import { platformWishes } from '../../src/core/settings.ts'
import { kindOf, kindsAgree, wishesOf } from '../../src/core/ticket-kind.ts'

const ticket = (user: number, more: Partial<Ticket> = {}): Ticket => ({
  user,
  platform: 'telegram',
  gender: 'unsaid',
  seeking: 'anyone',
  platformWish: 'any',
  since: 0,
  languages: ['en'],
  interests: [1],
  standing: 0,
  widened: false,
  ...more,
})
const stranger = (user: number, more: Partial<Ticket> = {}): Candidate => ({
  ticket: ticket(user, more),
  metBefore: false,
})
const chosen = (
  asking: Ticket,
  candidates: readonly Candidate[],
  now = 0,
  scarce: Parameters<typeof choosePartner>[2] = new Set(),
): number | undefined => choosePartner(asking, candidates, scarce, now)?.ticket.user

const { forMs: interestMs } = schedule['shared-interest']
const { forMs: languageMs } = schedule['common-language']
const { forMs: newMs } = schedule['new-partner']

test('two suit each other when each is what the other looks for (2.1)', () => {
  const woman = ticket(1, { gender: 'woman', seeking: 'men' })
  expect(suits(woman, ticket(2, { gender: 'man', seeking: 'women' }))).toBe(true)
  expect(suits(woman, ticket(2, { gender: 'man', seeking: 'men' }))).toBe(false)
  expect(suits(woman, ticket(2, { gender: 'man', seeking: 'women+others' }))).toBe(true)
  expect(suits(woman, ticket(2, { gender: 'other', seeking: 'women' }))).toBe(false)
})

test('who would rather not say is found only by those who look for anyone (2.1)', () => {
  expect(suits(ticket(1), ticket(2, { gender: 'man', seeking: 'anyone' }))).toBe(true)
  expect(suits(ticket(1), ticket(2, { gender: 'man', seeking: 'women+men+others' }))).toBe(false)
})

test('two suit each other when each is where the other wants them to be (2.1)', () => {
  const here = ticket(1, { platformWish: 'same' })
  expect(suits(here, ticket(2))).toBe(true)
  expect(suits(here, ticket(2, { platform: 'discord' }))).toBe(false)
  expect(suits(here, ticket(2, { platformWish: 'other' }))).toBe(false)
  const elsewhere = ticket(1, { platformWish: 'other' })
  expect(suits(elsewhere, ticket(2, { platform: 'discord', platformWish: 'other' }))).toBe(true)
})

test('kinds keep their numbers, because people wait under them over a restart', () => {
  const wishes = { gender: 'woman', seeking: 'women', platform: 'telegram' } as const
  expect(kindOf({ ...wishes, platformWish: 'any' })).toBe(0)
  expect(kindOf({ ...wishes, platformWish: 'same', platform: 'discord' })).toBe(4)
  expect(kindOf({ ...wishes, platformWish: 'any', gender: 'man' })).toBe(48)
  const last = { gender: 'unsaid', seeking: 'anyone', platform: 'discord' } as const
  expect(kindOf({ ...last, platformWish: 'other' })).toBe(191)
  expect(kindOf({ ...last, platformWish: 'other', widened: true })).toBe(383)
})

test('a kind is all that the hard wishes say, and whole kinds agree as their tickets do', () => {
  fc.assert(
    fc.property(anyTicket, anyTicket, (a, b) => {
      expect(wishesOf(kindOf(a))).toEqual(wishesOf(kindOf({ ...b, ...wishesOf(kindOf(a)) })))
      expect(kindsAgree(kindOf(a), kindOf(b))).toBe(suits({ ...a, user: 1 }, { ...b, user: 2 }))
    }),
  )
})

test('a shared interest is insisted on until one of the two has waited for a moment (2.2)', () => {
  const other = stranger(2, { interests: [2] })
  expect(chosen(ticket(1), [other], interestMs - 1)).toBeUndefined()
  expect(chosen(ticket(1), [other], interestMs)).toBe(2)
  expect(chosen(ticket(1, { since: interestMs }), [other], interestMs)).toBe(2)
})

test('a common language is insisted on until both have waited for it (2.2)', () => {
  const other = stranger(2, { languages: ['ar'] })
  expect(chosen(ticket(1), [other], languageMs)).toBe(2)
  expect(chosen(ticket(1, { since: 1 }), [other], languageMs)).toBeUndefined()
})

test('a new partner is insisted on until one of the two has waited for a while (2.2)', () => {
  const known = { ...stranger(2), metBefore: true }
  expect(chosen(ticket(1), [known], newMs - 1)).toBeUndefined()
  expect(chosen(ticket(1), [known], newMs)).toBe(2)
})

test('who takes anyone insists on nothing, and still gets the best there is (2.2)', () => {
  const wide = ticket(1, { widened: true })
  expect(chosen(wide, [stranger(2, { interests: [2] })])).toBe(2)
  // The other one insists for themselves.
  expect(chosen(wide, [stranger(2, { languages: ['ar'] })])).toBeUndefined()
  expect(chosen(wide, [stranger(2, { interests: [2] }), stranger(3)])).toBe(3)
})

test('more in common is better, and between equals who has waited longer (2.2)', () => {
  const asking = ticket(1, { interests: [1, 2, 3], since: 50 })
  const now = 60_000
  expect(
    chosen(
      asking,
      [
        stranger(2, { interests: [9], since: 1 }),
        stranger(3, { interests: [1], since: 30 }),
        stranger(4, { interests: [1, 2], since: 40 }),
        stranger(5, { interests: [2, 3], since: 40 }),
      ],
      now,
    ),
  ).toBe(4)
})

test('who has waited for long comes before who shares an interest (2.2)', () => {
  const minute = 60_000
  const asking = ticket(1, { since: 20 * minute })
  const patient = stranger(2, { interests: [9] })
  const fresh = stranger(3, { since: 20 * minute })
  expect(chosen(asking, [patient, fresh], 20 * minute)).toBe(2)
})

test('the scarce are not spent on who would take anyone while another such waits (2.2)', () => {
  const asking = ticket(1, { gender: 'man', seeking: 'anyone' })
  const woman = stranger(2, { gender: 'woman', seeking: 'anyone' })
  const man = stranger(3, { gender: 'man', seeking: 'anyone', since: 1 })
  expect(chosen(asking, [woman, man], 1, new Set(['woman']))).toBe(3)
  expect(chosen(asking, [woman, man], 1)).toBe(2)
  expect(chosen(asking, [woman], 1, new Set(['woman']))).toBe(2)
})

const anyTicket: fc.Arbitrary<Ticket> = fc.record({
  user: fc.integer({ min: 1, max: 6 }),
  platform: fc.constantFrom(...platforms),
  gender: fc.constantFrom(...genders),
  seeking: fc.constantFrom(...seekings),
  platformWish: fc.constantFrom(...platformWishes),
  since: fc.integer({ min: 0, max: 100_000 }),
  languages: fc.uniqueArray(fc.constantFrom(...languages.slice(0, 3)), { minLength: 1 }),
  interests: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
  standing: fc.constantFrom(-0.5, 0, 0.5),
  widened: fc.boolean(),
})
const anyCandidate = fc.record({ ticket: anyTicket, metBefore: fc.boolean() })

test('whoever is chosen suits and is ready, and somebody is chosen if anybody is (2.2, 2.3)', () => {
  fc.assert(
    fc.property(anyTicket, fc.array(anyCandidate), (asking, candidates) => {
      const now = 100_000
      const partner = choosePartner(asking, candidates, new Set(), now)
      const possible = candidates.filter(
        (candidate) => suits(asking, candidate.ticket) && isReady(asking, candidate, now),
      )
      expect(partner === undefined).toBe(possible.length === 0)
      if (partner) expect(possible).toContain(partner)
    }),
  )
})

test('after the whole schedule any two who suit each other are ready (2.2)', () => {
  fc.assert(
    fc.property(anyTicket, anyCandidate, (asking, candidate) => {
      const longest = Math.max(...softWishes.map((wish) => schedule[wish].forMs))
      const now = Math.max(asking.since, candidate.ticket.since) + longest
      expect(isReady(asking, candidate, now)).toBe(true)
      expect(lacking(asking, candidate).length).toBeLessThanOrEqual(softWishes.length)
    }),
  )
})
