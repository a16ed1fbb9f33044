export const genders = ['woman', 'man', 'other', 'unsaid'] as const
export type SimulatedGender = (typeof genders)[number]

export type Sought = 'women' | 'men' | 'others'
export type SimulatedSeeking = readonly Sought[] | 'anyone'

export type PartnerPlatform = 'any' | 'same' | 'other'

/** Somebody who comes once, waits, and either meets somebody or gives up. */
export interface SimulatedPerson {
  readonly id: number
  readonly arrivesAt: number
  readonly patienceMs: number
  readonly gender: SimulatedGender
  readonly seeking: SimulatedSeeking
  readonly platform: 'telegram' | 'discord'
  readonly partnerPlatform: PartnerPlatform
  /** ISO codes, one to three. */
  readonly languages: readonly string[]
  /** None to five. */
  readonly interests: readonly string[]
}

/** What the hard rules look at. */
export type Kind = Pick<SimulatedPerson, 'gender' | 'seeking' | 'platform' | 'partnerPlatform'>

const soughtAs = { woman: 'women', man: 'men', other: 'others', unsaid: undefined } as const

function accepts(one: Kind, other: Kind): boolean {
  const sought = soughtAs[other.gender]
  const likes = one.seeking === 'anyone' || (sought !== undefined && one.seeking.includes(sought))
  const isSame = one.platform === other.platform
  return likes && (one.partnerPlatform === 'any' || (one.partnerPlatform === 'same') === isSame)
}

/** The hard rules, written apart from the product's so that they can judge it. */
export const suit = (a: Kind, b: Kind): boolean => accepts(a, b) && accepts(b, a)

export function seekingLabel(seeking: SimulatedSeeking): string {
  return seeking === 'anyone' ? seeking : seeking.join(' or ')
}

/** The latest moment at which somebody can still be paired. */
export const leavesAt = ({ arrivesAt, patienceMs }: SimulatedPerson): number =>
  arrivesAt + patienceMs
