import { isWholeSearch } from '../support/search.ts'

/** What part of the single places a search tries. */
export const share = isWholeSearch ? 1 : 0.1

/** So many updates the whole searches tell at least: 5,000 of both platforms together. */
const wholeSearch = { telegram: 3000, discord: 2200 } as const
const shortSearch = { telegram: 400, discord: 350 } as const

export const leastTold = isWholeSearch ? wholeSearch : shortSearch
