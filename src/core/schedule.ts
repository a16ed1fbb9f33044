// What a pair is made to have in common at first, and for how long that is insisted on.

/** Each is a wish, not a rule: it gives way to waiting. */
export const softWishes = ['shared-interest', 'standing', 'common-language', 'new-partner'] as const
export type SoftWish = (typeof softWishes)[number]

/** A pair that lacks the thing may meet as soon as one of the two has waited for so long, in ms. In this order they give way. */
export const insistedMs: Readonly<Record<SoftWish, number>> = {
  'shared-interest': 3000,
  standing: 8000,
  'common-language': 20_000,
  'new-partner': 60_000,
}
