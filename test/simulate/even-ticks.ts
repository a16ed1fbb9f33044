/** Round numbers from 0 to the first that is not below `most`, at most eight of them. */
export function evenTicks(most: number): readonly [last: number, ticks: readonly number[]] {
  const rough = Math.max(most, Number.MIN_VALUE) / 6
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10)
  const count = Math.ceil(most / step)
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)))
  return [count * step, ticks]
}
