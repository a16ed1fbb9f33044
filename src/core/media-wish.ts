/** How somebody wants to see pictures and videos of strangers. */
export const mediaWishes = ['spoiler', 'open', 'refused'] as const
export type MediaWish = (typeof mediaWishes)[number]

/** Nobody is shown what they have not asked to see. */
export const firstMediaWish: MediaWish = 'spoiler'
