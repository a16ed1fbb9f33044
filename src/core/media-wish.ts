/** How somebody wants to see pictures and videos of strangers. The first, until they say otherwise: nobody is shown what they have not asked to see. */
export const mediaWishes = ['spoiler', 'open', 'refused'] as const
export type MediaWish = (typeof mediaWishes)[number]
