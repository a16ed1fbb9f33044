/** The smallest value that at least this fraction of the sorted values does not exceed; undefined where there is none. */
export function quantile(sorted: readonly number[], fraction: number): number | undefined {
  return sorted[Math.max(0, Math.ceil(sorted.length * fraction) - 1)]
}

export const sortedNumbers = (values: readonly number[]): readonly number[] =>
  values.toSorted((a, b) => a - b)
