// What a user says of themselves and of whom they look for.

export const genders = ['woman', 'man', 'other', 'unsaid'] as const
export type Gender = (typeof genders)[number]

export const seekings = ['women', 'men', 'anyone'] as const
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
