// What a user says of themselves and of whom they look for.

export const genders = ['woman', 'man', 'other', 'unsaid'] as const
export type Gender = (typeof genders)[number]

/** Whom one can look for. Who would rather not say is found by those who look for anyone alone. */
export const soughts = ['women', 'men', 'others'] as const
export type Sought = (typeof soughts)[number]

/** Any set of them, or anyone. */
export const seekings = [
  'women',
  'men',
  'others',
  'women+men',
  'women+others',
  'men+others',
  'women+men+others',
  'anyone',
] as const
export type Seeking = (typeof seekings)[number]

export interface Profile {
  readonly gender: Gender | undefined
  readonly seeking: Seeking | undefined
}

export interface CompleteProfile {
  readonly gender: Gender
  readonly seeking: Seeking
}

export function isComplete(profile: Profile): profile is CompleteProfile {
  return profile.gender !== undefined && profile.seeking !== undefined
}

/** The set that a wish names; none for anyone. */
export function soughtIn(seeking: Seeking | undefined): readonly Sought[] {
  return soughts.filter((sought) => seeking?.split('+').includes(sought) === true)
}

/** The wish with `sought` in it, or without it if it was. The last one stays: looking for nobody would be looking for anyone. */
export function toggleSought(seeking: Seeking | undefined, sought: Sought): Seeking {
  const before = soughtIn(seeking)
  if (seeking !== undefined && before.length === 1 && before.includes(sought)) return seeking
  const after = soughts.filter((each) => before.includes(each) !== (each === sought))
  return seekings.find((each) => each === after.join('+')) ?? 'anyone'
}
