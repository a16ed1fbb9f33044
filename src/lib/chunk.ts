/** In rows of `size`, the last one shorter. */
export function chunk<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  const rows = Array.from({ length: Math.ceil(all.length / size) }, (_, row) => row * size)
  return rows.map((start) => all.slice(start, start + size))
}
