/** What people can choose from; each has its words in the catalogues. Twelve stand on a page. */
export const curatedInterests = [
  'music',
  'films',
  'series',
  'books',
  'games',
  'anime',
  'art',
  'photography',
  'cooking',
  'travel',
  'sports',
  'fitness',
  'nature',
  'animals',
  'science',
  'technology',
  'history',
  'languages',
  'psychology',
  'fashion',
  'memes',
  'writing',
  'dancing',
  'football',
] as const
export type CuratedInterest = (typeof curatedInterests)[number]

/** A curated one, or a person's own words, cleaned. */
export type Interest = string

export const interestsPerPage = 12
export const interestPages = Math.ceil(curatedInterests.length / interestsPerPage)

export function isCurated(interest: Interest): interest is CuratedInterest {
  return curatedInterests.some((curated) => curated === interest)
}
