/** The places where people are; each is spoken by exactly one adapter. */
export const platforms = ['telegram', 'discord'] as const
export type Platform = (typeof platforms)[number]
