import { type Weighted, zipf } from './draw.ts'

/** The most liked first. */
export const interests: readonly string[] = `music games films travel books football anime series
  fitness cooking art coding nature pets history languages
  photography dance cars science philosophy writing hiking chess`.split(/\s+/)

/** How many interests somebody names. */
export const interestCounts: Weighted<number> = [
  [0, 15],
  [1, 10],
  [2, 20],
  [3, 25],
  [4, 15],
  [5, 15],
]

interface TasteSettings {
  readonly clusters: number
  readonly taste: number
  readonly zipf: number
}

/** For each cluster, how its people like each interest: `taste` of their liking goes to their own ones, the rest to the others'. */
export function clustersOf(settings: TasteSettings): readonly Weighted<string>[] {
  const { clusters, taste } = settings
  return Array.from({ length: clusters }, (_, cluster) => {
    const isOwn = (rank: number): boolean => rank % clusters === cluster
    const own = zipf(
      interests.filter((_interest, rank) => isOwn(rank)),
      settings.zipf,
    )
    const foreign = zipf(
      interests.filter((_interest, rank) => !isOwn(rank)),
      settings.zipf,
    )
    return [...scaled(own, taste), ...scaled(foreign, 1 - taste)]
  })
}

function scaled<T>(choices: Weighted<T>, total: number): Weighted<T> {
  const sum = choices.reduce((weights, [, weight]) => weights + weight, 0)
  return choices.map(([choice, weight]) => [choice, (weight * total) / sum])
}
